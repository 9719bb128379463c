package app.countersign.mail;

import app.countersign.kernel.Outage;
import app.countersign.kernel.Reason;
import app.countersign.schedule.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Has the mails that came in dealt with by the room that knows what they are about. */
@ApplicationScoped
class SortJob implements Job {

    private static final Logger LOG = Logger.getLogger(SortJob.class.getName());
    private static final int CAP = 20;

    @Inject
    private IntakeRecords records;

    @Inject
    private Instance<Clerk> clerks;

    @Override
    public String name() {
        return "sort-mail";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Outcome run() {
        List<UUID> unsorted = clerks.isResolvable() ? records.unsorted(CAP) : List.of();
        unsorted.forEach(id -> records.ruled(id, ruling(id)));
        return new Outcome(unsorted.size(), unsorted.size() == CAP);
    }

    /** A mail that trips the application up must not keep the others waiting. */
    private Clerk.Ruling ruling(UUID id) {
        try {
            return clerks.get().rule(records.arrival(id));
        } catch (RuntimeException e) {
            if (Outage.isBehind(e)) {
                throw e;
            }
            LOG.log(
                    Level.WARNING,
                    "a mail could not be sorted: {0}",
                    e.getClass().getName());
            LOG.log(Level.FINE, "a mail could not be sorted", e);
            return new Clerk.Ruling(IntakeState.WAITING, Reason.of("mail.intake.failed"), Affair.UNKNOWN);
        }
    }
}
