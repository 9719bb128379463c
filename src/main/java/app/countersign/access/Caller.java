package app.countersign.access;

import jakarta.security.enterprise.CallerPrincipal;
import java.util.UUID;

/** The signed-in account as the container knows it: its user name, and what pages and trail want to say of it. */
public final class Caller extends CallerPrincipal {

    private static final long serialVersionUID = 1L;

    private final UUID accountId;
    private final String displayName;
    private final boolean program;

    Caller(Account account, boolean program) {
        super(account.userName());
        this.accountId = account.id();
        this.displayName = account.name();
        this.program = program;
    }

    public UUID accountId() {
        return accountId;
    }

    public String displayName() {
        return displayName;
    }

    /** Whether an API key spoke rather than a person on a page. */
    public boolean isProgram() {
        return program;
    }
}
