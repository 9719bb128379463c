package app.countersign.access;

import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who is signed in, on whichever instance. */
@ApplicationScoped
class Sessions {

    static final int CAP = 200;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Inject
    private PasswordRules passwordRules;

    @Inject
    private Factors factors;

    @Inject
    private Actor actor;

    @Inject
    private Event<DomainEvent> events;

    /** @param agent as the browser calls itself */
    UUID begin(Account account, boolean factorPassed, String address, String agent) {
        Account mine = em.find(Account.class, account.id());
        AccountSession session =
                new AccountSession(mine, factorPassed, address, Agents.summary(agent), clock.instant());
        em.persist(session);
        return session.id();
    }

    /** Asked on every request of a session: empty if it is over, here or on another instance. */
    Optional<Visit> look(UUID id) {
        Instant now = clock.instant();
        Optional<Visit> visit = visit(id, now);
        visit.ifPresent(here -> here.session().see(now));
        visit.filter(here -> here.next().isEmpty() && !here.session().isOpen())
                .ifPresent(here -> open(here.session(), now));
        return visit;
    }

    /** As {@link #look}, but nobody has been seen. */
    Optional<Visit> glance(UUID id) {
        return visit(id, clock.instant());
    }

    private Optional<Visit> visit(UUID id, Instant now) {
        AccountSession session = em.find(AccountSession.class, id);
        if (session == null || !session.account().isOpen(now) || isOver(session, now)) {
            return Optional.empty();
        }
        return Optional.of(new Visit(session, session.account(), next(session, now)));
    }

    private boolean isOver(AccountSession session, Instant now) {
        return session.over(settings.sessions().idle(), settings.sessions().longest(), now)
                .isPresent();
    }

    private void open(AccountSession session, Instant now) {
        session.open(now);
        actor.arrives(session.account());
        events.fire(new SignedIn(session.account().id(), session.isFactorPassed(), session.agent()));
    }

    private Optional<Step> next(AccountSession session, Instant now) {
        Account account = session.account();
        boolean factor = hasFactor(account.id());
        if (factor && !session.isFactorPassed()) {
            return Optional.of(Step.CODE);
        }
        if (account.isPasswordGiven() || isPasswordOld(account, now)) {
            return Optional.of(Step.PASSWORD);
        }
        boolean missing = !factor && !session.isFactorPassed() && factors.isRequired(account);
        return missing ? Optional.of(Step.FACTOR) : Optional.empty();
    }

    private boolean isPasswordOld(Account account, Instant now) {
        return !account.isDemonstration()
                && account.passwordSetAt()
                        .flatMap(passwordRules::end)
                        .filter(end -> !now.isBefore(end))
                        .isPresent();
    }

    private boolean hasFactor(UUID account) {
        SecondFactor factor = em.find(SecondFactor.class, account);
        return factor != null && factor.isConfirmed();
    }

    /** Ends one, if it still lasts. */
    void end(UUID id, String why) {
        find(id).ifPresent(s -> end(s, why));
    }

    /** Ends those of an account, but for one.
     *
     * @param but null for none */
    void endAll(UUID account, UUID but, String why) {
        of(account).stream().filter(s -> !s.id().equals(but)).forEach(s -> end(s, why));
    }

    /** Takes away what is over.
     *
     * @return how many, at most a cap */
    int sweep() {
        Instant now = clock.instant();
        List<AccountSession> past = em.createQuery(
                        "select s from AccountSession s where s.seenAt <= :idle or s.startedAt <= :longest",
                        AccountSession.class)
                .setParameter("idle", now.minus(settings.sessions().idle()))
                .setParameter("longest", now.minus(settings.sessions().longest()))
                .setMaxResults(CAP)
                .getResultList();
        past.forEach(s -> end(
                s,
                s.over(settings.sessions().idle(), settings.sessions().longest(), now)
                        .orElse("idle")));
        return past.size();
    }

    private void end(AccountSession session, String why) {
        if (session.isOpen()) {
            events.fire(new SignedOut(session.account().id(), why));
        }
        em.remove(session);
    }

    /** Those of an account, the one last seen first. */
    List<AccountSession> of(UUID account) {
        return em.createQuery(
                        "select s from AccountSession s where s.account.id = :account order by s.seenAt desc, s.startedAt",
                        AccountSession.class)
                .setParameter("account", account)
                .getResultList();
    }

    Optional<AccountSession> find(UUID id) {
        return Optional.ofNullable(em.find(AccountSession.class, id, LockModeType.PESSIMISTIC_WRITE));
    }
}
