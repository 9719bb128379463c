package app.countersign.subprocessor;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.kernel.Country;
import app.countersign.terms.Adequacy;
import app.countersign.terms.Template;
import app.countersign.terms.Templates;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Places, by the terms of the three real contracts and the lists that are shipped. */
class PlaceRulesTest {

    private static final Path HOME = Path.of("contracts-templates");
    private static final Templates TEMPLATES = Templates.read(HOME);
    private static final Adequacy ADEQUACY = Adequacy.in(HOME);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);

    private static Placing judged(String form, String country, Footing footing) {
        Template template = TEMPLATES.find(form).orElseThrow();
        return PlaceRules.of(template, ADEQUACY).judge(new Country(country), footing);
    }

    private static Footing from(String exporter, boolean accepted, Safeguard... safeguards) {
        return new Footing(Set.of(safeguards), accepted, List.of(exporter), DAY);
    }

    @ParameterizedTest
    @CsvSource({"IN", "RU", "CN"})
    void okomosContractExcludesSomeCountriesWhateverCarriesTheTransfer(String country) {
        Placing placing = judged("okomo-dpa", country, from("CH", true, Safeguard.values()));

        assertThat(placing.verdict()).isEqualTo(Verdict.FORBIDDEN);
        assertThat(placing.clause()).contains("6-12");
        assertThat(placing.reason().in(Locale.GERMAN)).contains("unter keinen Umständen", "§ 6");
    }

    @ParameterizedTest
    @CsvSource({
        // Okomo: Switzerland and the EU; the EEA's others by the Swiss list, once the controller has agreed.
        "okomo-dpa, CH, CH, false, FOUNDED",
        "okomo-dpa, CH, MT, false, FOUNDED",
        "okomo-dpa, CH, NO, false, NEEDS_CONSENT",
        "okomo-dpa, CH, NO, true, FOUNDED",
        "okomo-dpa, CH, MC, true, FOUNDED",
        "okomo-dpa, CH, JP, true, UNFOUNDED",
        "okomo-dpa, CH, US, true, UNFOUNDED",
        // oculavis and 360dialog: EU and EEA; Switzerland only with consent, and adequate by the EU's list.
        "oculavis-dpa, DE, NO, false, FOUNDED",
        "oculavis-dpa, DE, CH, false, NEEDS_CONSENT",
        "oculavis-dpa, DE, JP, true, FOUNDED",
        "oculavis-dpa, DE, MC, true, UNFOUNDED",
        "360dialog-dpa, DE, IE, false, FOUNDED",
        "360dialog-dpa, DE, US, true, UNFOUNDED",
        "360dialog-dpa, DE, IN, true, UNFOUNDED"
    })
    void placesAreJudgedByTheContractAndTheListOfTheExporter(
            String form, String exporter, String country, boolean accepted, Verdict verdict) {
        assertThat(judged(form, country, from(exporter, accepted)).verdict()).isEqualTo(verdict);
    }

    @Test
    void clausesCarryATransferButDoNotReplaceTheConsent() {
        assertThat(judged("360dialog-dpa", "US", from("DE", true, Safeguard.SCC))
                        .verdict())
                .isEqualTo(Verdict.FOUNDED);
        assertThat(judged("360dialog-dpa", "US", from("DE", false, Safeguard.SCC))
                        .verdict())
                .isEqualTo(Verdict.NEEDS_CONSENT);
    }

    @Test
    void theUsaIsAdequateOnlyUnderTheFrameworkOfTheExportersList() {
        assertThat(judged("oculavis-dpa", "US", from("DE", true, Safeguard.DPF_EU))
                        .verdict())
                .isEqualTo(Verdict.FOUNDED);
        assertThat(judged("oculavis-dpa", "US", from("DE", true, Safeguard.DPF_CH))
                        .verdict())
                .isEqualTo(Verdict.UNFOUNDED);
        assertThat(judged("okomo-dpa", "US", from("CH", true, Safeguard.DPF_CH)).verdict())
                .isEqualTo(Verdict.FOUNDED);
    }

    @Test
    void aControllerElsewhereBringsItsListWithIt() {
        Footing both = new Footing(Set.of(Safeguard.DPF_CH), true, List.of("CH", "DE"), DAY);

        assertThat(judged("okomo-dpa", "US", both).verdict()).isEqualTo(Verdict.UNFOUNDED);
    }

    @Test
    void aDecisionThatEndsIsNamedWithItsLastDayAndCarriesNothingAfterIt() {
        Placing now = judged("oculavis-dpa", "GB", from("DE", true));
        Footing later = new Footing(Set.of(), true, List.of("DE"), LocalDate.of(2031, 12, 28));
        Footing lastDay = new Footing(Set.of(), true, List.of("DE"), LocalDate.of(2031, 12, 27));

        assertThat(now.until()).contains(LocalDate.of(2031, 12, 27));
        assertThat(judged("oculavis-dpa", "GB", lastDay).verdict()).isEqualTo(Verdict.FOUNDED);
        assertThat(judged("oculavis-dpa", "GB", later).verdict()).isEqualTo(Verdict.UNFOUNDED);
        // With clauses beside it nothing hangs on the decision.
        assertThat(judged("oculavis-dpa", "GB", from("DE", true, Safeguard.SCC)).until())
                .isEmpty();
    }

    @Test
    void brazilCountsFromTheDayOfItsDecision() {
        Footing before = new Footing(Set.of(), true, List.of("DE"), LocalDate.of(2026, 1, 26));

        assertThat(judged("oculavis-dpa", "BR", before).verdict()).isEqualTo(Verdict.UNFOUNDED);
        assertThat(judged("oculavis-dpa", "BR", from("DE", true)).verdict()).isEqualTo(Verdict.FOUNDED);
    }

    @Test
    void withoutAContractTheLawAloneIsAsked() {
        PlaceRules law = PlaceRules.ofLaw(ADEQUACY);

        assertThat(law.judge(new Country("IN"), from("CH", false)).verdict()).isEqualTo(Verdict.UNFOUNDED);
        assertThat(law.judge(new Country("IN"), from("CH", false, Safeguard.SCC))
                        .verdict())
                .isEqualTo(Verdict.FOUNDED);
        assertThat(law.judge(new Country("CH"), from("CH", false)).verdict()).isEqualTo(Verdict.FOUNDED);
    }
}
