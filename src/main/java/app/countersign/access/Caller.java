package app.countersign.access;

import jakarta.security.enterprise.CallerPrincipal;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The signed-in account as the container knows it: its user name, and what pages and trail want to say of it. */
public final class Caller extends CallerPrincipal {

    private static final long serialVersionUID = 1L;

    private final UUID accountId;
    private final String displayName;
    private final UUID sessionId;
    private final UUID keyId;
    private final Set<String> scopes;
    private final Set<String> roles;

    /** A person on a page.
     *
     * @param sessionId of the session in which they signed in */
    Caller(Account account, UUID sessionId) {
        this(account, sessionId, null, Set.of());
    }

    /** A program, in the name of the account that the key stands for. */
    Caller(ApiKey key) {
        this(key.account(), null, key.id(), Set.copyOf(key.scopes()));
    }

    private Caller(Account account, UUID sessionId, UUID keyId, Set<String> scopes) {
        super(account.userName());
        this.accountId = account.id();
        this.displayName = account.name();
        this.sessionId = sessionId;
        this.keyId = keyId;
        this.scopes = scopes;
        this.roles = Set.copyOf(account.roles());
    }

    public UUID accountId() {
        return accountId;
    }

    public String displayName() {
        return displayName;
    }

    /** The session in which the person signed in; null for a program. */
    UUID sessionId() {
        return sessionId;
    }

    /** Whether an API key spoke rather than a person on a page. */
    public boolean isProgram() {
        return keyId != null;
    }

    /** The API key that spoke; none on a page. */
    public Optional<UUID> keyId() {
        return Optional.ofNullable(keyId);
    }

    /** Whether the API key was made for that, one of {@link Scopes#ALL}. A person on a page needs no scope. */
    public boolean has(String scope) {
        return !isProgram() || scopes.contains(scope);
    }

    /** The roles of the account. */
    public Set<String> roles() {
        return roles;
    }
}
