package app.countersign.access;

import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.EmailAddress;
import app.countersign.kernel.PlainText;
import app.countersign.kernel.Turns;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds or makes the account of somebody whom the provider has sent: by issuer and subject; the first time by an
 * invitation that went to their address; otherwise a new one, if the installation allows it.
 */
@Stateless
public class Admission {

    /** Answers are remembered for longer than an errand may take. */
    private static final Duration REMEMBERED = Errand.LONGEST.multipliedBy(6);

    private static final String EVERY_PROCESSOR = "*";
    private static final int LONGEST_NAME = 50;
    private static final PlainText NAME = PlainText.line(200);

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Accounts accounts;

    @Inject
    private Actor actor;

    @Inject
    private Provider provider;

    @Any
    @Inject
    private Instance<ProcessorCodes> codes;

    @Inject
    private Turns turns;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /** Whether that answer is the first of its errand; from now on it isn't. */
    @PermitAll
    public boolean isFirst(String state) {
        Instant now = clock.instant();
        String hash = ApiKey.hashOf(state);
        em.createQuery("delete from ProviderAnswer a where a.takenAt < :long")
                .setParameter("long", now.minus(REMEMBERED))
                .executeUpdate();
        if (em.find(ProviderAnswer.class, hash) != null) {
            return false;
        }
        em.persist(new ProviderAnswer(hash, now));
        return true;
    }

    /** Their account, with the roles and processors that their groups give; empty if they may not enter. */
    @PermitAll
    public Optional<Account> admit(ProviderPerson person) {
        ProviderSettings rules = provider.settings().orElseThrow();
        Set<String> roles = given(rules.roles(), person);
        boolean shut = !rules.mayEnter().isEmpty() && Collections.disjoint(rules.mayEnter(), person.groups());
        if (shut || !rules.roles().isEmpty() && roles.isEmpty()) {
            return Optional.empty();
        }
        Optional<Account> account = known(person)
                .or(() -> invited(person))
                .or(() -> rules.makesAccounts() && !roles.isEmpty() ? newcomer(person, roles) : Optional.empty())
                .filter(a -> a.isOpen(clock.instant()));
        account.ifPresent(a -> {
            actor.arrives(a);
            apply(rules, person, roles, a);
        });
        return account;
    }

    private Optional<Account> known(ProviderPerson person) {
        return Optional.ofNullable(em.find(ProviderIdentity.class, ProviderIdentity.hashOf(person)))
                .map(ProviderIdentity::account);
    }

    /** An account that nobody has signed in to yet. One with a password is somebody's already, whatever its address. */
    private Optional<Account> invited(ProviderPerson person) {
        List<Account> waiting = person.email()
                .map(email -> em.createQuery(
                                "select a from Account a where lower(a.email) = :email and a.passwordHash is null"
                                        + " and a.active = true and not exists"
                                        + " (select i from ProviderIdentity i where i.account = a)",
                                Account.class)
                        .setParameter("email", email.toLowerCase(Locale.ROOT))
                        .getResultList())
                .orElse(List.of());
        // Two people may share an address; then it says of neither who they are.
        return waiting.size() == 1 ? Optional.of(linked(person, waiting.get(0), "invited")) : Optional.empty();
    }

    private Optional<Account> newcomer(ProviderPerson person, Set<String> roles) {
        Account account = new Account(
                UUID.randomUUID(),
                freeName(person),
                NAME.complaint(person.name()).isPresent() ? freeName(person) : NAME.clean(person.name()),
                "",
                null,
                List.copyOf(roles),
                Locale.GERMAN,
                clock.instant());
        account.answerFor(Remit.of(Set.of()));
        person.email().flatMap(EmailAddress::parse).ifPresent(account::isReachedAt);
        accounts.add(account);
        return Optional.of(linked(person, account, "new"));
    }

    private Account linked(ProviderPerson person, Account account, String how) {
        em.persist(new ProviderIdentity(person, account, clock.instant()));
        actor.arrives(account);
        happened.fire(new ProviderLinked(account.id(), person.issuer(), how, String.join(" ", account.roles())));
        return account;
    }

    /** What they are called there, before any {@code @}, or with a number if somebody here is called that. */
    private String freeName(ProviderPerson person) {
        String wished = person.userName()
                .toLowerCase(Locale.ROOT)
                .replaceAll("@.*", "")
                .replaceAll("[^a-z0-9._-]", "")
                .replaceAll("^(erased-|[._-])+", "");
        String base = wished.length() < 2 ? "person" : wished.substring(0, Math.min(wished.length(), LONGEST_NAME));
        return Stream.concat(Stream.of(base), IntStream.iterate(2, i -> i + 1).mapToObj(i -> base + "-" + i))
                .filter(name -> accounts.named(name).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** What the groups give, but that the last who can administer everything goes on doing so. */
    private void apply(ProviderSettings rules, ProviderPerson person, Set<String> roles, Account account) {
        Set<String> rolesBefore = account.roles();
        Remit before = account.remit();
        Set<String> rolesGiven = rules.roles().isEmpty() ? rolesBefore : roles;
        Remit remitGiven = rules.processors().isEmpty() ? before : remit(given(rules.processors(), person), before);
        boolean administers = !AccountRules.demotes(rolesBefore, before);
        if (administers
                && AccountRules.demotes(rolesGiven, remitGiven)
                && AccountRules.takesTheLast(inTurn(), account, rolesGiven, remitGiven, clock.instant())) {
            happened.fire(new LastAdministratorKept(account.id(), String.join(" ", rolesGiven), written(remitGiven)));
            rolesGiven = AccountRules.with(rolesGiven, Roles.ADMINISTRATOR);
            remitGiven = before;
        }
        account.takeRoles(rolesGiven);
        account.answerFor(remitGiven);
        if (!account.roles().equals(rolesBefore) || !account.remit().equals(before)) {
            happened.fire(new GroupsApplied(
                    account.id(),
                    String.join(" ", rolesBefore),
                    String.join(" ", account.roles()),
                    written(before),
                    written(account.remit())));
        }
    }

    /** In turn with those who change accounts here: of the last two, groups and administrators must not take one each. */
    private List<Account> inTurn() {
        turns.take("administrators");
        return accounts.all();
    }

    /** Rooms and period, which groups say nothing of, stay as they are. */
    private Remit remit(Set<String> named, Remit before) {
        Set<UUID> processors = new HashSet<>();
        for (ProcessorCodes room : codes) {
            named.forEach(code -> room.processor(code).ifPresent(processors::add));
        }
        return new Remit(named.contains(EVERY_PROCESSOR), processors, before.rooms(), before.from(), before.to());
    }

    private static String written(Remit remit) {
        return remit.everyProcessor()
                ? EVERY_PROCESSOR
                : remit.processors().stream().map(UUID::toString).sorted().collect(Collectors.joining(" "));
    }

    private static Set<String> given(Map<String, Set<String>> table, ProviderPerson person) {
        return table.entrySet().stream()
                .filter(entry -> person.groups().contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
