package app.countersign.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SayingTest {

    @ParameterizedTest
    @CsvSource({
        "company, company",
        "controller-name, controller.name",
        "name, controller.name",
        "main-contract-signed-on, mainContractSignedOn",
    })
    void aComplaintFindsTheInputOfItsField(String id, String field) {
        assertThat(Saying.isNamed(id, field)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"company, address", "name, controller.country", "controller, controller.name"})
    void aComplaintLeavesOtherInputsAlone(String id, String field) {
        assertThat(Saying.isNamed(id, field)).isFalse();
    }
}
