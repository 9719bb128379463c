package app.countersign.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTextTest {

    @Test
    void a_key_is_known_by_its_form() {
        assertThat(KeyText.random())
                .matches("cs_[0-9A-Za-z]{42}")
                .satisfies(key -> assertThat(KeyText.isPlausible(key)).isTrue());
    }

    @Test
    void no_two_keys_are_alike() {
        Set<String> keys = Stream.generate(KeyText::random).limit(1000).collect(Collectors.toSet());
        assertThat(keys).hasSize(1000);
    }

    @Test
    void a_key_with_one_other_letter_is_none() {
        String key = KeyText.random();
        for (int i = KeyText.PREFIX.length(); i < key.length(); i++) {
            String other = key.substring(0, i) + (key.charAt(i) == 'x' ? 'y' : 'x') + key.substring(i + 1);
            assertThat(KeyText.isPlausible(other)).as("letter %s", i).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cs_", "cs_0", "cs_000000", "cs_é"})
    void what_is_too_short_is_none(String key) {
        assertThat(KeyText.isPlausible(key)).isFalse();
    }

    @Test
    void the_key_of_the_settings_may_read_as_it_likes() {
        assertThat(KeyText.isPlausible("a-key-that-somebody-thought-of")).isTrue();
    }

    @Test
    void the_hint_shows_no_more_than_the_end_of_the_sum() {
        String key = KeyText.random();
        assertThat(KeyText.hint(key)).isEqualTo("cs_…" + key.substring(key.length() - 4));
    }
}
