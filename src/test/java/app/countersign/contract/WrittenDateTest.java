package app.countersign.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDateTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Locale SWISS = Locale.forLanguageTag("de-CH");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "22.11.2026",
                "22.11.26",
                "22. 11. 2026",
                " 22.11.2026 ",
                "22. November 2026",
                "22. Nov. 2026",
                "22.November 2026",
                "2026-11-22",
                "2026/11/22",
                "22/11/2026",
                "22-11-2026",
                "11/22/2026",
                "22 November 2026",
                "November 22, 2026",
                "22 Nov 2026",
                "Nov. 22nd, 2026",
                "22nd November 2026",
                "22nd of November, 2026",
                "NOVEMBER 22 2026",
                "22-Nov-2026",
                "Sonntag, 22. November 2026",
                "den 22. November 2026",
                "the 22nd of November 2026",
                "le 22 novembre 2026",
                "22 novembre 2026",
                "22.\u00A0November\u00A02026",
                "22‑11‑2026",
                "22. Nov. 26"
            })
    void aDayIsReadInTheWaysPeopleWriteIt(String written) {
        assertThat(WrittenDate.read(written, SWISS)).isEqualTo(DAY);
        assertThat(WrittenDate.read(written, Locale.ENGLISH)).isEqualTo(DAY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3. März 2026",
                "3. Maerz 2026",
                "3 Mar 2026",
                "3. Mrz. 2026",
                "3 mars 2026",
                "March 3rd, 2026",
                "03.03.26",
                "3/3/2026",
                "3. marzo 2026"
            })
    void monthsHaveManyNames(String written) {
        assertThat(WrittenDate.read(written, Locale.ENGLISH)).isEqualTo(LocalDate.of(2026, 3, 3));
    }

    @Test
    void austriansAndSwissHaveNamesOfTheirOwn() {
        assertThat(WrittenDate.read("1. Jänner 2026", SWISS)).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(WrittenDate.read("1. Feber 2026", SWISS)).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(WrittenDate.read("1° settembre 2026", SWISS)).isEqualTo(LocalDate.of(2026, 9, 1));
    }

    @Test
    void whereTheDayMayBeTheMonthAGermanDocumentReadsTheDayFirst() {
        assertThat(WrittenDate.read("03/04/2026", SWISS)).isEqualTo(LocalDate.of(2026, 4, 3));
    }

    @Test
    void whereTheDayMayBeTheMonthAnEnglishDocumentAsks() {
        assertThatThrownBy(() -> WrittenDate.read("03/04/2026", Locale.ENGLISH))
                .isInstanceOfSatisfying(
                        Refused.class,
                        e -> assertThat(e.reason())
                                .isEqualTo(Reason.of("contract.date.ambiguous", "3 April 2026", "4 March 2026")));
    }

    @Test
    void withDotsTheDayComesFirstInEveryLanguage() {
        assertThat(WrittenDate.read("03.04.2026", Locale.ENGLISH)).isEqualTo(LocalDate.of(2026, 4, 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31.02.2026",
                "29.02.2027",
                "32. November 2026",
                "2026-13-01",
                "0.1.2026",
                "22.13.2026",
                "13/13/2026"
            })
    void aDayThatDoesNotExistIsNamed(String written) {
        assertThatThrownBy(() -> WrittenDate.read(written, SWISS))
                .isInstanceOfSatisfying(
                        Refused.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.of("contract.date.impossible", written)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "heute",
                "2026",
                "22.11.",
                "22.11.202",
                "jui 3 2026",
                "22 Foo 2026",
                "Zürich",
                "22.11.20266",
                "22.11.2026 14:00",
                "1,5",
                "١٢.١١.٢٠٢٦"
            })
    void whatIsNoDateIsSaidToBeNone(String written) {
        assertThatThrownBy(() -> WrittenDate.read(written, SWISS))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason()).isEqualTo(Reason.of("contract.date.unreadable")));
    }

    @Test
    void aDayIsWrittenAsItsReadersDoAndReadBackAlike() {
        assertThat(WrittenDate.write(DAY, SWISS)).isEqualTo("22.11.2026");
        assertThat(WrittenDate.write(DAY, Locale.ENGLISH)).isEqualTo("22 November 2026");
        assertThat(WrittenDate.read(WrittenDate.write(DAY, Locale.ENGLISH), Locale.ENGLISH))
                .isEqualTo(DAY);
    }
}
