package app.countersign.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.kernel.Settings;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsualHoursTest {

    private static UsualHours read(String text) {
        return UsualHours.read(
                name -> name.equals("countersign.usual.hours") ? Optional.ofNullable(text) : Optional.empty());
    }

    @Test
    void theyAreSetOrThoseOfMostPeople() {
        assertThat(read("7-19")).isEqualTo(new UsualHours(7, 19));
        assertThat(read(" 0-24 ")).isEqualTo(new UsualHours(0, 24));
        assertThat(read(null)).isEqualTo(new UsualHours(6, 20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"always", "20-6", "6-6", "6-25", "-1-6", "06:00-20:00"})
    void whatAreNoHoursStopsTheStart(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(Settings.Wrong.class).hasMessageContaining("6-20");
    }
}
