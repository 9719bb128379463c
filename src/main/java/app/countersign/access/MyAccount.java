package app.countersign.access;

import app.countersign.kernel.Change;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.EmailAddress;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Texts;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What people do with their own account. Whose it is, the session says; nobody passes an account's id here. */
@Stateless
public class MyAccount {

    @Inject
    private Actor actor;

    @Inject
    private Accounts accounts;

    @Inject
    private ChangingPasswords passwords;

    @Inject
    private PasswordRules rules;

    @Inject
    private Factors factors;

    @Inject
    private Sessions sessions;

    @Inject
    private Trying trying;

    @Inject
    private FreshProof proof;

    @Inject
    private Event<DomainEvent> events;

    /** How the account stands.
     *
     * @param factor whether there is a second factor
     * @param required whether it may not be taken away
     * @param codesLeft recovery codes that still open something */
    public record Standing(Account account, boolean factor, boolean required, long codesLeft) {}

    /** @param current whether it is the one in which this is asked */
    public record Session(AccountSession session, boolean current) {}

    @RolesAllowed({Roles.ADMINISTRATOR, Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public Standing standing() {
        Account me = me();
        return new Standing(me, factors.has(me.id()), factors.isRequired(me), factors.codesLeft(me.id()));
    }

    /** When the password must be changed; empty for never. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public Optional<Instant> passwordEnds() {
        return me().passwordSetAt().flatMap(rules::end);
    }

    @RolesAllowed({Roles.ADMINISTRATOR, Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public List<PasswordTick> look(String typed) {
        return passwords.look(me(), typed);
    }

    /** Takes another password. All other sessions end. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public void choosePassword(String present, String text, String again) {
        Account me = me();
        if (!trying.password(me, present, address())) {
            throw Invalid.field("present", Reason.of("access.password.wrong"));
        }
        passwords.change(me, text, again, "own");
        sessions.endAll(me.id(), caller().sessionId(), "password");
    }

    /** Begins setting up a second factor. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public Enrolment enrolment() {
        return factors.enrol(me());
    }

    /** Takes its first code.
     *
     * @return the recovery codes, shown this once */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public List<String> confirmFactor(String typed) {
        Account me = me();
        String what = "factor:" + me.id();
        List<String> codes = Optional.of(trying.begin(what, address(), Optional.of(me)))
                .filter(may -> may)
                .flatMap(may -> factors.confirm(me.id(), typed == null ? "" : typed))
                .orElseThrow(() -> Invalid.field("code", Reason.of("access.code.wrong")));
        trying.succeeded(what, address());
        sessions.find(caller().sessionId()).ifPresent(AccountSession::passFactor);
        sessions.endAll(me.id(), caller().sessionId(), "factor");
        return codes;
    }

    /** Makes new recovery codes, shown this once. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public List<String> newCodes() {
        proof.require();
        return factors.newCodes(me().id());
    }

    /** Does without a second factor from now on; whose role requires one must set up another before they go on. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public void removeFactor() {
        proof.require();
        factors.remove(me().id(), "removed");
        sessions.find(caller().sessionId()).ifPresent(AccountSession::loseFactor);
    }

    /** Where mails to the person go: whoever reads them can reset the password, so it is asked who they are. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public void isReachedAt(String email) {
        EmailAddress address = EmailAddress.require("email", email);
        proof.require();
        Account me = me();
        String before = me.email().map(EmailAddress::value).orElse("");
        if (!before.equals(address.value())) {
            me.isReachedAt(address);
            events.fire(new AccountChanged(me.id(), Map.of("email", new Change(before, address.value()))));
        }
    }

    @RolesAllowed({Roles.ADMINISTRATOR, Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public void read(Locale language) {
        me().read(Texts.supported(language));
    }

    /** The one last seen first. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public List<Session> sessions() {
        UUID current = caller().sessionId();
        return sessions.of(me().id()).stream()
                .map(s -> new Session(s, s.id().equals(current)))
                .toList();
    }

    /** Ends one; another person's is none that there is. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public void end(UUID session) {
        sessions.find(session)
                .filter(s -> s.account().id().equals(caller().accountId()))
                .ifPresent(s -> sessions.end(s.id(), "ended-elsewhere"));
    }

    @RolesAllowed({Roles.ADMINISTRATOR, Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public void endOthers() {
        sessions.endAll(caller().accountId(), caller().sessionId(), "ended-elsewhere");
    }

    private Account me() {
        return accounts.find(caller().accountId()).orElseThrow();
    }

    private Caller caller() {
        return actor.caller().orElseThrow();
    }

    private String address() {
        return Optional.ofNullable(actor.address()).orElse("");
    }
}
