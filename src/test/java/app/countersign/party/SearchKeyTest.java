package app.countersign.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchKeyTest {

    @ParameterizedTest
    @CsvSource({
        "Zürcher Söhne & Co., zurcher sohne co",
        "Groß-Åkerstrøm ĐURO, gross akerstrom duro",
        "Žižek İstanbul Łódź, zizek istanbul lodz",
        "L’Œuvre  d'Art, l oeuvre d art",
        "«360dialog» GmbH, 360dialog gmbh",
        "ﬁrma Ⅳ, firma iv"
    })
    void namesAreFoldedToPlainWords(String name, String folded) {
        assertThat(SearchKey.fold(name)).isEqualTo(folded);
    }

    @Test
    void aNameIsKeptFromEachOfItsWordsOn() {
        assertThat(SearchKey.of("Zürcher Söhne AG")).containsExactly("zurcher sohne ag", "sohne ag", "ag");
    }

    @Test
    void aVeryLongNameHasAFewShortKeys() {
        assertThat(SearchKey.of("wort ".repeat(100) + "x".repeat(300)))
                .hasSizeLessThanOrEqualTo(12)
                .allSatisfy(key -> assertThat(key.length()).isLessThanOrEqualTo(60));
    }

    @Test
    void theRangeHoldsWhatBeginsSoAndNothingElse() {
        assertThat(inRange("mul", "muller")).isTrue();
        assertThat(inRange("mul", "mul")).isTrue();
        assertThat(inRange("mul", "mum")).isFalse();
        assertThat(inRange("mul", "mu")).isFalse();
        assertThat(inRange("ελ", "ελλας")).isTrue();
    }

    @Test
    void whatWasTypedIsLookedForFromItsLongestWordOn() {
        assertThat(SearchKey.words(" AG  zür ")).containsExactly("zur", "ag");
        assertThat(SearchKey.words("&/%")).isEmpty();
    }

    private static boolean inRange(String prefix, String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return Arrays.compareUnsigned(bytes, SearchKey.from(prefix)) >= 0
                && Arrays.compareUnsigned(bytes, SearchKey.until(prefix)) < 0;
    }
}
