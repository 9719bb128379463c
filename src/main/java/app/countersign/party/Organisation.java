package app.countersign.party;

import app.countersign.kernel.Country;
import app.countersign.kernel.EmailAddress;
import app.countersign.kernel.Zones;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** An organisation that is, was or may become a party. */
@Entity
@Table(name = "organisation")
public class Organisation {

    @Id
    private UUID id;

    private String code;
    private String name;
    private String address;
    private String country;

    @Column(name = "register_number")
    private String registerNumber;

    private String language;

    @Column(name = "time_zone")
    private String zone;

    @Column(name = "core_name")
    private String coreName;

    @Column(name = "register_key")
    private String registerKey;

    @Column(name = "created_at")
    private Instant createdAt;

    @OneToMany(mappedBy = "organisation", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("name")
    private List<Contact> contacts = new ArrayList<>();

    @Version
    private long version;

    protected Organisation() {}

    public Organisation(OrganisationDetails details, Instant now) {
        id = UUID.randomUUID();
        createdAt = now;
        zone = ZoneOffset.UTC.getId();
        amend(details);
    }

    /** An organisation that templates name, such as the processor {@code okomo}. */
    public Organisation(String code, OrganisationDetails details, ZoneId zone, Instant now) {
        this(details, now);
        this.code = Objects.requireNonNull(code);
        keepsTime(zone);
    }

    final void keepsTime(ZoneId ofItsSeat) {
        zone = ofItsSeat.getId();
    }

    final void amend(OrganisationDetails details) {
        name = details.name();
        address = details.address();
        country = details.country().code();
        registerNumber = details.registerNumber();
        language = details.language().toLanguageTag();
        coreName = LegalName.core(name);
        registerKey = registerNumber.isEmpty() ? null : LegalName.registerKey(registerNumber);
    }

    /** Adds a person to reach, or renames the one of that kind who has the address already. */
    Contact addContact(ContactKind kind, String contactName, EmailAddress email, String phone) {
        Optional<Contact> known = contacts.stream()
                .filter(c -> c.kind() == kind && c.email().equals(email))
                .findFirst();
        known.ifPresent(c -> c.amend(contactName, phone));
        return known.orElseGet(() -> {
            Contact contact = new Contact(this, kind, contactName, email, phone);
            contacts.add(contact);
            return contact;
        });
    }

    void removeContact(UUID contactId) {
        contacts.removeIf(contact -> contact.id().equals(contactId));
    }

    /** The first contact of the first of those kinds that has one: ask for the most fitting first. */
    public Optional<Contact> contact(ContactKind... kinds) {
        return Arrays.stream(kinds)
                .flatMap(kind -> contacts.stream().filter(c -> c.kind() == kind))
                .findFirst();
    }

    public UUID id() {
        return id;
    }

    /** The name by which templates call it, for processors. */
    public Optional<String> code() {
        return Optional.ofNullable(code);
    }

    public String name() {
        return name;
    }

    /** As on an envelope, one line below the other; may be empty. */
    public String address() {
        return address;
    }

    public Country country() {
        return new Country(country);
    }

    public Optional<String> registerNumber() {
        return Optional.of(registerNumber).filter(number -> !number.isEmpty());
    }

    public Locale language() {
        return Locale.forLanguageTag(language);
    }

    /** Where its days begin: what was signed "today" was signed on that day there. */
    public ZoneId zone() {
        return Zones.stored(zone);
    }

    public List<Contact> contacts() {
        return Collections.unmodifiableList(contacts);
    }

    public long version() {
        return version;
    }

    String coreName() {
        return coreName;
    }

    Optional<String> registerKey() {
        return Optional.ofNullable(registerKey);
    }
}
