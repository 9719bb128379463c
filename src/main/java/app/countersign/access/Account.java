package app.countersign.access;

import app.countersign.kernel.EmailAddress;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A person, or a program, that works with the application. An account is closed, never deleted: the trail refers to it.
 */
@Entity
public class Account {

    @Id
    private UUID id;

    @Column(name = "user_name")
    private String userName;

    private String name;

    @Column(name = "position_title")
    private String position;

    private String email;
    private String language;

    @Column(name = "password_hash")
    private String passwordHash;

    private String roles;
    private boolean active;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "every_processor")
    private boolean everyProcessor;

    @ElementCollection
    @CollectionTable(name = "account_processor", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "processor_id")
    private Set<UUID> processors = new HashSet<>();

    private String rooms;

    @Column(name = "records_from")
    private LocalDate recordsFrom;

    @Column(name = "records_to")
    private LocalDate recordsTo;

    @Column(name = "valid_until")
    private Instant validUntil;

    protected Account() {}

    /** @param passwordHash BCrypt, or null for an account that only programs use */
    Account(
            UUID id,
            String userName,
            String name,
            String position,
            String passwordHash,
            List<String> roles,
            Locale language,
            Instant now) {
        this.id = id;
        this.userName = userName;
        this.name = name;
        this.position = position;
        this.passwordHash = passwordHash;
        this.roles = String.join(" ", roles);
        this.language = language.getLanguage();
        this.active = true;
        this.createdAt = now;
        this.everyProcessor = true;
    }

    public UUID id() {
        return id;
    }

    public String userName() {
        return userName;
    }

    public String name() {
        return name;
    }

    public String position() {
        return position;
    }

    String passwordHash() {
        return passwordHash;
    }

    public boolean isActive() {
        return active;
    }

    public Locale language() {
        return Locale.forLanguageTag(language);
    }

    public Set<String> roles() {
        return new TreeSet<>(List.of(roles.split(" ")));
    }

    /** What the account is responsible for. */
    public Remit remit() {
        return new Remit(
                everyProcessor,
                processors,
                rooms == null ? Set.of() : Set.of(rooms.split(" ")),
                Optional.ofNullable(recordsFrom),
                Optional.ofNullable(recordsTo));
    }

    /** Whether the account still opens anything at that instant: an auditor's is lent for a time. */
    boolean isOpen(Instant now) {
        return active && (validUntil == null || now.isBefore(validUntil));
    }

    void answerFor(Remit remit) {
        everyProcessor = remit.everyProcessor();
        processors.clear();
        processors.addAll(remit.processors());
        rooms = remit.rooms().isEmpty() ? null : String.join(" ", new TreeSet<>(remit.rooms()));
        recordsFrom = remit.from().orElse(null);
        recordsTo = remit.to().orElse(null);
    }

    /** @param until null for an account without an end */
    void lendUntil(Instant until) {
        validUntil = until;
    }

    void read(Locale chosen) {
        this.language = chosen.getLanguage();
    }

    void isReachedAt(EmailAddress address) {
        email = address.value();
    }

    void takeRoles(Set<String> given) {
        roles = String.join(" ", new TreeSet<>(given));
    }
}
