package app.countersign.access;

import app.countersign.kernel.CannotStart;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.EmailAddress;
import app.countersign.kernel.Secret;
import app.countersign.kernel.Settings;
import app.countersign.kernel.Turns;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Makes, at start, the demonstration's accounts and the account of the configured API key, where they are missing. */
@Singleton
@Startup
@DependsOn("Schema")
public class FirstAccounts {

    private static final Logger LOG = Logger.getLogger(FirstAccounts.class.getName());
    private static final String AUTOMATION = "automation";
    private static final String CONFIGURED = "countersign.api.key";
    private static final String FIRST = "admin";

    @Inject
    private Settings settings;

    @Inject
    private Accounts accounts;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Factors factors;

    @Inject
    private Turns turns;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    @PostConstruct
    void start() {
        turns.take("first-accounts");
        if (settings.demo()) {
            DemoAccounts.ALL.forEach(this::makeAccount);
        }
        settings.apiKey()
                .map(Secret::text)
                .ifPresentOrElse(
                        this::makeKey,
                        () -> accounts.named(AUTOMATION).ifPresent(automation -> revokeAllBut("", automation)));
        if (!settings.demo() && accounts.noneHasPassword()) {
            makeFirst();
        }
    }

    /** Somebody has to be first: an account for whoever can read the data folder, and nobody else. */
    private void makeFirst() {
        try {
            String password = FirstPassword.leaveIn(settings.dataDir());
            List<String> roles = List.of(Roles.ADMINISTRATOR, Roles.LEGAL, Roles.SIGNATORY);
            Account first = accounts.named(FIRST)
                    .orElseGet(() -> new Account(
                            idOf(FIRST), FIRST, "Administration", "", null, roles, Locale.ENGLISH, clock.instant()));
            first.takePassword(SigningIn.hash(password), true, clock.instant());
            first.takeRoles(Set.copyOf(roles));
            accounts.add(first);
            LOG.log(Level.INFO, "the first account is ''{0}''; its password is in the data folder: {1}", new Object[] {
                FIRST, FirstPassword.FILE
            });
        } catch (IOException e) {
            throw CannotStart.because("the first password can't be left in " + settings.dataDir(), e);
        }
    }

    private void makeAccount(DemoAccounts.DemoAccount demo) {
        Account account = accounts.named(demo.userName()).orElseGet(() -> made(demo));
        if (account.isDemonstration() && factors.isRequired(account)) {
            factors.enrolKnown(account.id());
        }
    }

    private Account made(DemoAccounts.DemoAccount demo) {
        Account account = new Account(
                idOf(demo.userName()),
                demo.userName(),
                demo.name(),
                demo.position(),
                SigningIn.hashOfKnown(demo.password()),
                demo.roles(),
                Locale.GERMAN,
                clock.instant());
        account.isReachedAt(new EmailAddress(demo.userName() + "@countersign.example"));
        if (DemoAccounts.LIMITED.containsKey(demo.userName())) {
            account.answerFor(Remit.of(Set.of()));
        }
        accounts.add(account);
        accounts.add(new ApiKey(account, "demonstration", DemoAccounts.keyOf(demo.userName()), clock.instant()));
        return account;
    }

    private void makeKey(String key) {
        Account automation = accounts.named(AUTOMATION).orElseGet(() -> {
            List<String> roles = List.of(Roles.ADMINISTRATOR, Roles.LEGAL, Roles.SIGNATORY, Roles.DPO);
            Account account = new Account(
                    idOf(AUTOMATION), AUTOMATION, "Automation", "API", null, roles, Locale.ENGLISH, clock.instant());
            accounts.add(account);
            return account;
        });
        revokeAllBut(key, automation);
        if (accounts.key(key).isEmpty()) {
            ApiKey made = new ApiKey(automation, CONFIGURED, key, clock.instant());
            accounts.add(made);
            happened.fire(ApiKeyMade.of(made));
        }
    }

    /** Who sets another key expects the one before to open nothing any more. */
    private void revokeAllBut(String key, Account automation) {
        accounts.keysOf(automation.id()).stream()
                .filter(earlier -> earlier.label().equals(CONFIGURED) && !earlier.isOf(key))
                .filter(earlier -> earlier.revokedAt().isEmpty())
                .forEach(earlier -> {
                    earlier.revoke(clock.instant());
                    happened.fire(ApiKeyRevoked.of(earlier));
                });
    }

    private static UUID idOf(String userName) {
        return UUID.nameUUIDFromBytes(("account:" + userName).getBytes(StandardCharsets.UTF_8));
    }
}
