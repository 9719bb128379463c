package app.countersign.breach;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The facts of a breach as they were when somebody was told them, so that a later phase can say what is new. */
@Entity
@Table(name = "breach_told_facts")
public class ToldFacts {

    @Id
    private UUID id;

    @Column(name = "breach_id")
    private UUID breachId;

    @Embedded
    private Facts facts;

    @Column(name = "told_at")
    private Instant toldAt;

    protected ToldFacts() {}

    ToldFacts(Breach breach, Instant now) {
        this.id = UUID.randomUUID();
        this.breachId = breach.id();
        this.facts = breach.facts().copied();
        this.toldAt = now;
    }

    UUID id() {
        return id;
    }

    Facts facts() {
        return facts;
    }

    Instant toldAt() {
        return toldAt;
    }
}
