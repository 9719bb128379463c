package app.countersign.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.kernel.Reason;
import org.junit.jupiter.api.Test;

class StoredReasonTest {

    @Test
    void aReasonIsReadLaterInAnyLanguage() {
        for (Reason reason : new Reason[] {
            Reason.of("contract.seal.no-key"),
            Reason.of("contract.refusal.no-signatory", "Okomo AG"),
            Reason.of("contract.refusal.countersign", ContractState.IN_FORCE.label())
        }) {
            assertThat(StoredReason.of(reason).reason()).isEqualTo(reason);
        }
    }

    @Test
    void aLongDetailIsCut() {
        assertThat(StoredReason.of(Reason.of("x", "y".repeat(1000))).detail()).hasSize(200);
    }
}
