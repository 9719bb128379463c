package app.countersign.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LettersTest {

    @Test
    void what_has_no_ink_is_left_out() {
        assertThat(Letters.clean("A\u202eB\u0000C\u200fD\u00adE\ud800F")).isEqualTo("ABCDEF");
        assertThat(Letters.clean(" a\tb ")).isEqualTo("a b");
    }

    @Test
    void letters_in_two_parts_become_one() {
        assertThat(Letters.clean("Z\u030c")).isEqualTo("Ž");
    }

    @Test
    void line_breaks_are_of_one_kind() {
        assertThat(Letters.clean("a\r\nb\rc\u2028d")).isEqualTo("a\nb\nc\nd");
        assertThat(Letters.onOneLine("a \r\n b")).isEqualTo("a b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Žluťoučký kůň, Łódź, Győr, Ňuňez, Đặng Thị",
                "Ștefan Țepeș, Gülşah Çığır, Ærøskøbing, Þór",
                "Ĳsbrand ŉ Ŧ Ĭ ẞ ſ",
                "Ελληνικά, Български, Українська",
                "„Anführung“ – ‚so‘ … 1 000 € § 5 № 3 ½ ™ ☐"
            })
    void european_letters_can_be_printed(String text) {
        assertThat(Letters.refusal(text)).isEmpty();
    }

    @Test
    void a_letter_that_no_face_has_is_named() {
        assertThat(Letters.refusal("株式会社").orElseThrow().in(Locale.ENGLISH)).contains("株", "U+682A");
        assertThat(Letters.refusal("😀").orElseThrow().in(Locale.GERMAN)).contains("😀", "U+1F600");
        assertThat(Letters.refusal("שלום")).isPresent();
    }
}
