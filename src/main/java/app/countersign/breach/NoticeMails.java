package app.countersign.breach;

import app.countersign.access.Account;
import app.countersign.access.Accounts;
import app.countersign.access.Roles;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.Settings;
import app.countersign.kernel.Texts;
import app.countersign.mail.Mail;
import app.countersign.mail.MailBounced;
import app.countersign.mail.MailDelivered;
import app.countersign.mail.MailFailed;
import app.countersign.mail.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What becomes of the letters that were mailed: the mail server's answer is kept as proof; of one that could not be
 * delivered somebody is told at once, for whoever it was for knows nothing.
 */
@ApplicationScoped
class NoticeMails {

    private static final List<String> TOLD = List.of(Roles.DPO, Roles.LEGAL);

    @Inject
    private Notices notices;

    @Inject
    private Breaches breaches;

    @Inject
    private Outbox outbox;

    @Inject
    private Accounts accounts;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    void taken(@Observes MailDelivered event) {
        sent(event).ifPresent(sent -> notices.byMail(sent.id()).ifPresent(telling -> telling.taken(sent)));
    }

    void cameBack(@Observes MailBounced event) {
        sent(event).ifPresent(this::failed);
    }

    void givenUp(@Observes MailFailed event) {
        sent(event).ifPresent(this::failed);
    }

    private Optional<Outbox.Sent> sent(DomainEvent event) {
        return Breaches.KIND.equals(event.objectKind())
                ? outbox.sent(UUID.fromString(String.valueOf(event.facts().get("mail"))))
                : Optional.empty();
    }

    private void failed(Outbox.Sent sent) {
        notices.byMail(sent.id()).ifPresent(telling -> {
            telling.failed(sent, clock.instant());
            Notice notice = notices.byId(telling.noticeId()).orElseThrow();
            // Where the same was told in another way since, or to others too, nobody is left untold by it.
            boolean untold = notices.tellings(notice.id()).stream()
                    .allMatch(one -> one == telling || one.failedAt().isPresent());
            if (untold) {
                returned(notice, sent);
            }
        });
    }

    private void returned(Notice notice, Outbox.Sent sent) {
        notice.cameBack(sent.recipient(), sent.problem().orElse(""));
        Breach breach = breaches.known(notice.breachId());
        happened.fire(new NoticeEvent.NoticeReturned(
                breach.id(), NoticeEvent.facts(breach, notice), Optional.of(notice.processorId())));
        for (Account account : accounts.all()) {
            boolean responsible = account.isActive()
                    && account.roles().stream().anyMatch(TOLD::contains)
                    && account.remit().covers(notice.processorId());
            if (responsible) {
                account.email().ifPresent(address -> outbox.send(warning(breach, notice, sent, account)));
            }
        }
    }

    private Mail warning(Breach breach, Notice notice, Outbox.Sent sent, Account account) {
        Texts texts = Texts.of(account.language());
        Object[] args = {
            breach.number(),
            notice.addressee(),
            sent.recipient(),
            sent.problem().orElse(""),
            settings.baseUrl() + "/breach/notice?id=" + notice.id()
        };
        return Mail.plain(
                        account.email().orElseThrow(),
                        texts.text("notice.mail.returned.subject", args),
                        texts.text("notice.mail.returned.text", args),
                        account.language(),
                        Breaches.KIND,
                        breach.id())
                .of(notice.processorId());
    }
}
