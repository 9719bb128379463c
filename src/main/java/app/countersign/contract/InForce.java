package app.countersign.contract;

import app.countersign.kernel.DomainEvent;
import app.countersign.terms.Conclusion;
import jakarta.enterprise.event.Event;
import java.util.Map;
import java.util.Optional;

/** Tells the other rooms that a contract has come into force. */
final class InForce {

    private InForce() {}

    /** Does nothing as long as it is not in force. */
    static void tell(Contract contract, Conclusion conclusion, Event<DomainEvent> happened) {
        if (contract.state() != ContractState.IN_FORCE) {
            return;
        }
        Map<String, Object> facts = ContractEvent.facts(
                contract, "effectiveOn", contract.effectiveOn().orElseThrow().toString());
        String clause = contract.template().code() + " " + conclusion.clause().id();
        happened.fire(
                new ContractEvent.ContractInForce(ContractEvent.Subject.of(contract), facts, Optional.of(clause)));
    }
}
