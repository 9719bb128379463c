package app.countersign.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * What a program shows instead of a password. Only its SHA-256 is kept: a key is long and random, so nothing slower is
 * needed.
 */
@Entity
@Table(name = "api_key")
class ApiKey {

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    private Account account;

    private String label;

    @Column(name = "key_hash")
    private String hash;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    protected ApiKey() {}

    ApiKey(Account account, String label, String key, Instant now) {
        this.id = UUID.randomUUID();
        this.account = account;
        this.label = label;
        this.hash = hashOf(key);
        this.createdAt = now;
    }

    static String hashOf(String key) {
        return Secrets.hash(key);
    }

    Account account() {
        return account;
    }

    /** Whether the key opens anything at that instant. */
    boolean isValid(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt)) && account.isOpen(now);
    }
}
