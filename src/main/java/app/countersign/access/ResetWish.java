package app.countersign.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What somebody typed who has forgotten their password, until it is answered. */
@Entity
@Table(name = "reset_wish")
class ResetWish {

    @Id
    private UUID id;

    private String typed;

    @Column(name = "asked_at")
    private Instant askedAt;

    protected ResetWish() {}

    ResetWish(String typed, Instant now) {
        this.id = UUID.randomUUID();
        this.typed = typed;
        this.askedAt = now;
    }

    String typed() {
        return typed;
    }
}
