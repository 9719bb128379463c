package app.countersign.deadline;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A link with which a calendar program reads the deadlines that an account may see, without signing in. Only the hash of
 * its token is kept, so it can be shown once and never again.
 */
@Entity
@Table(name = "calendar_link")
public class CalendarLink {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 32;

    @Id
    private UUID id;

    @Column(name = "account_id")
    private UUID accountId;

    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    protected CalendarLink() {}

    CalendarLink(UUID accountId, String token, Instant now) {
        this.id = UUID.randomUUID();
        this.accountId = accountId;
        this.tokenHash = hash(token);
        this.createdAt = now;
    }

    /** 256 random bits, base64url: 43 characters. */
    static String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** SHA-256 in lower-case hexadecimal digits: a token is long and random, so nothing slower is needed. */
    static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** From now on it opens nothing. Once revoked it stays so, since that instant. */
    void revoke(Instant now) {
        revokedAt = revokedAt == null ? now : revokedAt;
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    public UUID id() {
        return id;
    }

    UUID accountId() {
        return accountId;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
