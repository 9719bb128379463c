package app.countersign.access;

import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.PersonErased;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.kernel.Turns;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Keeps the accounts. An administrator sees and handles only those whose remit their own covers, and gives no remit
 * beyond it. Acts that give or take rights ask once more who it is.
 */
@Stateless
public class Administering {

    /** No {@code @}: what has one is looked for as an address. */
    private static final Pattern USER_NAME = Pattern.compile("(?!erased-)[a-z0-9][a-z0-9._-]{1,59}");

    private static final String UNKNOWN = "access.refusal.unknown-account";

    @Inject
    private Accounts accounts;

    @Inject
    private AccountLinks links;

    @Inject
    private Sessions sessions;

    @Inject
    private Factors factors;

    @Inject
    private ChangingPasswords passwords;

    @Inject
    private Actor actor;

    @Inject
    private CallersRemit remit;

    @Inject
    private FreshProof proof;

    @Inject
    private Turns turns;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    @Inject
    private Event<PersonErased> erased;

    /** An account as lists show it.
     *
     * @param state {@code open}, {@code invited}, {@code closed}, {@code ended}, {@code erased}
     * @param mine whether it is the caller's own */
    public record Row(Account account, AccountDetails details, String state, boolean factor, boolean mine) {}

    /** Those that the caller answers for, by name. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public List<Row> list() {
        return accounts.all().stream().filter(this::isMine).map(this::row).toList();
    }

    /** @throws NotFound if there is none, or it is beyond the caller's remit */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Row account(UUID id) {
        return row(required(id));
    }

    /**
     * Makes an account and mails its person a link with which they choose a password.
     *
     * @throws Invalid if the user name is taken or malformed
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public UUID invite(String userName, AccountDetails details) {
        String name = userName == null ? "" : userName.strip().toLowerCase(Locale.ROOT);
        if (!USER_NAME.matcher(name).matches()) {
            throw Invalid.field("userName", Reason.of("access.account.user-name-form"));
        }
        if (accounts.named(name).isPresent()) {
            throw Invalid.field("userName", Reason.of("access.account.user-name-taken"));
        }
        allow(AccountRules.exceeds(remit.get(), details.remit()));
        proof.require();
        Account account = new Account(
                UUID.randomUUID(),
                name,
                details.name(),
                details.position(),
                null,
                List.copyOf(details.roles()),
                details.language(),
                clock.instant());
        details.enter(account);
        accounts.add(account);
        events.fire(new AccountInvited(account.id(), details.facts()));
        links.make(account, AccountLink.Purpose.INVITATION);
        return account.id();
    }

    /** Changes what it is and may do. Whoever may do something else has to sign in again. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void change(UUID id, AccountDetails details) {
        turns.take("administrators");
        Account account = unerased(id);
        AccountDetails before = AccountDetails.of(account);
        if (before.mayOtherwise(details)) {
            allow(AccountRules.touchesThemselves(account, caller()));
            allow(AccountRules.exceeds(remit.get(), details.remit()));
            if (demotes(details)) {
                allow(AccountRules.leavesNobody(accounts.all(), account, clock.instant()));
            }
            proof.require();
            sessions.endAll(id, null, "roles");
        }
        Map<String, Object> changes = before.changesTo(details);
        if (!changes.isEmpty()) {
            if (changes.containsKey("email")) {
                proof.require();
            }
            details.enter(account);
            events.fire(new AccountChanged(id, changes));
        }
    }

    private static boolean demotes(AccountDetails details) {
        return AccountRules.demotes(details.roles(), details.remit())
                || details.validUntil().isPresent();
    }

    /** Its sessions end and its keys open nothing, until it is reopened. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void close(UUID id) {
        turns.take("administrators");
        Account account = removable(id);
        if (account.isActive()) {
            account.close();
            links.revoke(account);
            sessions.endAll(id, null, "closed");
            events.fire(new AccountClosed(id));
        }
    }

    @RolesAllowed(Roles.ADMINISTRATOR)
    public void reopen(UUID id) {
        Account account = unerased(id);
        if (!account.isActive()) {
            proof.require();
            account.reopen();
            events.fire(new AccountReopened(id));
        }
    }

    /** Mails a link with which the person sets a password: another invitation if they never had one. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void sendLink(UUID id) {
        Account account = required(id);
        if (!account.isOpen(clock.instant()) || account.email().isEmpty()) {
            throw Refused.because("access.refusal.no-mail");
        }
        links.make(
                account, account.passwordHash() == null ? AccountLink.Purpose.INVITATION : AccountLink.Purpose.RESET);
        events.fire(new LinkSent(id));
    }

    /** For somebody who lost app and recovery codes: they set up another at the next sign-in. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void resetFactor(UUID id) {
        Account account = required(id);
        allow(AccountRules.touchesThemselves(account, caller()));
        proof.require();
        factors.remove(id, "reset");
        sessions.endAll(id, null, "factor");
    }

    /** Signs the person out wherever they are signed in; they can sign in again. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void endSessions(UUID id) {
        Account account = required(id);
        allow(AccountRules.touchesThemselves(account, caller()));
        sessions.endAll(id, null, "administrator");
    }

    /** Forgets the person for good. The trail keeps what was done, by whom only as a pseudonym. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void erase(UUID id) {
        turns.take("administrators");
        Account account = removable(id);
        proof.require();
        if (!account.isErased()) {
            links.revoke(account);
            sessions.endAll(id, null, "closed");
            factors.remove(id, "removed");
            passwords.forget(account);
            account.erase(clock.instant());
            events.fire(new AccountErased(id));
            erased.fire(new PersonErased("account", id.toString()));
        }
    }

    private Account unerased(UUID id) {
        Account account = required(id);
        if (account.isErased()) {
            throw Refused.because("access.refusal.erased");
        }
        return account;
    }

    private Account removable(UUID id) {
        Account account = required(id);
        allow(AccountRules.touchesThemselves(account, caller()));
        allow(AccountRules.leavesNobody(accounts.all(), account, clock.instant()));
        return account;
    }

    private Row row(Account account) {
        return new Row(
                account,
                AccountDetails.of(account),
                account.state(clock.instant()),
                factors.has(account.id()),
                account.id().equals(caller().accountId()));
    }

    private Account required(UUID id) {
        return accounts.find(id).filter(this::isMine).orElseThrow(() -> NotFound.because(UNKNOWN));
    }

    private boolean isMine(Account account) {
        return AccountRules.covers(remit.get(), account.remit());
    }

    private Caller caller() {
        return actor.caller().orElseThrow();
    }

    private static void allow(Optional<Reason> refusal) {
        refusal.ifPresent(reason -> {
            throw new Refused(reason);
        });
    }
}
