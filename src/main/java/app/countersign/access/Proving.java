package app.countersign.access;

import app.countersign.kernel.Settings;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/**
 * Keeps when a session's person last proved who they are. In transactions of its own: a code is used up, and a wrong one
 * counts, whatever becomes of the act for which it was given.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Proving {

    @Inject
    private Sessions sessions;

    @Inject
    private Accounts accounts;

    @Inject
    private Factors factors;

    @Inject
    private Trying trying;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @PermitAll
    public boolean isFresh(Caller caller) {
        return sessions.find(caller.sessionId())
                .filter(s -> s.isProvedWithin(settings.sessions().proof(), clock.instant()))
                .isPresent();
    }

    /** Whether that is a code of the caller's second factor, or their password if they have none. */
    @PermitAll
    public boolean prove(Caller caller, String typed, String address) {
        Account account = accounts.find(caller.accountId()).orElseThrow();
        boolean proved = factors.has(account.id())
                ? trying.code(account, typed, address)
                : trying.password(account, typed, address);
        if (proved) {
            sessions.find(caller.sessionId()).ifPresent(s -> s.prove(clock.instant()));
        }
        return proved;
    }

    @PermitAll
    public boolean hasFactor(Caller caller) {
        return factors.has(caller.accountId());
    }

    /** Whether there is anything of theirs that could be asked for. */
    @PermitAll
    public boolean hasSecret(Caller caller) {
        return factors.has(caller.accountId())
                || accounts.find(caller.accountId())
                        .filter(a -> a.passwordHash() != null)
                        .isPresent();
    }

    @PermitAll
    public Optional<String> knownCode(Caller caller) {
        return factors.knownCode(caller.accountId());
    }
}
