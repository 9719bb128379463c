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

    /** An alarm that was just said, and of what. */
    record Rung(Deadline deadline, Alarm alarm) {}

    /** @return for how many deadlines something was said */
    int next(int most) {
        Instant now = clock.instant();
        List<Deadline> ringing = deadlines.lockRinging(now, most);
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
        return ringing.size();
    }

    private static DeadlineEvent event(Deadline deadline, Alarm alarm) {
        if (alarm.isWarning()) {
            return new DeadlineWarned(deadline);
        }
        return alarm.isDue() ? new DeadlineMissed(deadline) : new DeadlineEscalated(deadline);
    }
}
