package app.countersign.access;

import app.countersign.kernel.Refused;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Compares what somebody typed with a secret, each time as an attempt that counts. */
@ApplicationScoped
class Trying {

    @Inject
    private Attempts attempts;

    @Inject
    private Factors factors;

    /** Two first attempts at the same moment both write the row; whoever comes second finds it on trying again. */
    boolean begin(String what, String address, Optional<Account> account) {
        Optional<UUID> id = account.map(Account::id);
        try {
            return attempts.begin(what, address, id);
        } catch (EJBException e) {
            return attempts.begin(what, address, id);
        }
    }

    void succeeded(String what, String address) {
        attempts.succeeded(what, address);
    }

    /**
     * Whether that is a code of the account's second factor, or a recovery code.
     *
     * @throws Refused if no code can be right just now, with why
     */
    boolean code(Account account, String typed, String address) {
        String what = "factor:" + account.id();
        String code = typed == null ? "" : typed.strip();
        if (!RecoveryCode.looksLike(code)) {
            factors.clockTrouble(account.id()).ifPresent(trouble -> {
                throw new Refused(trouble);
            });
        }
        boolean theirs = begin(what, address, Optional.of(account)) && factors.accepts(account.id(), code);
        if (theirs) {
            succeeded(what, address);
        }
        return theirs;
    }

    /** Whether that is the account's password. */
    boolean password(Account account, String typed, String address) {
        String what = SigningIn.nameOf(account.userName());
        boolean theirs = begin(what, address, Optional.of(account))
                && account.passwordHash() != null
                && PasswordRules.matches(typed == null ? "" : typed, account.passwordHash());
        if (theirs) {
            succeeded(what, address);
        }
        return theirs;
    }
}
