package app.countersign.contract;

import app.countersign.party.Organisation;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A person who may sign for a processor, and the account with which that person signs in. */
@Entity
@Table(name = "signatory")
public class Signatory {

    @Id
    private UUID id;

    @Column(name = "account_name")
    private String accountName;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "processor_id")
    private Organisation processor;

    private String person;

    @Column(name = "position_title")
    private String position;

    private String place;

    @Column(name = "authorised_at")
    private Instant authorisedAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    protected Signatory() {}

    /** @param place where the person signs as a rule: it stands beside the date */
    Signatory(String accountName, Organisation processor, String person, String position, String place, Instant now) {
        this.id = UUID.randomUUID();
        this.accountName = accountName;
        this.processor = processor;
        this.person = person;
        this.position = position;
        this.place = place;
        this.authorisedAt = now;
    }

    /** The person may not sign from now on; what was signed stays signed. */
    void revoke(Instant now) {
        revokedAt = revokedAt == null ? now : revokedAt;
    }

    public UUID id() {
        return id;
    }

    public String accountName() {
        return accountName;
    }

    public Organisation processor() {
        return processor;
    }

    public String person() {
        return person;
    }

    public String position() {
        return position;
    }

    public String place() {
        return place;
    }

    public Optional<Instant> revokedAt() {
        return Optional.ofNullable(revokedAt);
    }

    public boolean isAuthorised() {
        return revokedAt == null;
    }
}
