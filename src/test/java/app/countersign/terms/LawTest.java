package app.countersign.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LawTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Law SHIPPED = Law.in(Path.of("contracts-templates"));

    @TempDir
    Path home;

    @Test
    void theAuthorityIsToldWithinSeventyTwoHours() {
        assertThat(SHIPPED.on(TODAY, "notify"))
                .filteredOn(rule -> rule.act().equals("gdpr") && rule.promise().says("whom", "authority"))
                .singleElement()
                .satisfies(rule -> {
                    assertThat(rule.citation()).isEqualTo("gdpr 33(1)");
                    assertThat(rule.promise().span("within")).contains(Span.of("PT72H"));
                    assertThat(rule.label(Locale.GERMAN)).isEqualTo("Art. 33 Abs. 1 DSGVO");
                    assertThat(rule.label(Locale.ENGLISH)).isEqualTo("Article 33(1) GDPR");
                    assertThat(rule.promise().sentence(Locale.GERMAN)).contains("72 Stunden");
                });
    }

    @Test
    void aRuleSaysWhenItsClockWarns() throws IOException {
        String warned = Files.readString(Path.of("contracts-templates", Law.FILE))
                .replace("within: PT72H}", "within: PT72H, warn: [90, 33, 67]}");
        Files.writeString(home.resolve(Law.FILE), warned);

        Term promise = Law.in(home).on(TODAY, "notify").get(0).promise();

        assertThat(promise.percentages("warn")).containsExactly(33, 67, 90);
        assertThat(promise.sentence(Locale.GERMAN)).contains("gewarnt bei 33\u00a0%, 67\u00a0% und 90\u00a0% der Zeit");
        assertThat(promise.sentence(Locale.ENGLISH)).contains("warned at 33%, 67% and 90% of the time");
        assertThat(SHIPPED.on(TODAY, "notify").get(0).promise().percentages("warn"))
                .isEmpty();
    }

    @Test
    void theSeatSaysWhichActAppliesAndElsewhereTheFirst() {
        assertThat(List.of("DE", "FR", "IS", "LI", "NO"))
                .extracting(SHIPPED::actAt)
                .containsOnly("gdpr");
        assertThat(SHIPPED.actAt("CH")).isEqualTo("dsg");
        assertThat(List.of("US", "GB", "JP")).extracting(SHIPPED::actAt).containsOnly("gdpr");
    }

    @Test
    void aSeatThatIsNoCountryIsAFlaw() throws IOException {
        String wrong =
                Files.readString(Path.of("contracts-templates", Law.FILE)).replace("seats: [CH]", "seats: [Schweiz]");
        Files.writeString(home.resolve(Law.FILE), wrong);

        assertThatThrownBy(() -> Law.in(home))
                .isInstanceOfSatisfying(
                        Flawed.class,
                        flawed -> assertThat(flawed.flaws())
                                .singleElement()
                                .satisfies(
                                        flaw -> assertThat(flaw.reason().key()).isEqualTo("terms.flaw.country")));
    }

    @Test
    void beforeItsDayARuleDoesNotApply() {
        assertThat(SHIPPED.on(LocalDate.of(2018, 5, 24), "notify")).isEmpty();
        assertThat(SHIPPED.on(LocalDate.of(2018, 5, 25), "notify"))
                .extracting(LegalRule::citation)
                .containsExactly("gdpr 33(1)", "gdpr 33(2)", "gdpr 34(1)");
        assertThat(SHIPPED.on(LocalDate.of(2023, 9, 1), "notify"))
                .extracting(LegalRule::citation)
                .contains("dsg 24(1)", "dsg 24(3)");
    }

    @Test
    void seventyTwoHoursBecomeNinetySixByAChangedFile() throws IOException {
        String changed = Files.readString(Path.of("contracts-templates", Law.FILE))
                + "  - {act: gdpr, article: \"33(1)\", from: 2027-06-01,"
                + " notify: {of: breach, whom: authority, within: PT96H, where: high-risk}}\n";
        Files.writeString(home.resolve(Law.FILE), changed);

        Law law = Law.in(home);

        assertThat(within(law, LocalDate.of(2027, 5, 31))).containsExactly(Span.of("PT72H"));
        assertThat(within(law, LocalDate.of(2027, 6, 1))).containsExactly(Span.of("PT96H"));
    }

    private static List<Span> within(Law law, LocalDate day) {
        return law.on(day, "notify").stream()
                .filter(rule -> rule.citation().equals("gdpr 33(1)"))
                .map(rule -> rule.promise().span("within"))
                .flatMap(Optional::stream)
                .toList();
    }

    @Test
    void aCitationIsPutIntoWords() {
        assertThat(SHIPPED.label("dsv 15(4)", Locale.GERMAN)).contains("Art. 15 Abs. 4 DSV");
        assertThat(SHIPPED.label("okomo-dpa 10-1", Locale.GERMAN)).isEmpty();
        assertThat(SHIPPED.label("nothing", Locale.GERMAN)).isEmpty();
    }

    @Test
    void mistakesAreToldWithFileAndLine() throws IOException {
        Files.writeString(home.resolve(Law.FILE), """
                acts:
                  gdpr: {title: {de: DSGVO, en: GDPR}}
                names: {}
                rules:
                  - {act: gdpr, article: "33(1)", from: yesterday, notify: {of: breach, whom: authority}}
                  - {act: bdsg, article: "33(1)", from: 2018-05-25, notify: {of: breach, whom: authority}}
                  - {act: gdpr, article: "33(1)", from: 2018-05-25, notify: {of: breach, whom: nobody, within: PT7X}}
                """);

        assertThatThrownBy(() -> Law.in(home))
                .isInstanceOf(Flawed.class)
                .hasMessageContaining("law.yaml:5")
                .hasMessageContaining("law.yaml:6")
                .hasMessageContaining("law.yaml:7");
        assertThatThrownBy(() -> Law.in(home.resolve("nowhere"))).isInstanceOf(Flawed.class);
    }
}
