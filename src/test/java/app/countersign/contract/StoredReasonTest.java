package app.countersign.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.kernel.Reason;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;

class StoredReasonTest {

    @Test
    void aReasonIsReadLaterInAnyLanguage() {
        for (Reason reason : new Reason[] {
            Reason.of("contract.seal.no-key"),
            Reason.of("contract.refusal.no-signatory", "Okomo AG"),
            Reason.of("contract.refusal.countersign", ContractState.IN_FORCE.label()),
            Reason.of("document.seal.expired", Date.from(Instant.parse("2026-11-22T10:15:30Z"))),
            Reason.of("document.seal.weak-key", 1024L, 2048L),
            Reason.of("document.time-stamp.unusable", "http://tsa.example", "HTTP 500")
        }) {
            assertThat(StoredReason.of(reason).reason()).isEqualTo(reason);
        }
    }

    @Test
    void aLongDetailIsCut() {
        assertThat(StoredReason.of(Reason.of("x", "y".repeat(1000))).detail()).hasSize(200);
    }
}
