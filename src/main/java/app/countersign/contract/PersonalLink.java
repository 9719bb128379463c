package app.countersign.contract;

import app.countersign.kernel.EmailAddress;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A personal link to one contract: whoever has it may read, and sign with a one-time code that goes to the address to
 * which the link went. Neither the link nor a code is kept, only their hashes.
 */
@Entity
@Table(name = "personal_link")
public class PersonalLink {

    static final Duration CODE_LIFE = Duration.ofMinutes(10);
    static final Duration BETWEEN_CODES = Duration.ofSeconds(30);
    static final int ATTEMPTS = 5;
    /** With as many codes of as many attempts each, guessing one succeeds once in ten thousand links. */
    static final int CODES = 20;

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "contract_id")
    private Contract contract;

    private String email;

    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    @Column(name = "code_hash")
    private String codeHash;

    @Column(name = "code_sent_at")
    private Instant codeSentAt;

    @Column(name = "codes_sent")
    private int codesSent;

    @Column(name = "code_attempts")
    private int attempts;

    protected PersonalLink() {}

    PersonalLink(Contract contract, EmailAddress email, String token, Instant now, Instant expiresAt) {
        this.id = UUID.randomUUID();
        this.contract = contract;
        this.email = email.value();
        this.tokenHash = Secret.hash(token);
        this.createdAt = now;
        this.expiresAt = expiresAt;
    }

    boolean opensAt(Instant now) {
        return revokedAt == null && expiresAt.isAfter(now);
    }

    void revoke(Instant now) {
        revokedAt = revokedAt == null ? now : revokedAt;
        codeHash = null;
    }

    /** Another code counts from now on, and the one before does not.
     *
     * @throws Refused if the last one is too young, or there were too many */
    void sendsCode(String code, Instant now) {
        if (codesSent >= CODES) {
            throw Refused.because("contract.code.too-many");
        }
        if (codeSentAt != null && codeSentAt.plus(BETWEEN_CODES).isAfter(now)) {
            long wait = Duration.between(now, codeSentAt.plus(BETWEEN_CODES)).toSeconds() + 1;
            throw Refused.because("contract.code.too-soon", wait);
        }
        codeHash = Secret.hash(salted(code));
        codeSentAt = now;
        codesSent++;
        attempts = 0;
    }

    /**
     * Whether that is the code. A right one is used up; a wrong one counts, so keep the change whatever comes out.
     *
     * @return why not
     */
    Optional<Reason> proves(String code, Instant now) {
        if (codeHash == null || attempts >= ATTEMPTS) {
            return Optional.of(Reason.of("contract.code.needed"));
        }
        if (!codeSentAt.plus(CODE_LIFE).isAfter(now)) {
            codeHash = null;
            return Optional.of(Reason.of("contract.code.expired"));
        }
        attempts++;
        if (!Secret.matches(codeHash, salted(code == null ? "" : code.replaceAll("\\D", "")))) {
            return Optional.of(Reason.of("contract.code.wrong", ATTEMPTS - attempts));
        }
        codeHash = null;
        return Optional.empty();
    }

    /** Until when the last code can be given; empty when there is none that could. */
    Optional<Instant> codeUntil(Instant now) {
        return Optional.ofNullable(codeHash)
                .filter(hash -> attempts < ATTEMPTS)
                .map(hash -> codeSentAt.plus(CODE_LIFE))
                .filter(until -> until.isAfter(now));
    }

    private String salted(String code) {
        return id + ":" + code;
    }

    public UUID id() {
        return id;
    }

    Contract contract() {
        return contract;
    }

    EmailAddress email() {
        return new EmailAddress(email);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    String tokenHash() {
        return tokenHash;
    }
}
