package app.countersign.contract;

import app.countersign.kernel.Change;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.KebabCase;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What happens to a contract. Together these are its history. */
public sealed interface ContractEvent extends DomainEvent {

    @Override
    default String objectKind() {
        return Correspondence.ABOUT;
    }

    record ContractDrafted(UUID objectId, Map<String, Object> facts) implements ContractEvent {}

    record ContractIssued(UUID objectId, Map<String, Object> facts) implements ContractEvent {}

    record InvitationSent(UUID objectId, Map<String, Object> facts) implements ContractEvent {}

    record LinksRevoked(UUID objectId, Map<String, Object> facts) implements ContractEvent {}

    record ContractReminded(UUID objectId, Map<String, Object> facts) implements ContractEvent {}

    /** The controller signed by the personal link. */
    record ContractSigned(UUID objectId, Map<String, Object> facts) implements ContractEvent {}

    /** Somebody of ours entered what the controller signed. */
    record SignaturePageRecorded(UUID objectId, Map<String, Object> facts) implements ContractEvent {}

    record ContractAccepted(UUID objectId, Map<String, Object> facts) implements ContractEvent {}

    record ContractRefused(UUID objectId, Map<String, Object> facts) implements ContractEvent {}

    /** A file came back, and was judged. */
    record FileReturned(UUID objectId, Map<String, Object> facts) implements ContractEvent {}

    /** A person has looked at a file that came back, and took it. */
    record ReturnAccepted(UUID objectId, Map<String, Object> facts) implements ContractEvent {}

    /** A file that came back is not right: the controller was told so. */
    record ReturnRefused(UUID objectId, Map<String, Object> facts) implements ContractEvent {}

    record MainContractRecorded(UUID objectId, Map<String, Object> facts) implements ContractEvent {}

    record ContractCountersigned(UUID objectId, Map<String, Object> facts) implements ContractEvent {}

    record CountersigningFailed(UUID objectId, Map<String, Object> facts) implements ContractEvent {}

    /** From here on the promises count: the rooms that keep them listen to this. */
    record ContractInForce(UUID objectId, Map<String, Object> facts, Optional<String> clause)
            implements ContractEvent {}

    record ContractWithdrawn(UUID objectId, Map<String, Object> facts) implements ContractEvent {}

    record ContractExpired(UUID objectId, Map<String, Object> facts) implements ContractEvent {}

    /** A notice was given, or the end was declared. */
    record ContractNoticeGiven(UUID objectId, Map<String, Object> facts, Optional<String> clause)
            implements ContractEvent {}

    /** It is over: what the contract promises for its end begins. */
    record ContractEnded(UUID objectId, Map<String, Object> facts, Optional<String> clause) implements ContractEvent {}

    record NewVersionTold(UUID objectId, Map<String, Object> facts, Optional<String> clause) implements ContractEvent {}

    /** What each event tells of the contract, to which it adds its own. */
    static Map<String, Object> facts(Contract contract) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("number", contract.number());
        facts.put("state", Change.of(KebabCase.of(contract.stateBefore()), KebabCase.of(contract.state())));
        return facts;
    }

    static Map<String, Object> facts(Contract contract, String name, Object value) {
        Map<String, Object> facts = facts(contract);
        facts.put(name, value);
        return facts;
    }
}
