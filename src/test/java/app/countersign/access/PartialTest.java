package app.countersign.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialTest {

    @Test
    void afterSigningInAPersonComesBackToThePageThatSentTheForm() {
        assertThat(Partial.page("http://localhost:8080/contract/view?id=7", "/contract/view"))
                .isEqualTo("/contract/view?id=7");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"not an address", "", "http://localhost//evil.example.org/x"})
    void whereTheBrowserDoesNotTellItIsTheAddressItself(String referer) {
        assertThat(Partial.page(referer, "/contract/view")).isEqualTo("/contract/view");
    }
}
