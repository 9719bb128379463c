package app.countersign.contract;

import app.countersign.kernel.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Map;
import java.util.UUID;

/** The steps of taking in one contract, each in a transaction of its own: its file is looked at in between. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class PaperSteps {

    @Inject
    private PaperIntake intake;

    @Inject
    private Contracts contracts;

    Map<String, Reason> complaints(PaperContract wanted) {
        return intake.complaints(wanted);
    }

    TakingIn.Taken take(PaperContract wanted, byte[] pdf) {
        Contract contract = intake.take(wanted, pdf);
        return new TakingIn.Taken(contract.id(), contract.number(), contract.state(), pdf != null);
    }

    void add(UUID contractId, byte[] pdf) {
        intake.add(contracts.lock(contractId), pdf);
    }
}
