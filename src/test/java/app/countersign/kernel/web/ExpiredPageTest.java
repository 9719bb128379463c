package app.countersign.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpiredPageTest {

    @Test
    void theWayBackIsThePageThatWasSentWithItsQuery() {
        assertThat(ExpiredPage.back("https://dpa.example.org/contract/view?id=7"))
                .isEqualTo("/contract/view?id=7");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "not an address",
                "https://dpa.example.org//evil.example.org",
                "mailto:a@b",
                "http://h/error/expired"
            })
    void whereItIsNotKnownItLeadsToTheDesk(String referer) {
        assertThat(ExpiredPage.back(referer)).isEqualTo("/");
    }
}
