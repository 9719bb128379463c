package app.countersign.access;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What an account is responsible for. Of anything outside it sees nothing: no name, no number, not even a count.
 *
 * @param everyProcessor whether it is all processors, those to come included
 * @param processors ids of the organisations that the account works for; ignored if it is every processor
 * @param rooms the rooms that an auditor may read, as packages call them: {@code contract}; empty for all
 * @param from the first day of the records that an auditor may read
 * @param to their last day
 */
public record Remit(
        boolean everyProcessor,
        Set<UUID> processors,
        Set<String> rooms,
        Optional<LocalDate> from,
        Optional<LocalDate> to) {

    /** Of the application itself, and of those who answer for all of it. */
    public static final Remit EVERYTHING = new Remit(true, Set.of(), Set.of(), Optional.empty(), Optional.empty());

    public Remit {
        processors = Set.copyOf(processors);
        rooms = Set.copyOf(rooms);
    }

    public static Remit of(Set<UUID> processors) {
        return new Remit(false, processors, Set.of(), Optional.empty(), Optional.empty());
    }

    public boolean covers(UUID processor) {
        return everyProcessor || processors.contains(processor);
    }

    /** Whether whoever has the other remit sees nothing that this one doesn't cover. */
    public boolean covers(Remit other) {
        return everyProcessor || !other.everyProcessor && processors.containsAll(other.processors);
    }

    public boolean opens(String room) {
        return rooms.isEmpty() || rooms.contains(room);
    }
}
