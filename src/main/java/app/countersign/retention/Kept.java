package app.countersign.retention;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What another room wants kept, as a hold says it: the rows that fit all of it, wherever they can be told apart by it.
 *
 * @param store empty for every store of the processor
 * @param person how the stores call the person; empty for everybody
 * @param controller empty for every controller
 * @param from the first day of the time that is kept
 * @param to its last day
 */
public record Kept(
        UUID processor,
        Optional<UUID> store,
        String person,
        Optional<UUID> controller,
        Optional<LocalDate> from,
        Optional<LocalDate> to) {

    public Kept {
        if (store.isEmpty() && person.isEmpty() && controller.isEmpty() && from.isEmpty() && to.isEmpty()) {
            throw new IllegalArgumentException("everything of a processor is not held at once");
        }
    }
}
