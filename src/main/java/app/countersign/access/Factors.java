package app.countersign.access;

import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Settings;
import app.countersign.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Second factors: codes of an authenticator app, and recovery codes for when it is lost. */
@ApplicationScoped
class Factors {

    /** Who can't do without one (Okomo Anlage A: two-factor sign-in), however the installation is set. */
    private static final Set<String> REQUIRED = Set.of(Roles.ADMINISTRATOR, Roles.SIGNATORY, Roles.DPO);

    /** The demonstration's secret is public: its codes are shown on the page, and may be half an hour old. */
    private static final int KNOWN_WINDOW = 60;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Vault vault;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    boolean isRequired(Account account) {
        return isRequired(account.roles(), settings.factorForEverybody());
    }

    static boolean isRequired(Collection<String> roles, boolean forEverybody) {
        return forEverybody || roles.stream().anyMatch(REQUIRED::contains);
    }

    boolean has(UUID account) {
        SecondFactor factor = em.find(SecondFactor.class, account);
        return factor != null && factor.isConfirmed();
    }

    /** How many recovery codes are left. */
    long codesLeft(UUID account) {
        return codes(account).stream().filter(c -> !c.isUsed()).count();
    }

    /** Begins, or goes on with, setting one up: the secret stays the same until its first code was right. */
    Enrolment enrol(Account account) {
        SecondFactor factor = em.find(SecondFactor.class, account.id(), LockModeType.PESSIMISTIC_WRITE);
        if (factor != null && factor.isConfirmed()) {
            throw new IllegalStateException("a second factor is not shown again");
        }
        if (factor == null) {
            factor = make(account.id(), Secrets.bytes(TimedCode.SECRET_BYTES), false);
        }
        TimedCode code = codeOf(factor, account.id());
        return new Enrolment(QrCode.dataAddress(code.address(account.userName())), code.typeable());
    }

    /** Has the demonstration's known secret stand for the app of one of its accounts. */
    void enrolKnown(UUID account) {
        if (em.find(SecondFactor.class, account) == null) {
            make(account, Base32.decode(DemoAccounts.FACTOR), true).confirm(clock.instant());
        }
    }

    private SecondFactor make(UUID account, byte[] secret, boolean known) {
        SecondFactor factor =
                new SecondFactor(account, vault.conceal(secret, SecondFactor.purpose(account)), known, clock.instant());
        em.persist(factor);
        return factor;
    }

    /**
     * Takes the app's first code.
     *
     * @return the recovery codes, which nobody ever sees again; empty if the code was wrong
     */
    Optional<List<String>> confirm(UUID account, String typed) {
        SecondFactor factor = em.find(SecondFactor.class, account, LockModeType.PESSIMISTIC_WRITE);
        if (factor == null || factor.isConfirmed() || !takes(factor, account, typed)) {
            return Optional.empty();
        }
        factor.confirm(clock.instant());
        events.fire(new SecondFactorChanged(account, "set-up"));
        return Optional.of(renew(account));
    }

    /** Makes new recovery codes; those before open nothing any more. */
    List<String> newCodes(UUID account) {
        List<String> made = renew(account);
        events.fire(new SecondFactorChanged(account, "recovery-codes-made"));
        return made;
    }

    private List<String> renew(UUID account) {
        codes(account).forEach(em::remove);
        List<String> made =
                Stream.generate(RecoveryCode::make).limit(RecoveryCode.COUNT).toList();
        made.forEach(code -> em.persist(new RecoveryCode(account, code)));
        return made;
    }

    /** Whether that is a code of the account's app or one of its recovery codes; it is used up then. */
    boolean accepts(UUID account, String typed) {
        SecondFactor factor = em.find(SecondFactor.class, account, LockModeType.PESSIMISTIC_WRITE);
        if (factor == null || !factor.isConfirmed()) {
            return false;
        }
        return RecoveryCode.looksLike(typed) ? recovers(account, typed) : takes(factor, account, typed);
    }

    /**
     * Why no code of an app can be right just now: the clock was set back behind the last code that was taken, and a
     * code that was seen then could be used again. Empty as a rule.
     */
    Optional<Reason> clockTrouble(UUID account) {
        SecondFactor factor = em.find(SecondFactor.class, account);
        boolean behind = factor != null
                && !factor.isKnown()
                && factor.lastStep() > TimedCode.step(clock.instant()) + TimedCode.WINDOW;
        return behind ? Optional.of(Reason.of("access.factor.clock")) : Optional.empty();
    }

    private boolean takes(SecondFactor factor, UUID account, String typed) {
        boolean known = factor.isKnown();
        Instant now = clock.instant();
        OptionalLong step = codeOf(factor, account)
                .stepOf(
                        typed.replaceAll("\\s", ""),
                        now,
                        known ? 0 : factor.lastStep(),
                        known ? KNOWN_WINDOW : TimedCode.WINDOW);
        step.ifPresent(factor::use);
        return step.isPresent();
    }

    private boolean recovers(UUID account, String typed) {
        String hash = RecoveryCode.hashOf(account, typed);
        Optional<RecoveryCode> code = em.createQuery(
                        "select c from RecoveryCode c where c.accountId = :account and c.hash = :hash"
                                + " and c.usedAt is null",
                        RecoveryCode.class)
                .setParameter("account", account)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst();
        code.ifPresent(c -> {
            c.use(clock.instant());
            events.fire(new SecondFactorChanged(account, "recovery-code-used"));
        });
        return code.isPresent();
    }

    /** The code of this moment, where everybody may know it: in the demonstration. */
    Optional<String> knownCode(UUID account) {
        SecondFactor factor = em.find(SecondFactor.class, account);
        return settings.demo() && factor != null && factor.isKnown()
                ? Optional.of(codeOf(factor, account).at(clock.instant()))
                : Optional.empty();
    }

    /** Takes it away with its recovery codes: whoever must have one sets up another at the next sign-in. */
    void remove(UUID account, String how) {
        SecondFactor factor = em.find(SecondFactor.class, account, LockModeType.PESSIMISTIC_WRITE);
        if (factor != null) {
            em.remove(factor);
            codes(account).forEach(em::remove);
            events.fire(new SecondFactorChanged(account, how));
        }
    }

    private TimedCode codeOf(SecondFactor factor, UUID account) {
        byte[] secret = vault.reveal(factor.concealed(), SecondFactor.purpose(account));
        try {
            return new TimedCode(secret);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private List<RecoveryCode> codes(UUID account) {
        return em.createQuery("select c from RecoveryCode c where c.accountId = :account", RecoveryCode.class)
                .setParameter("account", account)
                .getResultList();
    }
}
