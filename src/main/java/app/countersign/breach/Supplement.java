package app.countersign.breach;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.UUID;

/** What only an authority asks about a breach, beside its {@link Facts}. */
@Entity
@Table(name = "breach_supplement")
public class Supplement {

    @Id
    @Column(name = "breach_id")
    private UUID breachId;

    @Column(name = "person_categories")
    private String personCategories = "";

    private String duration = "";
    private String contact = "";

    protected Supplement() {}

    Supplement(UUID breachId) {
        this.breachId = breachId;
    }

    void amend(String newPersonCategories, String newDuration, String newContact) {
        personCategories = newPersonCategories;
        duration = newDuration;
        contact = newContact;
    }

    /** By name, for the trail. */
    Map<String, Object> told() {
        return Map.of("personCategories", personCategories, "duration", duration, "contact", contact);
    }

    public UUID breachId() {
        return breachId;
    }

    /** Such as employees, customers' customers, children (Art. 33(3)(a) GDPR); may be empty. */
    public String personCategories() {
        return personCategories;
    }

    /** How long it lasted (Art. 15(1)(b) DPO-CH); may be empty. */
    public String duration() {
        return duration;
    }

    /** Who can tell more, where it is another than the organisation's own contact; may be empty. */
    public String contact() {
        return contact;
    }
}
