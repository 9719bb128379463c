package app.countersign.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * Failed attempts under one user name, existing or not, so that the delay tells nothing. Kept in the database: all
 * instances count together.
 */
@Entity
@Table(name = "sign_in_failure")
class SignInFailure {

    private static final int FREE_ATTEMPTS = 5;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    @Id
    @Column(name = "user_name_hash")
    private String userNameHash;

    private int failures;

    @Column(name = "blocked_until")
    private Instant blockedUntil;

    protected SignInFailure() {}

    SignInFailure(String userNameHash, Instant now) {
        this.userNameHash = userNameHash;
        this.blockedUntil = now;
    }

    boolean blocks(Instant now) {
        return now.isBefore(blockedUntil);
    }

    /** Five attempts are free; then the wait doubles from one second to a quarter of an hour. */
    void count(Instant now) {
        failures++;
        int paid = failures - FREE_ATTEMPTS;
        Duration wait = paid <= 0 ? Duration.ZERO : Duration.ofSeconds(1L << Math.min(paid - 1, 20));
        blockedUntil = now.plus(wait.compareTo(LONGEST) < 0 ? wait : LONGEST);
    }
}
