package app.countersign.access;

import jakarta.security.enterprise.CallerPrincipal;
import java.util.UUID;

/** The signed-in account as the container knows it: its user name, and what pages and trail want to say of it. */
public final class Caller extends CallerPrincipal {

    private static final long serialVersionUID = 1L;

    private final UUID accountId;
    private final String displayName;
    private final UUID sessionId;

    /** A program: an API key spoke for the account. */
    Caller(Account account) {
        this(account, null);
    }

    /** @param sessionId of the session in which the person signed in; null for a program */
    Caller(Account account, UUID sessionId) {
        super(account.userName());
        this.accountId = account.id();
        this.displayName = account.name();
        this.sessionId = sessionId;
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
        return sessionId == null;
    }
}
