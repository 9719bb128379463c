package app.countersign.announcement;

import app.countersign.mail.Outbox;
import app.countersign.party.Organisation;
import app.countersign.party.Organisations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Tells subscribers of a change, each in a transaction of its own, and forgets those who never confirmed. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class Spreading {

    private static final int CAP = 500;

    /** So long a mail that has gone stays to be looked at. */
    private static final Duration MAILS_KEPT = Duration.ofDays(1);

    @Inject
    private Announcements announcements;

    @Inject
    private Subscribers subscribers;

    @Inject
    private SubscriberLetters letters;

    @Inject
    private Organisations organisations;

    @Inject
    private Outbox outbox;

    @Inject
    private Clock clock;

    List<UUID> unspread(int most) {
        return announcements.unspread(most);
    }

    /** Who is yet to be told, at most that many; when nobody is left, the change is spread. */
    List<UUID> untold(UUID changeId, int most) {
        Announcement change = announcements.lock(changeId);
        List<UUID> untold = subscribers.untold(change, most);
        if (untold.isEmpty()) {
            change.spread();
        }
        return untold;
    }

    void tell(UUID changeId, UUID subscriberId) {
        Announcement change = announcements.byId(changeId).orElseThrow();
        Organisation processor = organisations.byId(change.processorId()).orElseThrow();
        subscribers
                .lock(subscriberId)
                .filter(subscriber -> subscribers.isUntold(subscriber, change))
                .ifPresent(subscriber -> {
                    outbox.send(letters.telling(subscriber, processor, change));
                    subscribers.add(new SubscriberTold(subscriber, change, clock.instant()));
                });
    }

    /** @return how many of those who never confirmed were forgotten, with what they were sent */
    int forget() {
        outbox.forgetEnded(Subscribers.KIND, clock.instant().minus(MAILS_KEPT));
        List<UUID> late = subscribers.unconfirmedBefore(clock.instant().minus(Subscriber.TO_CONFIRM), CAP);
        late.forEach(id -> subscribers
                .lock(id)
                .filter(one -> !one.isOpen(clock.instant()))
                .ifPresent(one -> {
                    outbox.forget(Subscribers.KIND, id);
                    subscribers.remove(one);
                }));
        return late.size();
    }
}
