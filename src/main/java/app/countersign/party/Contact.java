package app.countersign.party;

import app.countersign.kernel.EmailAddress;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;

/** A person or desk to reach at an organisation. */
@Entity
@Table(name = "contact")
public class Contact {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "organisation_id")
    private Organisation organisation;

    private ContactKind kind;
    private String name;
    private String email;

    @Column(name = "email_domain")
    private String emailDomain;

    private String phone;

    protected Contact() {}

    Contact(Organisation organisation, ContactKind kind, String name, EmailAddress email, String phone) {
        this.id = UUID.randomUUID();
        this.organisation = organisation;
        this.kind = kind;
        this.email = email.value();
        this.emailDomain = email.domain();
        amend(name, phone);
    }

    final void amend(String newName, String newPhone) {
        name = newName;
        phone = newPhone;
    }

    public UUID id() {
        return id;
    }

    public ContactKind kind() {
        return kind;
    }

    /** May be empty. */
    public String name() {
        return name;
    }

    public EmailAddress email() {
        return new EmailAddress(email);
    }

    /** May be empty. */
    public String phone() {
        return phone;
    }

    Organisation organisation() {
        return organisation;
    }
}
