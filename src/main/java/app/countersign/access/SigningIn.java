package app.countersign.access;

import at.favre.lib.crypto.bcrypt.BCrypt;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Finds out who somebody is: by password, or by what their session remembers. */
@Stateless
public class SigningIn {

    /** 2^12 rounds: about a quarter of a second on the machines of 2026. */
    static final int COST = 12;

    /** For passwords that are no secret: a start would wait seconds for the demonstration's accounts. */
    private static final int LEAST_COST = 4;

    /**
     * Compared against where there is no account, so that both answers take the same time. Of a password that nobody
     * knows, hashed beforehand with {@link #COST}: no start need wait for it.
     */
    static final String NOBODY = "$2a$12$TZHUjiQ17eQVZEeoVhINjeQ19wXUqzTXMBp2EP2TEL5ggP.s7Rlji";

    @Inject
    private Accounts accounts;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    /** The account if the password is right and the name isn't blocked just now; nothing tells the cases apart. */
    @PermitAll
    public Optional<Account> byPassword(String userName, String password) {
        Instant now = clock.instant();
        String nameHash = ApiKey.hashOf(userName.strip().toLowerCase(Locale.ROOT));
        SignInFailure failure = em.find(SignInFailure.class, nameHash, LockModeType.PESSIMISTIC_WRITE);
        if (failure != null && failure.blocks(now)) {
            return Optional.empty();
        }
        Optional<Account> account =
                accounts.named(userName).filter(a -> a.isOpen(now)).filter(a -> a.passwordHash() != null);
        boolean right = matches(password, account.map(Account::passwordHash).orElse(NOBODY));
        if (right && account.isPresent()) {
            if (failure != null) {
                em.remove(failure);
            }
            return account;
        }
        count(failure, nameHash, now);
        return Optional.empty();
    }

    private void count(SignInFailure failure, String nameHash, Instant now) {
        SignInFailure counted = failure;
        if (counted == null) {
            counted = new SignInFailure(nameHash, now);
            em.persist(counted);
        }
        counted.count(now);
    }

    /** Asked on every request of a session, so that a closed account is out at once. */
    @PermitAll
    public Optional<Account> again(UUID accountId) {
        Instant now = clock.instant();
        return accounts.find(accountId).filter(a -> a.isOpen(now));
    }

    static String hash(String password) {
        return BCrypt.withDefaults().hashToString(COST, password.toCharArray());
    }

    /** Of a password that everybody knows. */
    static String hashOfKnown(String password) {
        return BCrypt.withDefaults().hashToString(LEAST_COST, password.toCharArray());
    }

    private static boolean matches(String password, String hash) {
        byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
        // BCrypt reads 72 bytes; a longer password can't have been set.
        return bytes.length <= 71 && BCrypt.verifyer().verify(bytes, hash.getBytes(StandardCharsets.UTF_8)).verified;
    }
}
