package app.countersign.contract;

import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What can be done with a contract, and in which states. */
public enum Move {
    AMEND(ContractState.DRAFT),
    ISSUE(ContractState.DRAFT),
    /** Send the invitation again, or another reminder. */
    REMIND(ContractState.ISSUED, ContractState.REFUSED),
    /** The controller signs by the personal link. */
    SIGN(ContractState.ISSUED, ContractState.REFUSED),
    /** Somebody of ours enters what the controller has signed. */
    RECORD(ContractState.ISSUED, ContractState.RETURNED, ContractState.REFUSED),
    ACCEPT(ContractState.RETURNED),
    REFUSE(ContractState.RETURNED, ContractState.ACCEPTED),
    /** What came back is not right, and the contract is still the controller's to sign. */
    SEND_BACK(ContractState.ISSUED, ContractState.REFUSED),
    COUNTERSIGN(ContractState.ACCEPTED),
    /** The seal under a contract that is in force without anybody's signature. */
    CONFIRM(ContractState.IN_FORCE),
    RECORD_MAIN_CONTRACT(
            ContractState.DRAFT,
            ContractState.ISSUED,
            ContractState.RETURNED,
            ContractState.REFUSED,
            ContractState.ACCEPTED,
            ContractState.COUNTERSIGNED),
    WITHDRAW(
            ContractState.DRAFT,
            ContractState.ISSUED,
            ContractState.RETURNED,
            ContractState.REFUSED,
            ContractState.ACCEPTED,
            ContractState.COUNTERSIGNED),
    EXPIRE(ContractState.ISSUED, ContractState.REFUSED),
    TERMINATE(ContractState.IN_FORCE),
    /** Take a notice back before it has ended the contract. */
    CONTINUE(ContractState.IN_FORCE);

    private final Set<ContractState> allowed;

    Move(ContractState first, ContractState... others) {
        allowed = EnumSet.of(first, others);
    }

    public boolean allowedIn(ContractState state) {
        return allowed.contains(state);
    }

    /** Why this can't be done now; empty when it can. */
    public Optional<Reason> refusal(ContractState state) {
        return allowedIn(state)
                ? Optional.empty()
                : Optional.of(Reason.of("contract.refusal." + KebabCase.of(this), state.label()));
    }

    void require(ContractState state) {
        refusal(state).ifPresent(reason -> {
            throw new Refused(reason);
        });
    }
}
