package app.countersign.terms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {

    @ParameterizedTest
    @ValueSource(strings = {"P999999999Y", "P2147483647M", "P2147483647D", "P101Y", "PT2562047788015215H", "PT900000H"})
    void whatEndsBeyondACenturyIsEndless(String text) {
        assertThat(Span.of(text).isEndless()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"P100Y", "P1200M", "P1W", "PT4H", "without-delay"})
    void whatEndsWithinACenturyIsNot(String text) {
        assertThat(Span.of(text).isEndless()).isFalse();
    }
}
