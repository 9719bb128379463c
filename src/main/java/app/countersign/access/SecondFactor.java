package app.countersign.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What a person's authenticator app shares with the application. */
@Entity
@Table(name = "second_factor")
class SecondFactor {

    @Id
    @Column(name = "account_id")
    private UUID accountId;

    private byte[] concealed;

    /** Whether everybody knows the secret: the demonstration's. */
    private boolean known;

    @Column(name = "last_step")
    private long lastStep;

    @Column(name = "made_at")
    private Instant madeAt;

    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    protected SecondFactor() {}

    /** @param concealed the secret as the vault encrypted it */
    SecondFactor(UUID accountId, byte[] concealed, boolean known, Instant now) {
        this.accountId = accountId;
        this.concealed = concealed.clone();
        this.known = known;
        this.madeAt = now;
    }

    /** What the vault binds the secret to. */
    static String purpose(UUID accountId) {
        return "totp:" + accountId;
    }

    byte[] concealed() {
        return concealed.clone();
    }

    boolean isKnown() {
        return known;
    }

    boolean isConfirmed() {
        return confirmedAt != null;
    }

    long lastStep() {
        return lastStep;
    }

    /** Its first code was right: from now on it is asked for. */
    void confirm(Instant now) {
        confirmedAt = now;
    }

    /** That time step's code was used, and no earlier one is good any more. */
    void use(long step) {
        lastStep = Math.max(lastStep, step);
    }
}
