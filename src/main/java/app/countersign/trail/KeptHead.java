package app.countersign.trail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A signed head that was given out, or waits for being noted. */
@Entity
@Table(name = "trail_head")
class KeptHead {

    @Id
    private Long position;

    @Column(name = "signed_at")
    private Instant signedAt;

    private String head;

    @Column(name = "mailed_at")
    private Instant mailedAt;

    protected KeptHead() {}

    KeptHead(Head head) {
        this.position = head.position();
        this.signedAt = head.at();
        this.head = head.json();
    }

    String json() {
        return head;
    }

    Instant signedAt() {
        return signedAt;
    }

    void mailed(Instant now) {
        mailedAt = now;
    }
}
