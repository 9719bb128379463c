package app.countersign.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a program shows instead of a password. Only its SHA-256 is kept: a key is long and random, so nothing slower is
 * needed.
 */
@Entity
@Table(name = "api_key")
class ApiKey {

    /** How exactly the last use is known: a row is written this often at most, however busy a key is. */
    static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    private Account account;

    private String label;

    @Column(name = "key_hash")
    private String hash;

    private String hint;
    private String scopes;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    protected ApiKey() {}

    /** The key of the settings: of every scope, those to come included, and without an end. */
    ApiKey(Account account, String label, String key, Instant now) {
        this.id = UUID.randomUUID();
        this.account = account;
        this.label = label;
        this.hash = hashOf(key);
        this.hint = "";
        this.createdAt = now;
    }

    ApiKey(Account account, String label, String key, Set<String> scopes, Instant now, Instant expiresAt) {
        this(account, label, key, now);
        this.hint = KeyText.hint(key);
        this.scopes = Scopes.join(scopes);
        this.expiresAt = expiresAt;
    }

    static String hashOf(String key) {
        return Secrets.hash(key);
    }

    UUID id() {
        return id;
    }

    Account account() {
        return account;
    }

    String label() {
        return label;
    }

    String hint() {
        return hint;
    }

    Set<String> scopes() {
        return Scopes.split(scopes);
    }

    Instant createdAt() {
        return createdAt;
    }

    Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    Optional<Instant> revokedAt() {
        return Optional.ofNullable(revokedAt);
    }

    Optional<Instant> lastUsedAt() {
        return Optional.ofNullable(lastUsedAt);
    }

    boolean isOf(String key) {
        return hash.equals(hashOf(key));
    }

    /** Whether the key opens anything at that instant. */
    boolean isValid(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt)) && account.isOpen(now);
    }

    void used(Instant now) {
        boolean noted =
                lastUsedAt != null && !now.isBefore(lastUsedAt) && now.isBefore(lastUsedAt.plus(USE_NOTED_EVERY));
        if (!noted) {
            lastUsedAt = now;
        }
    }

    /** From now on it opens nothing. Once revoked it stays so, since that instant. */
    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }
}
