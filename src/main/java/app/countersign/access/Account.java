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
import java.util.stream.Collectors;

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

    /** Kept as text: of a collection the persistence provider writes UUIDs in a way that PostgreSQL refuses. */
    @ElementCollection
    @CollectionTable(name = "account_processor", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "processor_id")
    private Set<String> processors = new HashSet<>();

    private String rooms;

    @Column(name = "records_from")
    private LocalDate recordsFrom;

    @Column(name = "records_to")
    private LocalDate recordsTo;

    @Column(name = "valid_until")
    private Instant validUntil;

    @Column(name = "password_set_at")
    private Instant passwordSetAt;

    /** Set by somebody else than the person. */
    @Column(name = "password_given")
    private boolean passwordGiven;

    @Column(name = "erased_at")
    private Instant erasedAt;

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
        this.passwordSetAt = passwordHash == null ? null : now;
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

    public Optional<EmailAddress> email() {
        return EmailAddress.parse(email);
    }

    /** Null for an account that has none: a program's, or one whose person has not followed the invitation yet. */
    String passwordHash() {
        return passwordHash;
    }

    Optional<Instant> passwordSetAt() {
        return Optional.ofNullable(passwordSetAt);
    }

    boolean isPasswordGiven() {
        return passwordGiven;
    }

    /** Whether its password is one of the demonstration's, which everybody knows. */
    boolean isDemonstration() {
        return passwordHash != null && passwordHash.startsWith(SigningIn.KNOWN);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> validUntil() {
        return Optional.ofNullable(validUntil);
    }

    public boolean isErased() {
        return erasedAt != null;
    }

    /** Whether a person, rather than a program, works with it: programs have neither address nor password. */
    public boolean isPersons() {
        return email != null || passwordHash != null;
    }

    /** How the account stands, as a key of the words: {@code open}, {@code invited}, {@code closed}, {@code ended}, {@code erased}. */
    public String state(Instant now) {
        if (isErased()) {
            return "erased";
        }
        if (!active) {
            return "closed";
        }
        if (!isOpen(now)) {
            return "ended";
        }
        return isPersons() && passwordHash == null ? "invited" : "open";
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

    boolean is(String role) {
        return roles().contains(role);
    }

    /** What the account is responsible for. */
    public Remit remit() {
        return new Remit(
                everyProcessor,
                processors.stream().map(UUID::fromString).collect(Collectors.toSet()),
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
        remit.processors().forEach(id -> processors.add(id.toString()));
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

    void isCalled(String newName, String newPosition) {
        name = newName;
        position = newPosition;
    }

    void takeRoles(Set<String> given) {
        roles = String.join(" ", new TreeSet<>(given));
    }

    /** @param hash BCrypt
     * @param given whether somebody else chose it, so that it must be changed at once */
    void takePassword(String hash, boolean given, Instant now) {
        passwordHash = hash;
        passwordGiven = given;
        passwordSetAt = now;
    }

    /** The password opens nothing any more; only a link sets another. */
    void loseItsPassword() {
        passwordHash = null;
        passwordSetAt = null;
    }

    void close() {
        active = false;
    }

    void reopen() {
        active = true;
    }

    /** Forgets the person. What stays is an id, to which the trail refers by a pseudonym. */
    void erase(Instant now) {
        close();
        loseItsPassword();
        userName = "erased-" + id;
        name = "";
        position = "";
        email = null;
        erasedAt = now;
    }
}
