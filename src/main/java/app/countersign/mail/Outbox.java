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
import java.util.List;
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

    /** Mails about that go from here, sent or waiting; not one that is being sent at this moment. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(String kind, UUID id) {
        entities.createQuery("delete from OutboxMail m where m.aboutKind = :kind and m.aboutId = :id"
                        + " and m.state <> :sending")
                .setParameter("kind", kind)
                .setParameter("id", id)
                .setParameter("sending", MailState.SENDING)
                .executeUpdate();
    }

    /** Mails of that kind that came to an end, whichever, and were made before then; they have no attachments. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forgetEnded(String kind, Instant before) {
        entities.createQuery("delete from OutboxMail m where m.aboutKind = :kind and m.state in :ended"
                        + " and m.createdAt < :before")
                .setParameter("kind", kind)
                .setParameter("ended", List.of(MailState.SENT, MailState.FAILED, MailState.BOUNCED))
                .setParameter("before", before)
                .executeUpdate();
    }

    private String sendingHost() {
        return settings.mailFrom().substring(settings.mailFrom().lastIndexOf('@') + 1);
    }
}
