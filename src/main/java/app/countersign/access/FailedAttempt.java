package app.countersign.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * How often somebody failed under one user name, existing or not, or from one address. Counted when the attempt begins
 * and taken back when it succeeds, so that many at once gain nothing.
 */
@Entity
@Table(name = "failed_attempt")
class FailedAttempt {

    /** The longest wait: whoever mistypes is never shut out for long, whatever others do. */
    static final Duration LONGEST = Duration.ofMinutes(15);

    @Id
    @Column(name = "subject_hash")
    private String subjectHash;

    private int failures;

    @Column(name = "last_at")
    private Instant lastAt;

    @Column(name = "blocked_until")
    private Instant blockedUntil;

    @Column(name = "succeeded_at")
    private Instant succeededAt;

    protected FailedAttempt() {}

    FailedAttempt(String subjectHash, Instant now) {
        this.subjectHash = subjectHash;
        this.lastAt = now;
        this.blockedUntil = now;
    }

    /** A wait far longer than the longest comes from a clock that was ahead: it must shut nobody out for a year. */
    boolean blocks(Instant now) {
        return now.isBefore(blockedUntil) && !now.plus(LONGEST.multipliedBy(2)).isBefore(blockedUntil);
    }

    int failures() {
        return failures;
    }

    Instant blockedUntil() {
        return blockedUntil;
    }

    boolean hasSucceededSince(Instant then) {
        return succeededAt != null && succeededAt.isAfter(then);
    }

    /** The last one was none after all. Those before it stay: whoever has one account may be trying others. */
    void takeBack(Instant now) {
        failures = Math.max(0, failures - 1);
        blockedUntil = now;
    }

    /**
     * So many are free; then the wait doubles from one second to a quarter of an hour. A day without any forgets them.
     *
     * @return whether it is locked by this very attempt: the wait has just become the longest
     */
    boolean count(int free, Instant now) {
        failures = lastAt.plus(Duration.ofDays(1)).isBefore(now) ? 1 : failures + 1;
        lastAt = now;
        blockedUntil = now.plus(wait(free, failures));
        return wait(free, failures).equals(LONGEST) && !wait(free, failures - 1).equals(LONGEST);
    }

    private static Duration wait(int free, int failures) {
        int paid = failures - free;
        Duration wait = paid <= 0 ? Duration.ZERO : Duration.ofSeconds(1L << Math.min(paid - 1, 20));
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }

    /** Whether the trail should know of this one: the first, then each time that their number has doubled. */
    boolean isWorthTelling() {
        return Integer.bitCount(failures) == 1;
    }

    void succeed(Instant now) {
        failures = 0;
        blockedUntil = now;
        lastAt = now;
        succeededAt = now;
    }
}
