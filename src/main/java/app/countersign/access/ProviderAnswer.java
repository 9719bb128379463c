package app.countersign.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An answer of the provider that was taken: none is taken twice, on any instance. */
@Entity
@Table(name = "provider_answer")
class ProviderAnswer {

    @Id
    @Column(name = "state_hash")
    private String stateHash;

    @Column(name = "taken_at")
    private Instant takenAt;

    protected ProviderAnswer() {}

    ProviderAnswer(String stateHash, Instant takenAt) {
        this.stateHash = stateHash;
        this.takenAt = takenAt;
    }
}
