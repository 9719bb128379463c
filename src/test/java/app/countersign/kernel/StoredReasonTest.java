package app.countersign.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;

class StoredReasonTest {

    @Test
    void aReasonIsReadLaterInAnyLanguage() {
        for (Reason reason : new Reason[] {
            Reason.of("contract.seal.no-key"),
            Reason.of("contract.refusal.no-signatory", "Okomo AG"),
            Reason.of("contract.refusal.countersign", Reason.of("contract.state.in-force")),
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
