package app.countersign.access;

import app.countersign.kernel.Refused;
import app.countersign.kernel.Settings;
import at.favre.lib.crypto.bcrypt.BCrypt;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Finds out who somebody is: by password and second factor, or by what their session remembers. What a person does
 * before the rooms are open to them is said of their session, whose id nobody else knows.
 */
@Stateless
public class SigningIn {

    /** The most sessions that one sweep takes away. */
    public static final int CAP = Sessions.CAP;

    /** 2^12 rounds: about a quarter of a second on the machines of 2026. */
    static final int COST = 12;

    /** For passwords that are no secret: a start would wait seconds for the demonstration's accounts. */
    private static final int LEAST_COST = 4;

    /** How hashes of passwords begin that everybody knows. */
    static final String KNOWN = "$2a$04$";

    /**
     * Compared against where there is no account, so that both answers take the same time. Of a password that nobody
     * knows, hashed beforehand with {@link #COST}: no start need wait for it.
     */
    static final String NOBODY = "$2a$12$TZHUjiQ17eQVZEeoVhINjeQ19wXUqzTXMBp2EP2TEL5ggP.s7Rlji";

    @Inject
    private Accounts accounts;

    @Inject
    private Trying trying;

    @Inject
    private Sessions sessions;

    @Inject
    private Factors factors;

    @Inject
    private ChangingPasswords passwords;

    @Inject
    private Actor actor;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /**
     * The account if the password is right and neither name nor address is blocked just now; nothing tells the cases
     * apart. No transaction is open while the password is compared, which takes long on purpose.
     */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<Account> byPassword(String userName, String password, String address) {
        Instant now = clock.instant();
        Optional<Account> named = accounts.named(userName);
        String what = nameOf(userName);
        if (!trying.begin(what, address, named)) {
            return Optional.empty();
        }
        Optional<Account> account = named.filter(a -> a.isOpen(now) && mayHavePassword(a));
        boolean right = PasswordRules.matches(
                password, account.map(Account::passwordHash).orElse(NOBODY));
        if (!right || account.isEmpty()) {
            return Optional.empty();
        }
        trying.succeeded(what, address);
        return account;
    }

    static String nameOf(String userName) {
        return "name:" + userName.strip().toLowerCase(Locale.ROOT);
    }

    /** Known passwords open nothing but the demonstration. */
    private boolean mayHavePassword(Account account) {
        return account.passwordHash() != null && (settings.demo() || !account.isDemonstration());
    }

    /**
     * Begins a session of somebody whose password was right, or for whom another authority vouches.
     *
     * @param factorPassed whether that authority asked for a second factor, so that ours isn't asked
     * @param agent as the browser calls itself
     * @return the session's id, a secret of the browser's session
     */
    @PermitAll
    public UUID begin(Account account, boolean factorPassed, String address, String agent) {
        return sessions.begin(account, factorPassed, address, agent);
    }

    /** Asked on every request of a session, so that a closed account, or a session ended elsewhere, is out at once. */
    @PermitAll
    public Optional<Visit> again(UUID session) {
        return sessions.look(session);
    }

    /** The same for what a page asks by itself while nobody may be sitting there: it keeps no session from ending. */
    @PermitAll
    public Optional<Visit> glance(UUID session) {
        return sessions.glance(session);
    }

    @PermitAll
    public void end(UUID session) {
        sessions.end(session, "asked");
    }

    /** Takes away sessions that are over.
     *
     * @return how many, at most a cap */
    @PermitAll
    public int sweep() {
        return sessions.sweep();
    }

    /**
     * Whether that is a code of the person's second factor, or a recovery code; it is used up then.
     *
     * @throws Refused if no code can be right just now, with why
     */
    @PermitAll
    public boolean passCode(UUID session, String typed, String address) {
        return at(session, Step.CODE, visit -> {
            boolean passed = trying.code(visit.account(), typed, address);
            if (passed) {
                visit.session().passFactor();
            }
            return passed;
        });
    }

    /** The code of this moment, in the demonstration; empty elsewhere. */
    @PermitAll
    public Optional<String> knownCode(UUID session) {
        return sessions.look(session)
                .flatMap(visit -> factors.knownCode(visit.account().id()));
    }

    /** What the person needs to set up the second factor that is asked of them. */
    @PermitAll
    public Enrolment enrolment(UUID session) {
        return at(session, Step.FACTOR, visit -> factors.enrol(visit.account()));
    }

    /** Takes the first code of the second factor that is asked.
     *
     * @return the recovery codes, shown this once; empty if the code was wrong */
    @PermitAll
    public Optional<List<String>> confirmFactor(UUID session, String typed, String address) {
        return at(session, Step.FACTOR, visit -> {
            actor.arrives(visit.account());
            String what = "factor:" + visit.account().id();
            Optional<List<String>> codes = trying.begin(what, address, Optional.of(visit.account()))
                    ? factors.confirm(visit.account().id(), typed == null ? "" : typed)
                    : Optional.empty();
            codes.ifPresent(made -> {
                visit.session().passFactor();
                trying.succeeded(what, address);
            });
            return codes;
        });
    }

    /** How far a password that is being typed keeps the rules. */
    @PermitAll
    public List<PasswordTick> look(UUID session, String typed) {
        return at(session, Step.PASSWORD, visit -> passwords.look(visit.account(), typed));
    }

    /** Takes the other password that is asked.
     *
     * @throws app.countersign.kernel.Invalid with the rule that it breaks */
    @PermitAll
    public void choosePassword(UUID session, String text, String again) {
        at(session, Step.PASSWORD, visit -> {
            actor.arrives(visit.account());
            passwords.change(visit.account(), text, again, "own");
            sessions.endAll(visit.account().id(), session, "password");
            return null;
        });
    }

    private <T> T at(UUID session, Step step, Function<Visit, T> act) {
        Visit visit = session == null
                ? null
                : sessions.look(session)
                        .filter(v -> v.next().filter(step::equals).isPresent())
                        .orElse(null);
        if (visit == null) {
            throw Refused.because("access.refusal.ended");
        }
        return act.apply(visit);
    }

    static String hash(String password) {
        return BCrypt.withDefaults().hashToString(COST, password.toCharArray());
    }

    /** Of a password that everybody knows. */
    static String hashOfKnown(String password) {
        return BCrypt.withDefaults().hashToString(LEAST_COST, password.toCharArray());
    }
}
