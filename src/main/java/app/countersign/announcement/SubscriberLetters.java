package app.countersign.announcement;

import app.countersign.kernel.Settings;
import app.countersign.kernel.Texts;
import app.countersign.mail.Mail;
import app.countersign.party.Organisation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What a subscriber is sent. */
@ApplicationScoped
class SubscriberLetters {

    @Inject
    private ChangeLetters changes;

    @Inject
    private SubscriberSecrets secrets;

    @Inject
    private Settings settings;

    /** Asks whether it was the address's holder; somebody who is subscribed is told so, and nobody else learns it. */
    Mail asking(Subscriber subscriber, Organisation processor) {
        String kind = subscriber.isConfirmed() ? "already" : "confirm";
        return letter(subscriber, processor, kind, processor.name(), "", "");
    }

    /** Of a change, or that it was withdrawn. */
    Mail telling(Subscriber subscriber, Organisation processor, Announcement change) {
        return change.isWithdrawn()
                ? letter(
                        subscriber,
                        processor,
                        "withdrawn",
                        change.name(),
                        changes.facts(change, subscriber.language()),
                        change.withdrawnReason())
                : letter(
                        subscriber,
                        processor,
                        "change",
                        change.name(),
                        changes.facts(change, subscriber.language()),
                        "");
    }

    private Mail letter(
            Subscriber subscriber, Organisation processor, String kind, String name, String facts, String reason) {
        Texts texts = Texts.of(subscriber.language());
        String token = secrets.token(subscriber.id());
        String page = settings.baseUrl() + "/portal/subscription?token=" + token;
        return Mail.plain(
                        secrets.addressOf(subscriber),
                        texts.text("announcement.subscription." + kind + ".subject", processor.name(), name),
                        texts.text(
                                "announcement.subscription.text",
                                texts.text(
                                        "announcement.subscription." + kind + ".text", processor.name(), facts, reason),
                                page,
                                settings.baseUrl() + "/portal/sub-processors?of="
                                        + processor.code().orElse("")),
                        subscriber.language(),
                        Subscribers.KIND,
                        subscriber.id())
                .of(processor.id())
                .withSecret(token)
                .withUnsubscribe(settings.baseUrl() + "/portal/unsubscribe?token=" + token);
    }
}
