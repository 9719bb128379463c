package app.countersign.trail;

import java.time.Instant;
import java.util.Optional;

/**
 * What narrows the reading of the trail.
 *
 * @param person part of a name or e-mail address, or a pseudonym
 * @param object an id, a kind such as {@code contract}, or how people call it: a contract's number
 * @param event in kebab case
 * @param from the first instant
 * @param to the first instant after
 */
public record TrailFilter(
        Optional<String> person,
        Optional<String> object,
        Optional<String> event,
        Optional<Instant> from,
        Optional<Instant> to) {

    public static final TrailFilter ALL =
            new TrailFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public boolean isAll() {
        return equals(ALL);
    }
}
