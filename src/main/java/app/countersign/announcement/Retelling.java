package app.countersign.announcement;

import app.countersign.contract.Contract;
import app.countersign.contract.Contracts;
import app.countersign.deadline.Deadlines;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.EmailAddress;
import app.countersign.kernel.Reason;
import app.countersign.mail.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Tells controllers who had been told of a change that it was withdrawn. Each in a transaction of its own. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class Retelling {

    @Inject
    private Announcements announcements;

    @Inject
    private Contracts contracts;

    @Inject
    private ChangeLetters letters;

    @Inject
    private Settling settling;

    @Inject
    private Outbox outbox;

    @Inject
    private Deadlines deadlines;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    List<UUID> unretold(int most) {
        return announcements.unretold(most);
    }

    /** Rows of those who are yet to hear, at most that many; when none is left, its clock ends. */
    List<UUID> waiting(UUID changeId, int most) {
        Announcement change = announcements.lock(changeId);
        List<UUID> waiting = announcements.unretold(changeId, most);
        if (waiting.isEmpty()) {
            change.retold();
            deadlines.waive(
                    changeId,
                    change.processorId(),
                    Campaign.CONSENT,
                    clock.instant(),
                    change.withdrawnBy(),
                    change.withdrawnReason());
        }
        return waiting;
    }

    void tell(UUID noticeId) {
        ChangeNotice notice = announcements.lockNotice(noticeId);
        if (notice.retoldAt().isPresent()) {
            return;
        }
        Announcement change = announcements.byId(notice.changeId()).orElseThrow();
        Instant now = clock.instant();
        boolean knew = !notice.recipient().isEmpty() && notice.state() != AnswerState.BARRED;
        notice.withdrawn(now);
        deadlines.waivePart(
                change.id(),
                notice.id(),
                now,
                change.withdrawnBy(),
                Reason.of("announcement.withdrawn-change").in(Locale.GERMAN));
        if (knew) {
            Contract contract = contracts.byId(notice.contractId()).orElseThrow();
            EmailAddress to = letters.addressee(contract).orElseGet(() -> new EmailAddress(notice.recipient()));
            outbox.send(letters.withdrawal(change, contract, to));
            happened.fire(new ChangeEvent.SubProcessorChangeRetold(
                    change.id(),
                    ChangeEvent.facts(change, notice),
                    Optional.of(change.processorId()),
                    settling.cited(notice)));
        }
    }
}
