package app.countersign.contract;

import app.countersign.terms.Unsigned;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * When a contract that nobody signs is reminded of, and when its time is up.
 *
 * @param zone of the processor: "after two weeks" is the same hour of the day, whatever daylight saving does
 */
record UnsignedPlan(Unsigned terms, ZoneId zone) {

    Instant expires(Instant since) {
        return after(terms.expires(), since);
    }

    /** The first reminder that is still to come; a later one where the application was off when it was due. */
    Optional<Instant> nextReminder(Instant since, Instant now) {
        List<Instant> all = terms.reminders().stream()
                .map(period -> after(period, since))
                .sorted()
                .toList();
        return all.stream().filter(at -> at.isAfter(now)).findFirst();
    }

    private Instant after(Period period, Instant since) {
        return since.atZone(zone).plus(period).toInstant();
    }
}
