package app.countersign.announcement;

import app.countersign.contract.Contract;
import app.countersign.contract.Contracts;
import app.countersign.contract.TemplateVersions;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.EmailAddress;
import app.countersign.mail.Outbox;
import app.countersign.subprocessor.ChangeKind;
import app.countersign.subprocessor.Register;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What time does to announced changes: reminders, closed windows, taking effect. Each row in a transaction of its own. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class Settling {

    @Inject
    private Announcements announcements;

    @Inject
    private Contracts contracts;

    @Inject
    private TemplateVersions versions;

    @Inject
    private ChangeLetters letters;

    @Inject
    private Outbox outbox;

    @Inject
    private Register register;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    List<UUID> due(int most) {
        return announcements.due(clock.instant(), most);
    }

    List<UUID> unapplied(int most) {
        return announcements.unapplied(LocalDate.now(clock), most);
    }

    /** The register shows a move from its day on; what else was announced it has shown since. */
    void apply(UUID changeId) {
        Announcement change = announcements.lock(changeId);
        if (!change.isApplied() && change.kind() == ChangeKind.MOVED) {
            register.moves(change.engagementId(), change.places(), change.safeguards());
        }
        change.applied();
    }

    void settle(UUID noticeId) {
        ChangeNotice notice = announcements.lockNotice(noticeId);
        if (notice.nextAt().filter(at -> !at.isAfter(clock.instant())).isEmpty()) {
            return;
        }
        Announcement change = announcements.byId(notice.changeId()).orElseThrow();
        if (change.isWithdrawn()) {
            return;
        }
        switch (notice.due(clock.instant())) {
            case REMIND -> remind(change, notice);
            case TAKE_EFFECT ->
                happened.fire(new ChangeEvent.SubProcessorChangeInEffect(
                        change.id(),
                        ChangeEvent.facts(change, notice),
                        Optional.of(change.processorId()),
                        cited(notice)));
            case NOTHING -> {}
        }
    }

    private void remind(Announcement change, ChangeNotice notice) {
        Contract contract = contracts.byId(notice.contractId()).orElseThrow();
        Optional<EmailAddress> to = letters.addressee(contract);
        to.ifPresent(address -> outbox.send(letters.reminder(change, notice, contract, address)));
        if (to.isPresent()) {
            Map<String, Object> facts = ChangeEvent.facts(change, notice);
            facts.put("reminder", notice.reminded());
            happened.fire(new ChangeEvent.SubProcessorChangeReminded(
                    change.id(), facts, Optional.of(change.processorId()), cited(notice)));
        }
    }

    Optional<String> cited(ChangeNotice notice) {
        String clause = notice.clause();
        return Optional.of(
                clause.contains(" ")
                        ? clause
                        : contracts
                                .byId(notice.contractId())
                                .map(contract ->
                                        versions.template(contract.template()).code() + " " + clause)
                                .orElse(clause));
    }
}
