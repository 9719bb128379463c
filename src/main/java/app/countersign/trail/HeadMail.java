package app.countersign.trail;

import app.countersign.kernel.EmailAddress;
import app.countersign.kernel.Settings;
import app.countersign.kernel.Texts;
import app.countersign.mail.Mail;
import app.countersign.mail.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Takes the trail's head out of the house: each day a signed head is mailed to the address that is set for it. Without
 * one the day's head is kept here, where somebody may note it.
 */
@ApplicationScoped
class HeadMail {

    @Inject
    private Heads heads;

    @Inject
    private Outbox outbox;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** Whether today's is still to be taken. */
    boolean isDue() {
        Optional<Instant> last = settings.trailMail().isPresent() ? heads.lastMailed() : heads.last();
        return last.map(this::day).filter(this.day(clock.instant())::equals).isEmpty();
    }

    private LocalDate day(Instant instant) {
        return instant.atZone(settings.zone()).toLocalDate();
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void take(Head head) {
        KeptHead kept = heads.keep(head);
        settings.trailMail().ifPresent(to -> {
            outbox.send(mail(to, head));
            kept.mailed(clock.instant());
        });
    }

    /** In all languages, since nobody knows who reads it. */
    private Mail mail(EmailAddress to, Head head) {
        Object[] words = {head.position(), Entry.instant(head.at()), head.json(), head.key(), settings.baseUrl()};
        String text = Texts.LANGUAGES.stream()
                .map(language -> Texts.of(language).text("trail.mail.text", words))
                .collect(Collectors.joining("\n\n—\n\n"));
        Texts first = Texts.of(Texts.LANGUAGES.get(0));
        String subject =
                first.text("trail.mail.subject", head.position(), day(head.at()).toString());
        return Mail.plain(to, subject, text, first.language(), "trail", head.installation());
    }
}
