package app.countersign.retention;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.terms.Span;
import app.countersign.terms.Templates;
import app.countersign.terms.Term;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DisposalTermsTest {

    private static final Templates SHIPPED = Templates.read(Path.of("contracts-templates"));
    private static final LocalDate END = LocalDate.of(2026, 11, 28);

    private static DisposalTerms of(String code) {
        return new DisposalTerms(SHIPPED.find(code).orElseThrow());
    }

    @Test
    void countedFromTheEndThePeriodIsThatOfTheClause() {
        DisposalTerms.Limit limit =
                of("oculavis-dpa").limit(END, Optional.empty()).orElseThrow();

        assertThat(limit.day()).isEqualTo(LocalDate.of(2027, 2, 26));
        assertThat(limit.term().clause().id()).isEqualTo("details-duration-1");
    }

    @Test
    void countedFromStorageTheLastDayOfTheContractIsTheLastStorage() {
        DisposalTerms.Limit limit = of("okomo-dpa").limit(END, Optional.empty()).orElseThrow();

        assertThat(limit.day()).isEqualTo(LocalDate.of(2027, 11, 28));
        assertThat(limit.term().clause().id()).isEqualTo("4-3");
    }

    @Test
    void whereThePeriodIsAgreedTheShorterOneCountsUntilSomebodySaysWhich() {
        DisposalTerms dialog = of("360dialog-dpa");

        assertThat(dialog.alternatives()).containsExactly(Span.of("P30D"), Span.of("P90D"));
        assertThat(dialog.limit(END, Optional.empty()).orElseThrow().day()).isEqualTo(END.plusDays(30));
        assertThat(dialog.limit(END, Optional.of(Span.of("P90D"))).orElseThrow().day())
                .isEqualTo(END.plusDays(90));
        assertThat(of("okomo-dpa").alternatives()).isEmpty();
    }

    @Test
    void theControllerChoosesByTheClauseThatOffersBoth() {
        assertThat(clause(of("okomo-dpa").offer())).contains("11-1");
        assertThat(clause(of("oculavis-dpa").offer())).contains("deletion-2");
        assertThat(clause(of("360dialog-dpa").offer())).contains("3-5");
    }

    @Test
    void whatGoesOnlyOnRequestIsOrderedOfPeople() {
        List<String> data = of("okomo-dpa").onRequest().stream()
                .flatMap(term -> term.symbols("data").stream())
                .toList();

        assertThat(data).containsExactly("microsoft-365", "hubspot");
        assertThat(of("oculavis-dpa").onRequest()).isEmpty();
    }

    @Test
    void accountsAreBlockedAtOnceWhereTheContractSaysSo() {
        assertThat(clause(of("360dialog-dpa").blocking())).contains("DPA2-2-1-end-p1");
        assertThat(of("okomo-dpa").blocking()).isEmpty();
    }

    @Test
    void backupsOutliveADeletionForAsLongAsTheirTermSays() {
        assertThat(of("okomo-dpa").kept().stream().map(term -> term.span("keep").orElseThrow()))
                .containsExactly(Span.of("P30D"));
    }

    private static Optional<String> clause(Optional<Term> term) {
        return term.map(found -> found.clause().id());
    }
}
