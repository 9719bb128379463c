package app.countersign.announcement;

import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.EmailAddress;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.Refused;
import app.countersign.kernel.Texts;
import app.countersign.kernel.Turns;
import app.countersign.mail.Outbox;
import app.countersign.party.Organisation;
import app.countersign.party.Organisations;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Anybody may subscribe to what a processor announces of its sub-processors: a mail asks the address's holder, whose click
 * confirms it, and one click ends it. Whatever is answered is the same whether an address is subscribed or not.
 */
@Stateless
public class FollowingChanges {

    private static final Duration COUNTED = Duration.ofHours(1);

    /** So many strangers are asked in that time, lest somebody has us write to people who never asked. */
    private static final int MOST_ASKED = 100;

    @Inject
    private Subscribers subscribers;

    @Inject
    private SubscriberLetters letters;

    @Inject
    private SubscriberSecrets secrets;

    @Inject
    private Organisations organisations;

    @Inject
    private Outbox outbox;

    @Inject
    private Turns turns;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /** A subscription as its holder sees it. */
    public record Standing(Organisation processor, boolean confirmed) {}

    /**
     * Somebody types an address.
     *
     * @param code of the processor
     * @throws NotFound if there is none of that code
     * @throws app.countersign.kernel.Invalid with a complaint for {@code email}
     * @throws Refused if too many have been asked already
     */
    @PermitAll
    public void ask(String code, String email, Locale language) {
        Organisation processor = organisations
                .byCode(code == null ? "" : code)
                .orElseThrow(() -> NotFound.because("subprocessor.refusal.unknown"));
        EmailAddress address = EmailAddress.require("email", email);
        Instant now = clock.instant();
        turns.take("subscribing");
        if (subscribers.unconfirmedSince(now.minus(COUNTED)) >= MOST_ASKED) {
            throw Refused.because("announcement.refusal.subscribing-busy");
        }
        Optional<Subscriber> known = subscribers.marked(processor.id(), secrets.mark(address));
        Subscriber subscriber = known.orElseGet(() -> begun(processor, address, language, now));
        if (known.isEmpty() || subscriber.asks(now)) {
            outbox.send(letters.asking(subscriber, processor));
        }
    }

    private Subscriber begun(Organisation processor, EmailAddress address, Locale language, Instant now) {
        UUID id = UUID.randomUUID();
        Subscriber subscriber = new Subscriber(
                id,
                processor.id(),
                secrets.conceal(address, id),
                secrets.mark(address),
                Texts.supported(language),
                now);
        subscribers.add(subscriber);
        return subscriber;
    }

    /** Empty for a link that opens nothing, as after the end. */
    @PermitAll
    public Optional<Standing> standing(String token) {
        return secrets.subscriber(token)
                .flatMap(subscribers::byId)
                .filter(one -> one.isOpen(clock.instant()))
                .map(one -> new Standing(organisations.byId(one.processorId()).orElseThrow(), one.isConfirmed()));
    }

    /** @throws NotFound if the link opens nothing */
    @PermitAll
    public void confirm(String token) {
        Subscriber subscriber = secrets.subscriber(token)
                .flatMap(subscribers::lock)
                .filter(one -> one.isOpen(clock.instant()))
                .orElseThrow(() -> NotFound.because("announcement.refusal.no-subscription"));
        if (subscriber.confirm(clock.instant())) {
            happened.fire(new SubscriptionEvent.SubscriptionConfirmed(
                    subscriber.id(), facts(subscriber), Optional.of(subscriber.processorId())));
        }
    }

    /** Forgets the address, also in mails that wait. What is ended already stays so. */
    @PermitAll
    public void end(String token) {
        secrets.subscriber(token).flatMap(subscribers::lock).ifPresent(subscriber -> {
            outbox.forget(Subscribers.KIND, subscriber.id());
            subscribers.remove(subscriber);
            happened.fire(new SubscriptionEvent.SubscriptionEnded(
                    subscriber.id(), facts(subscriber), Optional.of(subscriber.processorId())));
        });
    }

    private Map<String, Object> facts(Subscriber subscriber) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put(
                "processor",
                organisations.byId(subscriber.processorId()).orElseThrow().name());
        return facts;
    }
}
