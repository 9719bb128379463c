package app.countersign.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** Stands in, once, for a code of an authenticator app that is lost. */
@Entity
@Table(name = "recovery_code")
class RecoveryCode {

    /** How many a person gets. */
    static final int COUNT = 10;

    /** 10 bytes are 16 letters and 80 bits. */
    private static final int BYTES = 10;

    @Id
    private UUID id;

    @Column(name = "account_id")
    private UUID accountId;

    @Column(name = "code_hash")
    private String hash;

    @Column(name = "used_at")
    private Instant usedAt;

    protected RecoveryCode() {}

    RecoveryCode(UUID accountId, String code) {
        this.id = UUID.randomUUID();
        this.accountId = accountId;
        this.hash = hashOf(accountId, code);
    }

    /** A new one: {@code k7qd-2m5x-aaqf-7hzt}. */
    static String make() {
        String letters = Base32.encode(Secrets.bytes(BYTES)).toLowerCase(Locale.ROOT);
        return String.join("-", letters.split("(?<=\\G.{4})"));
    }

    /** Whether something typed could be one, rather than a code of an app. */
    static boolean looksLike(String typed) {
        return plain(typed).length() == 16;
    }

    /** However it was typed: case, blanks and hyphens don't matter. */
    static String hashOf(UUID accountId, String code) {
        return Secrets.hash(accountId + ":" + plain(code));
    }

    private static String plain(String code) {
        return code.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }

    void use(Instant now) {
        usedAt = now;
    }

    boolean isUsed() {
        return usedAt != null;
    }
}
