package app.countersign.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRulesTest {

    private static final Set<String> ALL = Set.of("company", "address", "person", "position", "place", "date");

    private final PageRules rules =
            new PageRules(ALL, Locale.forLanguageTag("de-CH"), LocalDate.of(2026, 11, 10), LocalDate.of(2026, 11, 22));

    @Test
    void aCompletePlausiblePageIsTakenAsItIs() {
        SignaturePage page = rules.read(new SignaturePage.Entry(
                " Žižek & Söhne <AG> ",
                "Seestrasse 1\r\n8002 Zürich",
                "Dr. Zoë O’Brien-Müller",
                "Geschäftsführerin",
                "Zürich",
                "20. November 2026"));

        assertThat(page.company()).isEqualTo("Žižek & Söhne <AG>");
        assertThat(page.address()).isEqualTo("Seestrasse 1\n8002 Zürich");
        assertThat(page.date()).contains(LocalDate.of(2026, 11, 20));
        assertThat(page.values(Locale.GERMAN)).containsEntry("controller.date", "20.11.2026");
    }

    @Test
    void everyFieldThatIsMissingIsComplainedOf() {
        assertThatThrownBy(() -> rules.read(new SignaturePage.Entry(null, "", " ", "\t", "\n", null)))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.complaints())
                                .containsOnlyKeys("company", "address", "person", "position", "place", "date")
                                .allSatisfy((field, complaint) ->
                                        assertThat(complaint).isEqualTo(Reason.of("kernel.text.missing"))));
    }

    @Test
    void aFieldThatTheDocumentLacksMayStayEmptyAndIsKeptIfGiven() {
        PageRules few = new PageRules(Set.of("company"), Locale.GERMAN, rules.issuedOn(), rules.today());

        assertThat(few.read(new SignaturePage.Entry("A", null, null, null, null, null))
                        .date())
                .isEmpty();
        assertThat(few.read(new SignaturePage.Entry("A", null, "Erika M", null, null, null))
                        .person())
                .isEqualTo("Erika M");
        assertThat(few.complaints(new SignaturePage.Entry("A", null, "12", null, null, null)))
                .containsOnlyKeys("person");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "erika@firma.ch", "X", "E. 2", "www/firma", "<script>"})
    void aPersonIsNoNumberAndNoAddress(String person) {
        assertThat(rules.complaints(with("Firma", "Weg 1, Ort", person, "CEO", "Bern", "22.11.2026")))
                .containsEntry("person", Reason.of("contract.complaint.person"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zürich", "8002", "Weg 1", "n/a"})
    void anAddressHasAStreetOrAPostcode(String address) {
        assertThat(rules.complaints(with("Firma", address, "Erika Muster", "CEO", "Bern", "22.11.2026")))
                .containsEntry("address", Reason.of("contract.complaint.address"));
    }

    @Test
    void aDateWhereThePlaceBelongsIsToldApart() {
        assertThat(rules.complaints(with("Firma", "Weg 1, Ort", "Erika Muster", "CEO", "22.11.2026", "22.11.2026")))
                .containsEntry("place", Reason.of("contract.complaint.place-is-date"));
        assertThat(rules.complaints(with("Firma", "Weg 1, Ort", "Erika Muster", "CEO", "8002 Zürich", "22.11.2026")))
                .isEmpty();
    }

    @Test
    void nobodySignsTomorrow() {
        assertThat(complaintAboutDate("22.11.2026")).isNull();
        assertThat(complaintAboutDate("23.11.2026"))
                .isEqualTo(Reason.of("contract.complaint.date-in-future", "23.11.2026", "22.11.2026"));
    }

    @Test
    void nobodySignsBeforeTheIssue() {
        assertThat(complaintAboutDate("10.11.2026")).isNull();
        assertThat(complaintAboutDate("09.11.2026"))
                .isEqualTo(Reason.of("contract.complaint.date-before-issue", "09.11.2026", "10.11.2026"));
    }

    @Test
    void nobodySignsOnADayThatDoesNotExist() {
        assertThat(complaintAboutDate("31.02.2026")).isEqualTo(Reason.of("contract.date.impossible", "31.02.2026"));
    }

    @Test
    void aNameOfThreeHundredCharactersIsToldTheLimit() {
        assertThat(rules.complaints(with("F".repeat(300), "Weg 1, Ort", "Erika Muster", "CEO", "Bern", "22.11.2026")))
                .containsEntry("company", Reason.of("kernel.text.too-long", 200, 300));
    }

    @Test
    void invisibleMarksAreRefused() {
        assertThat(rules.complaints(
                        with("Fir\u202Ema", "Weg 1, \u0007Ort", "Erika Muster", "CEO", "Bern", "22.11.2026")))
                .containsOnlyKeys("company", "address");
    }

    private Reason complaintAboutDate(String date) {
        return rules.complaints(with("Firma", "Weg 1, Ort", "Erika Muster", "CEO", "Bern", date))
                .get("date");
    }

    private static SignaturePage.Entry with(
            String company, String address, String person, String position, String place, String date) {
        return new SignaturePage.Entry(company, address, person, position, place, date);
    }
}
