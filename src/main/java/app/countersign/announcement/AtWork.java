package app.countersign.announcement;

import app.countersign.subprocessor.Engagement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * For which contracts a sub-processor processes data. The register knows its days; an announced change begins and ends
 * contract by contract, as each contract's rule allows: whoever objected is not reached by a new one, and still is by
 * the one that it would have replaced.
 */
@ApplicationScoped
public class AtWork {

    @Inject
    private Announcements announcements;

    /** For the container, which makes none otherwise. */
    AtWork() {}

    AtWork(Announcements announcements) {
        this.announcements = announcements;
    }

    /**
     * Whether it may have processed data for any contract of its processor on some day of that time.
     *
     * @param first day of that time
     * @param last day of it
     */
    public boolean isPossible(Engagement engagement, LocalDate first, LocalDate last) {
        return begins(engagement, last) && (goesOn(engagement, first) || announcements.isReplaced(engagement.id()));
    }

    /**
     * For which of those contracts of its processor it did.
     *
     * @param first day of that time
     * @param last day of it
     * @param zone in which these are days
     */
    public Set<UUID> among(
            Collection<UUID> contracts, Engagement engagement, LocalDate first, LocalDate last, ZoneId zone) {
        if (contracts.isEmpty() || !begins(engagement, last)) {
            return Set.of();
        }
        Instant from = first.atStartOfDay(zone).toInstant();
        Instant to = last.plusDays(1).atStartOfDay(zone).toInstant();
        Set<UUID> among = new HashSet<>();
        if (goesOn(engagement, first)) {
            among.addAll(contracts);
            among.removeAll(announcements.notYetReached(engagement.id(), contracts, to));
        }
        among.addAll(announcements.notYetLeft(engagement.id(), contracts, from));
        return among;
    }

    private static boolean begins(Engagement engagement, LocalDate last) {
        return engagement.since().filter(day -> day.isAfter(last)).isEmpty();
    }

    private static boolean goesOn(Engagement engagement, LocalDate first) {
        return engagement.until().filter(day -> day.isBefore(first)).isEmpty();
    }
}
