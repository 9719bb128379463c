package app.countersign.access;

import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Gives accounts other passwords, by the rules. */
@ApplicationScoped
class ChangingPasswords {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private PasswordRules rules;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /**
     * Each rule with whether that text keeps it; those that take long are not asked.
     *
     * @return in the rules' order; null where the rule is asked later
     */
    List<PasswordTick> look(Account account, String text) {
        NewPassword typed = new NewPassword(text == null ? "" : text, account.userName(), List.of());
        return rules.all().stream()
                .map(rule -> new PasswordTick(
                        rule.wording(),
                        rule.slow() ? "later" : rule.refusal(typed).isEmpty() ? "kept" : "open"))
                .toList();
    }

    /**
     * @param how as {@link PasswordChanged} tells it
     * @throws Invalid with what it is not, or that the two differ
     */
    void change(Account account, String text, String again, String how) {
        String password = text == null ? "" : text;
        if (!password.equals(again)) {
            throw Invalid.field("again", Reason.of("access.password.differs"));
        }
        List<Reason> refusals = rules.refusals(new NewPassword(password, account.userName(), former(account)));
        if (!refusals.isEmpty()) {
            throw new Invalid(Map.of("password", refusals.get(0)));
        }
        remember(account);
        account.takePassword(SigningIn.hash(password), false, clock.instant());
        events.fire(new PasswordChanged(account.id(), how));
    }

    private List<String> former(Account account) {
        return Stream.concat(
                        Stream.ofNullable(account.passwordHash()),
                        rows(account).stream().map(FormerPassword::hash))
                .toList();
    }

    /** The present one becomes a former one; of those only as many are kept as are refused. */
    void remember(Account account) {
        if (account.passwordHash() == null) {
            return;
        }
        em.persist(new FormerPassword(account.id(), account.passwordHash(), clock.instant()));
        em.flush();
        rows(account).stream().skip(rules.kept()).forEach(em::remove);
    }

    void forget(Account account) {
        rows(account).forEach(em::remove);
    }

    private List<FormerPassword> rows(Account account) {
        return em.createQuery(
                        "select f from FormerPassword f where f.accountId = :account order by f.replacedAt desc",
                        FormerPassword.class)
                .setParameter("account", account.id())
                .getResultList();
    }
}
