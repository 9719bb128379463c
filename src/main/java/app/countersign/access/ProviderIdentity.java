package app.countersign.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** Which account the provider means by one of its subjects. Names and addresses may change there; the subject doesn't. */
@Entity
@Table(name = "provider_identity")
class ProviderIdentity {

    @Id
    @Column(name = "identity_hash")
    private String hash;

    private String issuer;
    private String subject;

    @ManyToOne(optional = false)
    private Account account;

    @Column(name = "linked_at")
    private Instant linkedAt;

    protected ProviderIdentity() {}

    ProviderIdentity(ProviderPerson person, Account account, Instant now) {
        this.hash = hashOf(person);
        this.issuer = person.issuer();
        this.subject = person.subject();
        this.account = account;
        this.linkedAt = now;
    }

    /** No issuer has a line break in it. */
    static String hashOf(ProviderPerson person) {
        return ApiKey.hashOf(person.issuer() + "\n" + person.subject());
    }

    Account account() {
        return account;
    }
}
