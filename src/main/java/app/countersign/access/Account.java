package app.countersign.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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

    void read(Locale chosen) {
        this.language = chosen.getLanguage();
    }
}
