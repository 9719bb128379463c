package app.countersign.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The BCrypt hash of a password that an account had, so that it isn't chosen again too soon. */
@Entity
@Table(name = "former_password")
class FormerPassword {

    @Id
    private UUID id;

    @Column(name = "account_id")
    private UUID accountId;

    @Column(name = "password_hash")
    private String hash;

    @Column(name = "replaced_at")
    private Instant replacedAt;

    protected FormerPassword() {}

    FormerPassword(UUID accountId, String hash, Instant now) {
        this.id = UUID.randomUUID();
        this.accountId = accountId;
        this.hash = hash;
        this.replacedAt = now;
    }

    String hash() {
        return hash;
    }
}
