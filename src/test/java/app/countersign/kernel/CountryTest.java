package app.countersign.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class CountryTest {

    @Test
    void aCodeIsReadInAnyCase() {
        assertThat(Country.require("country", " ch ")).isEqualTo(new Country("CH"));
        assertThat(new Country("CH").name(Locale.GERMAN)).isEqualTo("Schweiz");
    }

    @Test
    void aCountryThatDoesNotExistIsNamedInTheComplaint() {
        assertThatThrownBy(() -> Country.require("country", "XX"))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.complaints())
                                .containsEntry("country", Reason.of("kernel.country.unknown", "XX")));
    }

    @Test
    void theListIsInTheOrderOfTheReadersLanguage() {
        assertThat(Country.all(Locale.GERMAN))
                .containsSubsequence(new Country("EG"), new Country("AT"), new Country("CH"), new Country("ZA"));
    }
}
