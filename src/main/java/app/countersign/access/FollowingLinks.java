package app.countersign.access;

import app.countersign.kernel.Refused;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lets people set a password by a mailed link: those who were invited, and those who have forgotten theirs. Who has no
 * account gets the same answer in the same time, since the page only writes down what was typed and a job answers it.
 */
@Stateless
public class FollowingLinks {

    private static final int LONGEST = 254;
    private static final int MOST_WAITING = 1000;
    private static final int CAP = 20;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Accounts accounts;

    @Inject
    private ChangingPasswords passwords;

    @Inject
    private Sessions sessions;

    @Inject
    private Attempts attempts;

    @Inject
    private Actor actor;

    @Inject
    private Clock clock;

    @Inject
    private AccountLinks links;

    /** For whom a link is good.
     *
     * @param userName to sign in with afterwards */
    public record Holder(String userName, String name, boolean invited) {}

    /** Writes down that somebody has forgotten their password; more than so many wait for nobody. */
    @PermitAll
    public void forgotten(String typed) {
        String text = typed == null ? "" : typed.strip();
        long waiting =
                em.createQuery("select count(w) from ResetWish w", Long.class).getSingleResult();
        if (!text.isEmpty() && waiting < MOST_WAITING) {
            em.persist(new ResetWish(text.substring(0, Math.min(LONGEST, text.length())), clock.instant()));
        }
    }

    /** Answers what was written down: whoever has an account gets mail.
     *
     * @return how many were answered, at most a cap */
    @PermitAll
    public int answer() {
        List<ResetWish> wishes = em.createQuery("select w from ResetWish w order by w.askedAt", ResetWish.class)
                .setMaxResults(CAP)
                .getResultList();
        wishes.stream()
                .map(ResetWish::typed)
                .distinct()
                .flatMap(this::meant)
                .distinct()
                .forEach(this::sendReset);
        wishes.forEach(em::remove);
        return wishes.size();
    }

    private Stream<Account> meant(String typed) {
        return typed.contains("@") ? accounts.reachedAt(typed).stream() : accounts.named(typed).stream();
    }

    private void sendReset(Account account) {
        boolean invited = account.passwordHash() == null;
        if (account.isOpen(clock.instant()) && account.email().isPresent() && !wasJustSent(account)) {
            links.make(account, invited ? AccountLink.Purpose.INVITATION : AccountLink.Purpose.RESET);
        }
    }

    /** A stranger who knows the name can't fill the person's mailbox; a link that was followed is no reason to wait. */
    private boolean wasJustSent(Account account) {
        return !em.createQuery("select l.tokenHash from AccountLink l where l.account = :account and l.madeAt > :then"
                        + " and l.usedAt is null")
                .setParameter("account", account)
                .setParameter("then", clock.instant().minusSeconds(300))
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** For whom that link is good; empty if it is used, expired, replaced, or never was one. */
    @PermitAll
    public Optional<Holder> holder(String word) {
        return links.good(word, LockModeType.NONE)
                .map(l -> new Holder(
                        l.account().userName(), l.account().name(), l.purpose() == AccountLink.Purpose.INVITATION));
    }

    /** How far a password that is being typed keeps the rules. */
    @PermitAll
    public List<PasswordTick> look(String word, String typed) {
        return links.good(word, LockModeType.NONE)
                .map(l -> passwords.look(l.account(), typed))
                .orElse(List.of());
    }

    /**
     * Sets the password. The person signs in with it: a link alone, which others may have read, passes no second
     * factor. All sessions end, and what failed before is forgiven.
     *
     * @throws Refused if the link is good no more
     */
    @PermitAll
    public void choosePassword(String word, String text, String again) {
        AccountLink link = links.good(word, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Refused.because("access.refusal.link"));
        Account account = link.account();
        actor.arrives(account);
        boolean invited = link.purpose() == AccountLink.Purpose.INVITATION;
        passwords.change(account, text, again, invited ? "invitation" : "reset");
        link.use(clock.instant());
        sessions.endAll(account.id(), null, "password");
        attempts.forgive(SigningIn.nameOf(account.userName()));
    }

    /** Takes away links that opened nothing for a month.
     *
     * @return how many */
    @PermitAll
    public int sweep() {
        return em.createQuery("delete from AccountLink l where l.expiresAt < :then")
                .setParameter("then", clock.instant().minusSeconds(30L * 24 * 60 * 60))
                .executeUpdate();
    }
}
