package app.countersign.access;

import app.countersign.kernel.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** The links with which people set a password. */
@ApplicationScoped
class AccountLinks {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Event<LinkMade> made;

    /** Makes a link and has it mailed; those before it open nothing any more. */
    void make(Account account, AccountLink.Purpose purpose) {
        revoke(account);
        String word = Secrets.word();
        em.persist(new AccountLink(account, purpose, word, clock.instant()));
        made.fire(new LinkMade(
                account.id(),
                account.name(),
                account.email().map(EmailAddress::value).orElseThrow(),
                account.language(),
                account.userName(),
                purpose == AccountLink.Purpose.INVITATION,
                word));
    }

    void revoke(Account account) {
        em.createQuery("select l from AccountLink l where l.account = :account and l.usedAt is null", AccountLink.class)
                .setParameter("account", account)
                .getResultList()
                .forEach(l -> l.use(clock.instant()));
    }

    /** The link with that word, if it still opens something. */
    Optional<AccountLink> good(String word, LockModeType lock) {
        Instant now = clock.instant();
        return Optional.ofNullable(word)
                .map(w -> em.find(AccountLink.class, Secrets.hash(w), lock))
                .filter(l -> l.isGood(now));
    }
}
