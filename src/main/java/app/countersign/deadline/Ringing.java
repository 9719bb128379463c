package app.countersign.deadline;

import app.countersign.deadline.DeadlineEvent.DeadlineEscalated;
import app.countersign.deadline.DeadlineEvent.DeadlineMissed;
import app.countersign.deadline.DeadlineEvent.DeadlineWarned;
import app.countersign.kernel.DomainEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Says what is to be said. The deadline's next instant, the row that it was said, the mail and the trail's row are one
 * transaction: a kill at any moment leaves all of it or nothing, and nothing is said twice.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class Ringing {

    @Inject
    private Deadlines deadlines;

    @Inject
    private AlarmMails mails;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    @Inject
    private Event<AlarmsRung> rang;

    /** @return for how many deadlines something was said */
    int next(int most) {
        return say(deadlines.lockRinging(clock.instant(), most), clock.instant());
    }

    /** Those about which there is something to say, the longest first; some may be said by others meanwhile. */
    List<UUID> ringing(int most) {
        return deadlines.ringing(clock.instant(), most);
    }

    /** Says what there is to say about that one alone. */
    void one(UUID id) {
        say(List.of(deadlines.lock(id)), clock.instant());
    }

    private int say(List<Deadline> ringing, Instant now) {
        List<Rung> toTell = new ArrayList<>();
        for (Deadline deadline : ringing) {
            List<Alarm> alarms = deadline.ring(now);
            alarms.forEach(alarm -> deadlines.said(new AlarmRow(deadline.id(), alarm, now)));
            if (!alarms.isEmpty()) {
                // Of several at once, after downtime, the last says what the others would have.
                Alarm last = alarms.get(alarms.size() - 1);
                happened.fire(event(deadline, last));
                toTell.add(new Rung(deadline, last));
            }
        }
        mails.tell(toTell);
        if (!toTell.isEmpty()) {
            rang.fire(new AlarmsRung(toTell, now));
        }
        return ringing.size();
    }

    private static DeadlineEvent event(Deadline deadline, Alarm alarm) {
        if (alarm.isWarning()) {
            return new DeadlineWarned(deadline);
        }
        return alarm.isDue() ? new DeadlineMissed(deadline) : new DeadlineEscalated(deadline);
    }
}
