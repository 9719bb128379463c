package app.countersign.contract;

import app.countersign.kernel.DomainEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What happens to a contract. Together these are its history. */
public sealed interface ContractEvent extends DomainEvent {

    /** The contract, and whose it is. */
    Subject subject();

    /**
     * Which contract.
     *
     * @param processor whose it is
     */
    record Subject(UUID id, UUID processor) {

        static Subject of(Contract contract) {
            return new Subject(contract.id(), contract.processor().id());
        }
    }

    @Override
    default String objectKind() {
        return Correspondence.ABOUT;
    }

    @Override
    default UUID objectId() {
        return subject().id();
    }

    @Override
    default Optional<UUID> processor() {
        return Optional.of(subject().processor());
    }

    record ContractDrafted(Subject subject, Map<String, Object> facts) implements ContractEvent {}

    /** It was concluded elsewhere, and is in force. */
    record ContractTakenIn(Subject subject, Map<String, Object> facts) implements ContractEvent {}

    /** The paper of a contract that was taken in without it. */
    record PaperAdded(Subject subject, Map<String, Object> facts) implements ContractEvent {}

    record ContractIssued(Subject subject, Map<String, Object> facts) implements ContractEvent {}

    record InvitationSent(Subject subject, Map<String, Object> facts) implements ContractEvent {}

    record LinksRevoked(Subject subject, Map<String, Object> facts) implements ContractEvent {}

    record ContractReminded(Subject subject, Map<String, Object> facts) implements ContractEvent {}

    /** The controller signed by the personal link. */
    record ContractSigned(Subject subject, Map<String, Object> facts) implements ContractEvent {}

    /** Somebody of ours entered what the controller signed. */
    record SignaturePageRecorded(Subject subject, Map<String, Object> facts) implements ContractEvent {}

    record ContractAccepted(Subject subject, Map<String, Object> facts) implements ContractEvent {}

    record ContractRefused(Subject subject, Map<String, Object> facts) implements ContractEvent {}

    /** A file came back, and was judged. */
    record FileReturned(Subject subject, Map<String, Object> facts) implements ContractEvent {}

    /** A person has looked at a file that came back, and took it. */
    record ReturnAccepted(Subject subject, Map<String, Object> facts) implements ContractEvent {}

    /** A file that came back is not right: the controller was told so. */
    record ReturnRefused(Subject subject, Map<String, Object> facts) implements ContractEvent {}

    record MainContractRecorded(Subject subject, Map<String, Object> facts) implements ContractEvent {}

    record ContractCountersigned(Subject subject, Map<String, Object> facts) implements ContractEvent {}

    record CountersigningFailed(Subject subject, Map<String, Object> facts) implements ContractEvent {}

    /** From here on the promises count: the rooms that keep them listen to this. */
    record ContractInForce(Subject subject, Map<String, Object> facts, Optional<String> clause)
            implements ContractEvent {}

    record ContractWithdrawn(Subject subject, Map<String, Object> facts) implements ContractEvent {}

    record ContractExpired(Subject subject, Map<String, Object> facts) implements ContractEvent {}

    /** A notice was given, or the end was declared. */
    record ContractNoticeGiven(Subject subject, Map<String, Object> facts, Optional<String> clause)
            implements ContractEvent {}

    /** A notice was taken back: the contract goes on. */
    record ContractContinued(Subject subject, Map<String, Object> facts) implements ContractEvent {}

    /** A minor violation is to be cured within a time. */
    record CureDemanded(Subject subject, Map<String, Object> facts, Optional<String> clause) implements ContractEvent {}

    record ViolationCured(Subject subject, Map<String, Object> facts) implements ContractEvent {}

    /** It is over: what the contract promises for its end begins. */
    record ContractEnded(Subject subject, Map<String, Object> facts, Optional<String> clause)
            implements ContractEvent {}

    record NewVersionTold(Subject subject, Map<String, Object> facts, Optional<String> clause)
            implements ContractEvent {}

    /** What each event tells of the contract, to which it adds its own. */
    static Map<String, Object> facts(Contract contract) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("number", contract.number());
        facts.put("state", contract.tellState());
        return facts;
    }

    static Map<String, Object> facts(Contract contract, String name, Object value) {
        Map<String, Object> facts = facts(contract);
        facts.put(name, value);
        return facts;
    }
}
