package app.countersign.export;

import app.countersign.access.Accounts;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a job writes of an archive; every step is a transaction of its own, so that all can see it. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class Ledger {

    private static final int MOST = 100;

    @Inject
    private EvidenceExports exports;

    @Inject
    private Accounts accounts;

    @Inject
    private Settings settings;

    @Inject
    private Event<DomainEvent> happened;

    @Inject
    private Clock clock;

    /** The next to be built, begun; empty if there is none. */
    Optional<EvidenceExport> begin() {
        return exports.next()
                .map(exports::lockAny)
                .filter(one -> one.state().isUnderWay())
                .map(one -> {
                    one.begin(clock.instant());
                    return one;
                });
    }

    /** @return what the asker may see; empty if the account is gone */
    Optional<Sight> sight(EvidenceExport export) {
        return accounts.find(export.asker()).map(Sight::of);
    }

    /** Notes how far it has come.
     *
     * @return why it must not go on; empty if it may */
    Optional<Reason> at(UUID id, String step, long done, long total) {
        EvidenceExport export = exports.lockAny(id);
        if (export.state() != ExportState.BUILDING) {
            return Optional.of(Reason.of("export.problem.cancelled"));
        }
        export.at(step, done, total);
        return refusal(export);
    }

    private Optional<Reason> refusal(EvidenceExport export) {
        return sight(export)
                .map(sight -> sight.refuses(export, clock.instant()))
                .orElse(Optional.of(Reason.of("export.problem.account-ended")));
    }

    /** @return whether it is offered now: it may have been cancelled, or the asker's time have ended */
    boolean ready(UUID id, Built built) {
        EvidenceExport export = exports.lockAny(id);
        Optional<Reason> refusal = refusal(export);
        if (export.state() != ExportState.BUILDING || refusal.isPresent()) {
            refusal.filter(why -> export.state() == ExportState.BUILDING).ifPresent(why -> fail(id, why));
            return false;
        }
        export.ready(built, settings.export().keep(), clock.instant());
        happened.fire(new ExportEvent.EvidenceExportMade(export));
        return true;
    }

    void fail(UUID id, Reason why) {
        EvidenceExport export = exports.lockAny(id);
        if (export.state().isUnderWay()) {
            export.fail(why, clock.instant());
            happened.fire(new ExportEvent.EvidenceExportFailed(export));
        }
    }

    /** Whether nobody will ask for its archive any more. */
    boolean isOver(UUID id) {
        return exports.find(id)
                .filter(one -> one.state() == ExportState.READY || one.state().isUnderWay())
                .isEmpty();
    }

    /** Those are offered no longer whose time is over, or their asker's.
     *
     * @return how many */
    int purge() {
        Instant now = clock.instant();
        List<EvidenceExport> over = exports.ready(MOST).stream()
                .filter(one -> one.expiresAt().filter(end -> !now.isBefore(end)).isPresent()
                        || refusal(one).isPresent())
                .toList();
        over.forEach(export -> {
            export.purge();
            happened.fire(new ExportEvent.EvidenceExportPurged(export));
        });
        return over.size();
    }
}
