package app.countersign.contract;

import static app.countersign.contract.Samples.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import app.countersign.terms.Conclusion;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PaperRulesTest {

    private static final LocalDate SIGNED = LocalDate.of(2019, 5, 20);
    private static final SignaturePage.Entry MUELLER =
            new SignaturePage.Entry("Müller AG", "Weg 1\n8000 Zürich", null, null, null, null);

    private final PaperRules bothSign = rules(Samples.BOTH_SIGN, null);

    private static PaperRules rules(Conclusion conclusion, LocalDate main) {
        return new PaperRules(conclusion, Locale.GERMAN, MUELLER, main, TODAY);
    }

    private static SignaturePage.Entry person(String name, String date) {
        return new SignaturePage.Entry(null, null, name, null, null, date);
    }

    private static PaperEntry entry(String concluded, String effective, String reason, String ends) {
        return new PaperEntry(
                concluded, effective, reason, ends, " A 7 ", person("Erika Muster", null), person("Petra Muster", ""));
    }

    @Test
    void itIsInForceFromTheLastSignatureWhereNothingElseIsSaid() {
        Paper paper = bothSign.read(entry("20.05.2019", null, null, null));

        assertThat(paper.concludedOn()).isEqualTo(SIGNED);
        assertThat(paper.effectiveOn()).isEqualTo(SIGNED);
        assertThat(paper.endsOn()).isNull();
        assertThat(paper.reference()).isEqualTo("A 7");
        assertThat(paper.signed().controller().company()).isEqualTo("Müller AG");
        assertThat(paper.signed().controller().address()).isEqualTo("Weg 1\n8000 Zürich");
        assertThat(paper.signed().controller().date()).isEmpty();
        assertThat(paper.signed().processor().person()).isEqualTo("Petra Muster");
    }

    @Test
    void itMayBeInForceFromALaterDayAndUntilToday() {
        Paper paper = bothSign.read(entry("2019-05-20", "2019-07-01", null, "2026-11-22"));

        assertThat(paper.effectiveOn()).isEqualTo(LocalDate.of(2019, 7, 1));
        assertThat(paper.endsOn()).isEqualTo(TODAY);
    }

    @Test
    void whatIsWrongIsSaidAllAtOnce() {
        PaperEntry wrong = new PaperEntry(
                "2026-11-23",
                "31.02.2019",
                "x".repeat(1001),
                "2026-11-21",
                "r".repeat(201),
                person("12", "2026-12-01"),
                person("", "2026-12-01"));

        assertThat(bothSign.complaints(wrong))
                .containsOnlyKeys(
                        "concludedOn",
                        "effectiveOn",
                        "earlyReason",
                        "endsOn",
                        "reference",
                        "person",
                        "date",
                        "signatory",
                        "signatoryDate")
                .containsEntry(
                        "concludedOn", Reason.of("contract.complaint.date-in-future", "23.11.2026", "22.11.2026"))
                .containsEntry("effectiveOn", Reason.of("contract.date.impossible", "31.02.2019"))
                .containsEntry("endsOn", Reason.of("contract.complaint.ended-before", "21.11.2026", "22.11.2026"))
                .containsEntry("signatory", Reason.of("kernel.text.missing"));
        assertThatThrownBy(() -> bothSign.read(wrong)).isInstanceOf(Invalid.class);
    }

    @Test
    void whatWasInForceBeforeItWasConcludedNeedsAReason() {
        assertThat(bothSign.complaints(entry("2019-05-20", "2019-05-19", " ", null)))
                .containsOnlyKeys("earlyReason")
                .containsEntry("earlyReason", Reason.of("contract.complaint.early-reason", "19.05.2019", "20.05.2019"));
        assertThat(bothSign.complaints(entry("2019-05-20", "2019-05-19", "agreed so", null)))
                .isEmpty();
    }

    @Test
    void whatIsInForceFromTomorrowOnIsTakenInTomorrow() {
        assertThat(bothSign.complaints(entry("2019-05-20", "2026-11-23", null, null)))
                .containsOnlyKeys("effectiveOn");
    }

    @Test
    void nobodySignsAfterTheConclusion() {
        PaperEntry late = new PaperEntry(
                "2019-05-20",
                null,
                null,
                null,
                null,
                person("Erika Muster", "2019-05-21"),
                person("Petra Muster", null));

        assertThat(bothSign.complaints(late))
                .containsOnlyKeys("date")
                .containsEntry("date", Reason.of("contract.complaint.date-after-conclusion", "20.05.2019"));
    }

    @Test
    void whereTheMainContractCountsItsDayOrTheEffectIsAsked() {
        PaperEntry silent = entry("2019-05-20", null, null, null);

        assertThat(rules(Samples.WITH_MAIN_CONTRACT, null).complaints(silent))
                .containsOnlyKeys("effectiveOn")
                .containsEntry("effectiveOn", Reason.of("contract.complaint.effective-needed"));
        assertThat(rules(Samples.WITH_MAIN_CONTRACT, LocalDate.of(2020, 1, 1))
                        .read(silent)
                        .effectiveOn())
                .isEqualTo(LocalDate.of(2020, 1, 1));
        assertThat(rules(Samples.WITH_MAIN_CONTRACT, TODAY.plusDays(1)).complaints(silent))
                .containsKey("mainContractSignedOn");
    }

    @Test
    void whereNobodySignsNobodyIsAskedAndTheServiceContractMayBeOlder() {
        PaperRules automatic = rules(Samples.AUTOMATIC, LocalDate.of(2018, 1, 1));
        PaperEntry nobody =
                new PaperEntry("2019-05-20", null, null, null, null, person(null, null), person(null, null));

        Paper paper = automatic.read(nobody);

        assertThat(paper.effectiveOn()).isEqualTo(LocalDate.of(2018, 1, 1));
        assertThat(paper.signed().processor()).isNull();
    }

    @Test
    void aDayOfAnotherCenturyIsAsked() {
        assertThat(bothSign.complaints(entry("1819-05-20", null, null, null))).containsOnlyKeys("concludedOn");
    }

    @Test
    void takenInItIsInForceAndNeverSealed() {
        Paper paper = bothSign.read(entry("2019-05-20", null, null, "2026-12-31"));
        Contract contract = Samples.draft();
        contract.takeIn(
                new TakenIn(paper, "Erika", false, Samples.NOON), paper.signed(), paper.effectiveOn(), paper.endsOn());

        assertThat(contract.state()).isEqualTo(ContractState.IN_FORCE);
        assertThat(contract.effectiveOn()).contains(SIGNED);
        assertThat(contract.endsOn()).contains(LocalDate.of(2026, 12, 31));
        assertThat(contract.endIfOver(TODAY, Samples.NOON)).isFalse();
        assertThatThrownBy(() -> contract.countersign(Samples.PETRA, TODAY, Samples.AUTOMATIC, Samples.NOON))
                .hasMessageContaining("contract.refusal.taken-in");
    }

    @Test
    void itsPaperIsAddedOnce() {
        Paper paper = bothSign.read(entry("2019-05-20", null, null, null));
        Contract contract = Samples.draft();
        contract.takeIn(new TakenIn(paper, "Erika", false, Samples.NOON), paper.signed(), SIGNED, null);

        contract.paperKept();

        assertThat(contract.takenIn().orElseThrow().documentDueSince()).isEmpty();
        assertThatThrownBy(contract::paperKept).hasMessageContaining("contract.refusal.paper-kept");
        assertThatThrownBy(() -> Samples.in(ContractState.IN_FORCE).paperKept())
                .hasMessageContaining("contract.refusal.not-taken-in");
    }

    @Test
    void aReferenceIsKnownAgainHoweverItIsWritten() {
        assertThat(TakenIn.key("DPA 2019/7")).isEqualTo(TakenIn.key("dpa\u00a02019 / 7"));
    }
}
