package app.countersign.mail;

import app.countersign.kernel.EmailAddress;
import app.countersign.kernel.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Where mails are put. The row commits with the change that it tells of, or not at all.
 *
 * <pre>{@code outbox.send(Mail.plain(to, subject, text, language, "contract", contract.id()));}</pre>
 */
@ApplicationScoped
public class Outbox {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private OutboxMails mails;

    @Inject
    private Clock clock;

    @Inject
    private Settings settings;

    /** Puts the mail into the outbox, in the caller's transaction; there must be one. */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID send(Mail mail) {
        OutboxMail row = new OutboxMail(mail, sendingHost(), clock.instant());
        entities.persist(row);
        return row.id();
    }

    /**
     * What became of a mail that was sent from here.
     *
     * @param answer with which words the mail server took it over; empty as long as it has not
     * @param problem what a mail server said instead, or later
     */
    public record Sent(
            UUID id,
            String messageId,
            String recipient,
            MailState state,
            Optional<Instant> sentAt,
            Optional<String> answer,
            Optional<String> problem) {}

    public Optional<Sent> sent(UUID id) {
        return mails.byId(id)
                .map(mail -> new Sent(
                        mail.id(),
                        mail.messageId(),
                        mail.recipient(),
                        mail.state(),
                        mail.sentAt(),
                        mail.answer(),
                        mail.lastProblem()));
    }

    /** Whether the last mail to that address that came to an end could not be delivered: the address is of no use. */
    public boolean cameBack(EmailAddress address) {
        return mails.lastEnded(address.value())
                .map(OutboxMail::state)
                .filter(state -> state == MailState.BOUNCED || state == MailState.FAILED)
                .isPresent();
    }

    private String sendingHost() {
        return settings.mailFrom().substring(settings.mailFrom().lastIndexOf('@') + 1);
    }
}
