package app.countersign.party;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegalNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Müller AG | Muller AG",
                "Muster AG | Muster Aktiengesellschaft",
                "Muster AG | muster",
                "Wolke S.à r.l. | Wolke SARL",
                "Müller & Söhne GmbH | Müller und Söhne GmbH",
                "Acme Corporation | ACME Corp."
            })
    void oneNameMayBeWrittenInTwoWays(String one, String other) {
        assertThat(LegalName.isRespelt(one, other)).isTrue();
        assertThat(LegalName.isRespelt(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Muster AG | Muster AG",
                "Muster AG | Muster GmbH",
                "Muster AG | Meister AG",
                "Google LLC | Google Ireland Ltd."
            })
    void theSameOnceMoreIsNoOtherSpellingAndAnotherOrganisationNeither(String one, String other) {
        assertThat(LegalName.isRespelt(one, other)).isFalse();
    }
}
