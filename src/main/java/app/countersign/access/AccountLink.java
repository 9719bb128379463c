package app.countersign.access;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** A mailed link with which a person sets their password, once. Only its word's hash is kept. */
@Entity
@Table(name = "account_link")
class AccountLink {

    /** What a link is for. */
    enum Purpose {
        /** To begin with; the mail may lie for a while. */
        INVITATION(Duration.ofDays(7)),
        /** After forgetting the password. */
        RESET(Duration.ofHours(1));

        private final Duration valid;

        Purpose(Duration valid) {
            this.valid = valid;
        }

        Duration valid() {
            return valid;
        }
    }

    /** The clocks of two instances may differ by so much. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    @Id
    @Column(name = "token_hash")
    private String tokenHash;

    @ManyToOne(optional = false)
    private Account account;

    private String purpose;

    @Column(name = "made_at")
    private Instant madeAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "used_at")
    private Instant usedAt;

    protected AccountLink() {}

    AccountLink(Account account, Purpose purpose, String word, Instant now) {
        this.tokenHash = Secrets.hash(word);
        this.account = account;
        this.purpose = KebabCase.of(purpose);
        this.madeAt = now;
        this.expiresAt = now.plus(purpose.valid());
    }

    Account account() {
        return account;
    }

    Purpose purpose() {
        return KebabCase.read(Purpose.class, purpose);
    }

    /** One that a clock made that was ahead would be good for as long as that: it is not at all. */
    boolean isGood(Instant now) {
        boolean made = !now.plus(GRACE).isBefore(madeAt);
        return made && usedAt == null && now.isBefore(expiresAt) && account.isOpen(now);
    }

    void use(Instant now) {
        usedAt = now;
    }
}
