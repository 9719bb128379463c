package app.countersign.access;

import app.countersign.kernel.KnowsItself;
import app.countersign.kernel.OwnFact;
import app.countersign.kernel.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How people sign in: the rules in force, and how far they are kept. */
@ApplicationScoped
class AccessFacts implements KnowsItself {

    @Inject
    private Accounts accounts;

    @Inject
    private Factors factors;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Override
    public List<OwnFact> facts() {
        Instant now = clock.instant();
        List<Account> open = accounts.all().stream()
                .filter(account -> account.isOpen(now) && account.isPersons())
                .toList();
        return List.of(passwords(now), hashing(now, open), factor(now, open), sessions(now), attempts(now));
    }

    private OwnFact passwords(Instant now) {
        Settings.Passwords rules = settings.passwords();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("length", rules.length());
        values.put("classes", rules.classes());
        values.put("commonest", rules.commonest());
        values.put("remembered", rules.remembered());
        values.put("name-part", rules.namePart());
        values.put("age", rules.age().toString());
        return OwnFact.of("password-rules", now, values, "first-password");
    }

    private static OwnFact hashing(Instant now, List<Account> open) {
        long weaker = open.stream().filter(Account::isDemonstration).count();
        return OwnFact.of(
                        "password-hashing",
                        now,
                        Map.of("algorithm", "BCrypt", "cost", SigningIn.COST, "weaker", weaker),
                        "password-hashing")
                .seenByThoseOfAll();
    }

    private OwnFact factor(Instant now, List<Account> open) {
        List<Account> asked = open.stream().filter(factors::isRequired).toList();
        long set = asked.stream().filter(account -> factors.has(account.id())).count();
        return OwnFact.of(
                        "second-factor",
                        now,
                        Map.of("algorithm", "TOTP (RFC 6238)", "asked", asked.size(), "set", set),
                        "two-factor-sign-in")
                .seenByThoseOfAll();
    }

    private OwnFact sessions(Instant now) {
        Settings.Sessions limits = settings.sessions();
        return OwnFact.of(
                "sessions",
                now,
                Map.of(
                        "idle", limits.idle().toString(),
                        "longest", limits.longest().toString(),
                        "proof", limits.proof().toString()));
    }

    private static OwnFact attempts(Instant now) {
        return OwnFact.of(
                "attempts",
                now,
                Map.of(
                        "free", Attempts.FREE_FOR_ONE,
                        "free-address", Attempts.FREE_FROM_ONE_ADDRESS,
                        "longest-wait", FailedAttempt.LONGEST.toString()),
                "brute-force-block");
    }
}
