package app.countersign.measure.web;

import app.countersign.kernel.NotFound;
import java.util.Optional;
import java.util.UUID;

/** Ids as addresses and forms carry them. */
final class MeasureIds {

    private MeasureIds() {}

    /** @throws NotFound if it is no id: an id that is none is the id of nothing */
    static UUID read(String text) {
        return maybe(text).orElseThrow(() -> NotFound.because("measure.refusal.unknown"));
    }

    static Optional<UUID> maybe(String text) {
        try {
            return Optional.of(UUID.fromString(String.valueOf(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
