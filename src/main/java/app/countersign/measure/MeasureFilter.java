package app.countersign.measure;

import java.util.Optional;
import java.util.UUID;

/**
 * What narrows a list of measures.
 *
 * @param text in title or clause; empty for all
 */
public record MeasureFilter(
        Optional<UUID> processor,
        Optional<String> template,
        Optional<Light> light,
        Optional<String> category,
        String text) {

    public static final MeasureFilter ALL =
            new MeasureFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "");
}
