package app.countersign.measure;

import app.countersign.kernel.DomainEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keeps evidence and turns the lights of the measures that it serves, in the transaction of whoever brings it. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Keeping {

    @Inject
    private EvidenceItems items;

    @Inject
    private Measures measures;

    @Inject
    private MeasureClocks clocks;

    @Inject
    private Event<DomainEvent> happened;

    /** @param until how long it holds, by measure; the measures are locked */
    void keep(Evidence evidence, Map<Measure, Instant> until) {
        items.add(evidence);
        until.forEach((measure, end) -> {
            items.add(new Proof(evidence, measure, end));
            if (evidence.isGood()) {
                measure.proven(evidence.occurredAt(), end, evidence.source().isPresent());
            }
            if (evidence.source().isPresent()) {
                measure.fails(items.isFailing(measure.id()));
            }
            if (evidence.isGood()) {
                clocks.proven(measure, evidence.addedBy());
            }
        });
        happened.fire(EvidenceEvent.added(evidence, List.copyOf(until.keySet())));
    }

    /** It proves nothing any more: what is left counts. */
    void withdraw(Evidence evidence, Instant now, String by, String why) {
        // Whoever locks several does so in one order.
        List<UUID> served = items.served(evidence.id()).stream().sorted().toList();
        evidence.withdraw(now, by, why);
        happened.fire(EvidenceEvent.withdrawn(evidence));
        items.withdraw(evidence.id());
        for (UUID id : served) {
            Measure measure = measures.lock(id);
            Optional<Proof> left = items.longest(id);
            measure.provenOnly(
                    left.map(Proof::occurredAt).orElse(null),
                    left.map(Proof::validUntil).orElse(null),
                    left.filter(Proof::isFound).isPresent());
        }
    }
}
