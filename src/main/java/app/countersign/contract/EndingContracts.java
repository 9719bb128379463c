package app.countersign.contract;

import app.countersign.kernel.DomainEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Contracts that have a last day. */
@ApplicationScoped
class EndingContracts {

    @Inject
    private Contracts contracts;

    @Inject
    private Papers papers;

    @Inject
    private EndClocks clocks;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /** Those whose last day is over somewhere; whether it is at their processor's seat, {@link #end} says. */
    List<UUID> due(int limit) {
        LocalDate latestToday = LocalDate.now(clock.withZone(ZoneOffset.MAX));
        return contracts.ending(latestToday, limit);
    }

    /** @return whether it is over now */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean end(UUID id) {
        Contract contract = contracts.lock(id);
        LocalDate today = LocalDate.now(clock.withZone(contract.processor().zone()));
        if (!contract.endIfOver(today, clock.instant())) {
            return false;
        }
        Map<String, Object> facts = ContractEvent.facts(
                contract, "endsOn", contract.endsOn().orElseThrow().toString());
        happened.fire(
                new ContractEvent.ContractEnded(ContractEvent.Subject.of(contract), facts, clause(contract, today)));
        clocks.ended(contract);
        return true;
    }

    private Optional<String> clause(Contract contract, LocalDate today) {
        EndRules rules = new EndRules(contract, papers.template(contract), today);
        return contract.endClause()
                .or(() -> contract.endKind()
                        .flatMap(rules::termOf)
                        .map(term -> term.clause().id()))
                .map(id -> contract.template().code() + " " + id);
    }
}
