package app.countersign.mail;

import app.countersign.kernel.DomainEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** The steps of a delivery that need a transaction of their own, so that none is open while the mail server answers. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class Claims {

    @Inject
    private OutboxMails mails;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /** Called by the only one that delivers at this time. */
    void release() {
        mails.release(clock.instant());
    }

    Optional<OutboxMail> claimNext() {
        Optional<OutboxMail> due = mails.lockNextDue(clock.instant());
        due.ifPresent(mail -> {
            mail.claim(clock.instant());
            mail.attachments();
        });
        return due;
    }

    void delivered(UUID id, String answer) {
        mails.byId(id).ifPresent(mail -> {
            mail.delivered(answer, clock.instant());
            happened.fire(MailDelivered.of(mail));
        });
    }

    void undelivered(UUID id, String problem, boolean lasting) {
        mails.byId(id).ifPresent(mail -> {
            mail.undelivered(problem, lasting, clock.instant());
            if (mail.state() == MailState.FAILED) {
                happened.fire(MailFailed.of(mail));
            }
        });
    }
}
