package app.countersign.mail;

import app.countersign.access.CallersRemit;
import app.countersign.access.Roles;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.Settings;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What people see of the outbox, and what they can do there. */
@Stateless
public class MailRoom {

    private static final String UNKNOWN = "mail.refusal.unknown";
    private static final List<String> READERS = List.of(Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR);

    @Inject
    private OutboxMails mails;

    @Inject
    private CallersRemit remit;

    @Inject
    private Postman postman;

    @Resource
    private SessionContext context;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /**
     * A mail as lists show it: the text without what only its recipient may know. In demo mode, where mails reach nobody
     * and links and codes are looked up here, the whole text.
     */
    public record Row(
            UUID id,
            String to,
            String subject,
            String text,
            MailState state,
            int attempts,
            Instant createdAt,
            Optional<Instant> nextAttemptAt,
            Optional<Instant> sentAt,
            Optional<app.countersign.kernel.Reason> hint,
            List<Mail.Attachment> attachments) {}

    /** The mails that tell of that object, the newest first. */
    @RolesAllowed({Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public List<Row> about(String kind, UUID id) {
        return mails.about(kind, id, remit.get()).stream().map(this::row).toList();
    }

    /**
     * The newest mails, or only those that have not gone. Whoever only sees to it that mails go does not read what they
     * say.
     */
    @RolesAllowed({Roles.LEGAL, Roles.DPO, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public List<Row> newest(boolean unsentOnly, int limit) {
        return (unsentOnly ? mails.unsent(remit.get(), limit) : mails.newest(remit.get(), limit))
                .stream().map(this::row).toList();
    }

    /** Has a waiting or failed mail tried at once. */
    @RolesAllowed({Roles.LEGAL, Roles.DPO, Roles.ADMINISTRATOR})
    public void retry(UUID id) {
        OutboxMail mail = mails.byId(id).orElseThrow(() -> NotFound.because(UNKNOWN));
        remit.require(mail.processor().orElse(null), "mail", id, UNKNOWN);
        mail.retry(clock.instant());
    }

    private String text(OutboxMail mail) {
        boolean reads = READERS.stream().anyMatch(context::isCallerInRole);
        String text = settings.demo() ? mail.text() : mail.shownText();
        return reads ? text : "";
    }

    private Row row(OutboxMail mail) {
        return new Row(
                mail.id(),
                mail.recipient(),
                mail.subject(),
                text(mail),
                mail.state(),
                mail.attempts(),
                mail.createdAt(),
                mail.nextAttemptAt(),
                mail.sentAt(),
                mail.hint(postman.hasServer()),
                mail.attachments());
    }
}
