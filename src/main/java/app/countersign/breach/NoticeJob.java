package app.countersign.breach;

import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.schedule.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Begins and mails the letters of breaches that concern many. What a run does not come to is left as it was. */
@ApplicationScoped
class NoticeJob implements Job {

    private static final int CAP = 20;
    private static final int DRAFTS = 200;

    @Inject
    private One one;

    @Override
    public String name() {
        return "send-breach-notices";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Outcome run() {
        int drafted = one.draft(DRAFTS);
        List<UUID> queued = one.queued(CAP);
        queued.forEach(this::send);
        return new Outcome(drafted + queued.size(), drafted == DRAFTS || queued.size() == CAP);
    }

    /** What is refused is noted and does not stop the others; anything else leaves it waiting for the next time. */
    private void send(UUID id) {
        try {
            one.send(id);
        } catch (Dispatch.Unmailable e) {
            one.unmailable(id, e.reason());
        } catch (Invalid e) {
            one.sentBack(id, e.complaints().values().iterator().next());
        } catch (Refused e) {
            one.sentBack(id, e.reason());
        }
    }

    /** Each in a transaction of its own: that it was told commits with its mail, or neither does. */
    @ApplicationScoped
    @Transactional(TxType.REQUIRES_NEW)
    static class One {

        @Inject
        private Notices notices;

        @Inject
        private Breaches breaches;

        @Inject
        private Drafting drafting;

        @Inject
        private Dispatch dispatch;

        @Inject
        private Clock clock;

        int draft(int most) {
            Optional<DraftingOrder> order = notices.nextOrder();
            if (order.isEmpty()) {
                return 0;
            }
            Breach breach = breaches.lock(order.get().breachId());
            int begun = drafting.next(breach, most, clock.instant(), order.get().askedBy());
            if (begun < most) {
                notices.done(order.get());
            }
            return begun;
        }

        List<UUID> queued(int most) {
            return notices.queued(clock.instant(), most);
        }

        /** The breach first, as everybody who tells does, so that nobody waits for somebody who waits. */
        void send(UUID id) {
            UUID breachId = notices.byId(id).orElseThrow().breachId();
            Breach breach = breaches.lock(breachId);
            Notice notice = notices.lock(breachId, id);
            if (notice.state() != NoticeState.QUEUED) {
                return;
            }
            Instant now = clock.instant();
            String late = Optional.ofNullable(notice.lateReason()).orElse("");
            dispatch.tell(
                    breach,
                    notice,
                    new Dispatch.Way(NoticeChannel.MAIL, now, List.of(), "", notice.queuedBy(), "", late),
                    now,
                    notice.queuedBy());
        }

        void unmailable(UUID id, Reason why) {
            waiting(id).ifPresent(notice -> notice.hasNoAddress(why));
        }

        void sentBack(UUID id, Reason why) {
            waiting(id).ifPresent(notice -> notice.sentBack(why));
        }

        private Optional<Notice> waiting(UUID id) {
            Notice notice = notices.lock(null, id);
            return Optional.of(notice).filter(one -> one.state() == NoticeState.QUEUED);
        }
    }
}
