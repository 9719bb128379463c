package app.countersign.terms;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.kernel.Texts;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Terms, spans and places in words for people. */
class SentenceTest {

    @Test
    void everythingThatTheVocabularyCanSayHasItsWords() {
        for (Locale language : Texts.LANGUAGES) {
            List<String> missing = new ArrayList<>();
            vocabulary().stream().filter(key -> !Texts.of(language).has(key)).forEach(missing::add);
            assertThat(missing).isEmpty();
        }
    }

    private static List<String> vocabulary() {
        List<String> keys = new ArrayList<>();
        Vocabulary.recipients().forEach(recipient -> keys.add("terms.symbol." + recipient));
        Vocabulary.groups().keySet().forEach(group -> keys.add("terms.symbol." + group));
        FieldNames.KNOWN.forEach(field -> keys.add("terms.field." + field));
        Vocabulary.kinds().forEach((kind, parts) -> {
            keys.add("terms.kind." + kind);
            parts.forEach((name, key) -> {
                String pattern = "terms." + kind + "." + name;
                keys.add(pattern);
                key.symbols().stream()
                        .filter(symbol -> !Texts.of(Locale.ENGLISH).has(pattern + "." + symbol))
                        .forEach(symbol -> keys.add("terms.symbol." + symbol));
            });
        });
        return keys;
    }

    @ParameterizedTest
    @ValueSource(strings = {"okomo-dpa", "oculavis-dpa", "360dialog-dpa"})
    void everyTermHasASentenceWithoutGaps(String code) {
        for (Term term : Shipped.template(code).terms()) {
            for (Locale language : Texts.LANGUAGES) {
                assertThat(term.sentence(language))
                        .doesNotContain("?terms", "{", "null")
                        .matches(".+: .+");
            }
        }
    }

    @Test
    void aSentenceReadsWellInBothLanguages() {
        Term place = Shipped.template("okomo-dpa").terms("place").get(0);
        assertThat(place.sentence(Locale.GERMAN))
                .isEqualTo("Orte der Verarbeitung: Schweiz, EU, anderswo mit Zustimmung und gesetzlichen Garantien,"
                        + " nie Indien, Russland, China");
        Term hotjar = Shipped.template("okomo-dpa").terms("retain").get(5);
        assertThat(hotjar.sentence(Locale.ENGLISH))
                .isEqualTo("Retention: Hotjar, 14 months, from storage, then delete"
                        + " – Privacy statement of Okomo AG (April 2020), section 4.2b");
    }

    @ParameterizedTest
    @CsvSource({
        "P12M, 12 Monate, 12 months",
        "P1M, 1 Monat, 1 month",
        "P2W, 2 Wochen, 2 weeks",
        "P14D, 14 Tage, 14 days",
        "PT72H, 72 Stunden, 72 hours",
        "PT1H30M, 1 Stunde 30 Minuten, 1 hour 30 minutes",
        "without-delay, unverzüglich, without delay"
    })
    void aSpanIsToldAsTheClauseTellsIt(String iso, String german, String english) {
        assertThat(Span.of(iso).in(Locale.GERMAN)).isEqualTo(german);
        assertThat(Span.of(iso).in(Locale.ENGLISH)).isEqualTo(english);
    }

    @Test
    void monthsAreCountedOnTheCalendarAndHoursOnTheClock() {
        ZonedDateTime start = ZonedDateTime.parse("2026-03-28T12:00:00+01:00[Europe/Zurich]");
        assertThat(Span.of("P1D").after(start)).isEqualTo("2026-03-29T10:00:00Z");
        assertThat(Span.of("PT24H").after(start)).isEqualTo("2026-03-29T11:00:00Z");
        assertThat(Span.WITHOUT_DELAY.after(start)).isEqualTo(start.toInstant());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "12M", "P0D", "-P1D", "PT0S", "P1DT1H", "soon"})
    void whatIsNoSpanIsRefused(String text) {
        Assertions.assertThatThrownBy(() -> Span.of(text)).isInstanceOf(DateTimeParseException.class);
    }

    @Test
    void aGroupOfCountriesHoldsItsMembers() {
        Places places = new Places(List.of("CH", "EEA"));
        assertThat(places.contains("CH")).isTrue();
        assertThat(places.contains("DE")).isTrue();
        assertThat(places.contains("NO")).isTrue();
        assertThat(places.contains("GB")).isFalse();
        assertThat(new Places(List.of("EU")).countries()).hasSize(27).doesNotContain("NO");
    }
}
