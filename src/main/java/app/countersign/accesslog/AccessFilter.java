package app.countersign.accesslog;

import java.time.Instant;
import java.util.Optional;

/**
 * What narrows the reading of the log.
 *
 * @param person part of a name or e-mail address, or a pseudonym
 * @param object an id, or a kind such as {@code contract}
 * @param from the first instant
 * @param to the first instant after
 */
public record AccessFilter(
        Optional<String> person,
        Optional<Act> act,
        Optional<String> object,
        Optional<Instant> from,
        Optional<Instant> to) {

    public static final AccessFilter ALL =
            new AccessFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
