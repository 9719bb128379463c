package app.countersign.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

    /** @param processor null for what is no processor's */
    public boolean covers(UUID processor) {
        return everyProcessor || processor != null && processors.contains(processor);
    }

    /** Whether whoever has the other remit sees nothing that this one doesn't cover. */
    public boolean covers(Remit other) {
        return everyProcessor || !other.everyProcessor && processors.containsAll(other.processors);
    }

    /** From when on an auditor may read what happened: days are those of UTC. */
    public Optional<Instant> since() {
        return from.map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** Before when it must have happened. */
    public Optional<Instant> before() {
        return to.map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** Whether what began and ended then was there on any day of the period.
     *
     * @param end empty if it goes on */
    public boolean reaches(Instant begin, Optional<Instant> end) {
        return before().filter(last -> !begin.isBefore(last)).isEmpty()
                && since().filter(first -> end.filter(e -> e.isBefore(first)).isPresent())
                        .isEmpty();
    }

    /** The account's own room is open to everybody who has one. */
    public boolean opens(String room) {
        return rooms.isEmpty() || rooms.contains(room) || room.equals("access");
    }
}
