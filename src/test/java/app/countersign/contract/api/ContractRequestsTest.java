package app.countersign.contract.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.countersign.kernel.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractRequestsTest {

    @Test
    void aDayIsReadAsItIsWritten() {
        assertThat(ContractRequests.day("on", " 2026-11-28 ")).isEqualTo("2026-11-28");
        assertThat(ContractRequests.day("on", "9999-12-31")).isEqualTo("9999-12-31");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"28.11.2026", "2026-02-30", "+999999999-12-31", "-0001-01-01", "1899-12-31", "+10000-01-01"})
    void aDayThatNobodyMeansIsRefusedBesideItsField(String text) {
        assertThat(catchThrowableOfType(() -> ContractRequests.day("on", text), Invalid.class)
                        .complaints())
                .containsOnlyKeys("on");
    }
}
