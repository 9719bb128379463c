package app.countersign.contract;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;

/** The time that the controller has to sign. All empty while it is not the controller's turn. */
@Embeddable
public class Waiting {

    @Column(name = "waiting_since")
    private Instant since;

    @Column(name = "next_reminder_at")
    private Instant nextReminderAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected Waiting() {}

    void begin(UnsignedPlan plan, Instant now) {
        since = now;
        expiresAt = plan.expires(now);
        nextReminderAt = plan.nextReminder(now, now).orElse(null);
    }

    /** A reminder was sent; several that fell due while the application was off are one. */
    void reminded(UnsignedPlan plan, Instant now) {
        nextReminderAt = plan.nextReminder(since, now).orElse(null);
    }

    void end() {
        since = null;
        nextReminderAt = null;
        expiresAt = null;
    }

    boolean isOver(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }

    boolean needsReminder(Instant now) {
        return nextReminderAt != null && !nextReminderAt.isAfter(now) && !isOver(now);
    }

    Optional<Instant> nextReminderAt() {
        return Optional.ofNullable(nextReminderAt);
    }

    Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }
}
