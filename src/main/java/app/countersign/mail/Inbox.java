package app.countersign.mail;

import app.countersign.access.Actor;
import app.countersign.access.Caller;
import app.countersign.access.CallersRemit;
import app.countersign.access.Roles;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What people see of the mails that came in, and what they can do with those that are left to them. */
@Stateless
public class Inbox {

    private static final int MOST = 200;

    @Inject
    private IntakeMails mails;

    @Inject
    private MailboxSettings settings;

    @Inject
    private CallersRemit remit;

    @Inject
    private Actor actor;

    @Inject
    private Clock clock;

    /**
     * How it stands with a mailbox.
     *
     * @param succeededAt when it was read last without trouble
     * @param remaining how many mails are still to be fetched
     * @param problem what keeps it from being read, and what to do; empty if nothing does
     * @param nextAt when it is looked at again
     */
    public record Status(
            String name, Optional<Instant> succeededAt, int remaining, Optional<Reason> problem, Instant nextAt) {}

    /** The mailboxes that the caller is responsible for; none if none is configured. */
    @RolesAllowed(Roles.LEGAL)
    public List<Status> mailboxes() {
        return settings.byName().keySet().stream()
                .sorted()
                .filter(name -> remit.get().everyProcessor())
                .map(this::status)
                .toList();
    }

    private Status status(String name) {
        return mails.mailbox(name)
                .map(box -> new Status(name, box.succeededAt(), box.remaining(), box.problem(), box.nextPollAt()))
                .orElseGet(() -> new Status(name, Optional.empty(), 0, Optional.empty(), clock.instant()));
    }

    /** Has all mailboxes looked at within seconds. */
    @RolesAllowed(Roles.LEGAL)
    public void lookNow() {
        settings.byName().keySet().forEach(name -> mails.mailbox(name).ifPresent(box -> box.tryAt(clock.instant())));
    }

    /** Mails in that state, the newest first.
     *
     * @param before those that came before that moment; empty for the newest of all */
    @RolesAllowed(Roles.LEGAL)
    public List<IntakeMail> mails(IntakeState state, Optional<Instant> before, int limit) {
        List<IntakeMail> found = mails.newest(remit.get(), state, before, Math.max(1, Math.min(limit, MOST)));
        found.forEach(IntakeMail::files);
        return found;
    }

    /** How many mails are in that state. */
    @RolesAllowed(Roles.LEGAL)
    public long count(IntakeState state) {
        return mails.count(remit.get(), state);
    }

    /** @throws NotFound if there is none, or it is another processor's */
    @RolesAllowed(Roles.LEGAL)
    public IntakeMail mail(UUID id) {
        IntakeMail mail =
                mails.byId(id).filter(this::mine).orElseThrow(() -> NotFound.because("mail.intake.refusal.unknown"));
        mail.files();
        return mail;
    }

    /** The mails that came in about that object, the newest first. */
    @RolesAllowed(Roles.LEGAL)
    public List<IntakeMail> about(String kind, UUID id) {
        return mails.about(kind, id, MOST);
    }

    /** Nothing follows from that mail; it stays in the mailbox.
     *
     * @throws app.countersign.kernel.Invalid with a complaint for {@code remark} without a reason */
    @RolesAllowed(Roles.LEGAL)
    public void dismiss(UUID id, String remark) {
        mail(id);
        mails.lock(id).dismissed(remark, me(), clock.instant());
    }

    /** A person has put it where it belongs, in the caller's transaction. */
    @RolesAllowed(Roles.LEGAL)
    public void assigned(UUID id, Reason why, Affair affair) {
        mail(id);
        mails.lock(id).assigned(why, affair, me(), clock.instant());
    }

    private boolean mine(IntakeMail mail) {
        return remit.get().everyProcessor()
                || mail.processorId().filter(remit::covers).isPresent();
    }

    private String me() {
        return actor.caller().map(Caller::displayName).orElse("");
    }
}
