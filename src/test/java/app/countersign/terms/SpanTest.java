package app.countersign.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.kernel.Texts;
import java.time.DateTimeException;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {

    @ParameterizedTest
    @ValueSource(strings = {"P999999999Y", "P2147483647M", "P2147483647D", "P101Y", "PT2562047788015215H", "PT900000H"})
    void whatEndsBeyondACenturyIsEndless(String text) {
        assertThat(Span.of(text).isEndless()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1Y", "P12M", "P1Y6M", "P2Y1M3D", "P1W", "P2W", "P30D", "PT1H", "PT72H", "PT90M"})
    void whatPeopleReadTheyCanType(String text) {
        Span span = Span.of(text);

        for (Locale language : Texts.LANGUAGES) {
            assertThat(Span.typed(span.in(language))).as(span.in(language)).isEqualTo(span);
        }
        assertThat(Span.typed(" " + text.toLowerCase(Locale.ROOT) + " ")).isEqualTo(span);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12 Monate | P12M",
                "12Monaten | P12M",
                "1 year, 6 months | P1Y6M",
                "90 TAGE | P90D",
                "14 d. | P14D",
                "3 Std. | PT3H"
            })
    void itIsReadHoweverItIsWritten(String typed, String meant) {
        assertThat(Span.typed(typed)).isEqualTo(Span.of(meant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "12",
                "Monate",
                "12 moons",
                "P0D",
                "0 days",
                "-3 days",
                "3 days 4 hours",
                "1 month and more",
                "without-delay",
                "P",
                "99999999999 days",
                "999999999 years 999999999 months 999999999 years 999999999 years"
            })
    void whatIsNoneIsRefused(String typed) {
        assertThatThrownBy(() -> Span.typed(typed)).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P100Y", "P1200M", "P1W", "PT4H", "without-delay"})
    void whatEndsWithinACenturyIsNot(String text) {
        assertThat(Span.of(text).isEndless()).isFalse();
    }
}
