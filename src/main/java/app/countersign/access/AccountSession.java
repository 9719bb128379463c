package app.countersign.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A person at a browser, from the right password until they leave. What the browser's session holds is this row's id
 * and nothing else, so that taking the row away ends it on every instance.
 */
@Entity
@Table(name = "account_session")
public class AccountSession {

    /** A row is not written for each request: to the minute is good enough. */
    private static final Duration GRAIN = Duration.ofMinutes(1);

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    private Account account;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "seen_at")
    private Instant seenAt;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "proved_at")
    private Instant provedAt;

    @Column(name = "factor_passed")
    private boolean factorPassed;

    private String address;
    private String agent;

    protected AccountSession() {}

    /** @param factorPassed whether a second factor was shown already, elsewhere */
    AccountSession(Account account, boolean factorPassed, String address, String agent, Instant now) {
        this.id = UUID.randomUUID();
        this.account = account;
        this.factorPassed = factorPassed;
        this.address = address;
        this.agent = agent;
        this.startedAt = now;
        this.seenAt = now;
    }

    public UUID id() {
        return id;
    }

    Account account() {
        return account;
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** To the minute. */
    public Instant seenAt() {
        return seenAt;
    }

    public String address() {
        return address;
    }

    public String agent() {
        return agent;
    }

    boolean isFactorPassed() {
        return factorPassed;
    }

    boolean isOpen() {
        return openedAt != null;
    }

    /**
     * Why it is over, as {@link SignedOut} says it; empty while it lasts. One that begins later than now was begun by a
     * clock that was ahead, and would last for as long as that: it is over, too.
     */
    Optional<String> over(Duration idle, Duration longest, Instant now) {
        if (now.plus(GRAIN).isBefore(startedAt)) {
            return Optional.of("clock");
        }
        if (!now.isBefore(startedAt.plus(longest))) {
            return Optional.of("longest");
        }
        return now.isBefore(seenAt.plus(idle)) ? Optional.empty() : Optional.of("idle");
    }

    void see(Instant now) {
        if (now.isAfter(seenAt.plus(GRAIN))) {
            seenAt = now;
        }
    }

    void passFactor() {
        factorPassed = true;
    }

    /** There is no factor any more that was passed: whoever must have one sets up another. */
    void loseFactor() {
        factorPassed = false;
    }

    void open(Instant now) {
        openedAt = now;
    }

    void prove(Instant now) {
        provedAt = now;
    }

    /** Whether who it is was proved once more not longer ago than that; a clock that was set back proves nothing. */
    boolean isProvedWithin(Duration time, Instant now) {
        return provedAt != null && !now.isBefore(provedAt) && now.isBefore(provedAt.plus(time));
    }
}
