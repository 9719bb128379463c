package app.countersign.contract;

import static app.countersign.contract.Samples.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.kernel.Invalid;
import app.countersign.kernel.Refused;
import app.countersign.terms.Template;
import app.countersign.terms.Templates;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class EndRulesTest {

    private static final Templates SHIPPED = Templates.read(Path.of("contracts-templates"));
    private static final Template OKOMO = SHIPPED.find("okomo-dpa").orElseThrow();

    private final Contract contract = Samples.in(ContractState.IN_FORCE);

    private PlannedEnd plan(EndDeclaration said, LocalDate today) {
        return new EndRules(contract, OKOMO, today).plan(said);
    }

    private static EndDeclaration notice(LocalDate receivedOn) {
        return EndDeclaration.ordinary(Side.CONTROLLER, receivedOn, "");
    }

    private static EndDeclaration violation(EndGround ground, Side by) {
        return EndDeclaration.extraordinary(ground, by, null, "x");
    }

    @Test
    void aNoticeEndsItAfterThePeriodOfItsClause() {
        PlannedEnd end = plan(notice(TODAY), TODAY);

        assertThat(end.lastDay()).isEqualTo(LocalDate.of(2026, 12, 6));
        assertThat(end.term().orElseThrow().clause().id()).isEqualTo("2-5");
        assertThat(end.insteadOf()).isEmpty();
    }

    @Test
    void aLaterEndDoesNotTakeThePlaceOfAnEarlierOne() {
        Samples.end(contract, EndKind.ORDINARY, TODAY.plusDays(14), "");

        assertThatThrownBy(() -> plan(notice(TODAY), TODAY)).hasMessage("contract.refusal.ends-already");
        assertThat(plan(violation(EndGround.SERIOUS_VIOLATION, Side.PROCESSOR), TODAY)
                        .insteadOf())
                .contains(TODAY.plusDays(14));
    }

    @Test
    void aSeriousViolationEndsItOnTheDayOnWhichTheOtherPartyKnows() {
        PlannedEnd end = plan(violation(EndGround.SERIOUS_VIOLATION, Side.PROCESSOR), TODAY.plusDays(3));

        assertThat(end.lastDay()).isEqualTo(TODAY.plusDays(3));
        assertThat(end.term().orElseThrow().clause().id()).isEqualTo("12-1");
        assertThatThrownBy(() -> plan(
                        EndDeclaration.extraordinary(
                                EndGround.SERIOUS_VIOLATION, Side.PROCESSOR, TODAY.plusDays(1), "x"),
                        TODAY))
                .hasMessage("contract.refusal.notice-in-future");
    }

    @Test
    void aMinorViolationEndsItOnlyOnceTheTimeToCureItIsOver() {
        EndDeclaration minor = violation(EndGround.MINOR_VIOLATION, Side.PROCESSOR);
        assertThatThrownBy(() -> plan(minor, TODAY)).hasMessage("contract.refusal.no-cure");

        contract.awaitCure(new Cure(Side.PROCESSOR, TODAY, TODAY.plusDays(10), "Meldungen fehlen"));

        assertThatThrownBy(() -> plan(minor, TODAY.plusDays(10))).hasMessage("contract.refusal.cure-runs");
        assertThatThrownBy(() -> plan(violation(EndGround.MINOR_VIOLATION, Side.CONTROLLER), TODAY.plusDays(11)))
                .hasMessage("contract.refusal.cure-by-other");
        PlannedEnd end = plan(minor, TODAY.plusDays(11));
        assertThat(end.lastDay()).isEqualTo(TODAY.plusDays(11));
        assertThat(end.term().orElseThrow().clause().id()).isEqualTo("12-2");

        contract.cured();
        assertThatThrownBy(() -> plan(minor, TODAY.plusDays(11))).hasMessage("contract.refusal.no-cure");
    }

    @Test
    void aTimeToCureEndsAfterItBeganAndRunsOnlyOnce() {
        EndRules rules = new EndRules(contract, OKOMO, TODAY);
        assertThat(rules.cure(TODAY, TODAY.plusDays(1)).clause().id()).isEqualTo("12-2");
        assertThatThrownBy(() -> rules.cure(TODAY, TODAY))
                .isInstanceOfSatisfying(
                        Invalid.class, e -> assertThat(e.complaints()).containsOnlyKeys("until"));

        contract.awaitCure(new Cure(Side.CONTROLLER, TODAY, TODAY.plusDays(1), "x"));
        assertThatThrownBy(() -> rules.cure(TODAY, TODAY.plusDays(2))).hasMessage("contract.refusal.cure-set");
    }

    @Test
    void whereTheWordsKnowNoTimeToCureNoneIsSet() {
        Template dialog = SHIPPED.find("360dialog-dpa").orElseThrow();
        EndRules rules = new EndRules(contract, dialog, TODAY);

        assertThatThrownBy(() -> rules.cure(TODAY, TODAY.plusDays(1))).hasMessage("contract.refusal.no-cure-term");
        assertThatThrownBy(() -> rules.plan(notice(TODAY))).hasMessage("contract.refusal.no-ordinary-notice");
        assertThat(rules.plan(violation(EndGround.SERIOUS_VIOLATION, Side.PROCESSOR))
                        .term())
                .isEmpty();
        PlannedEnd end = rules.plan(EndDeclaration.withMainContract(TODAY.plusDays(30)));
        assertThat(end.lastDay()).isEqualTo(TODAY.plusDays(30));
        assertThat(end.term().orElseThrow().clause().id()).isEqualTo("1-2");
    }

    @Test
    void aContractThatHangsOnNoOtherDoesNotEndWithOne() {
        assertThatThrownBy(() -> plan(EndDeclaration.withMainContract(TODAY), TODAY))
                .hasMessage("contract.refusal.no-main-contract");
    }

    @Test
    void aNoticeIsTakenBackAsLongAsTheContractRuns() {
        assertThatThrownBy(contract::continueAfterAll).hasMessage("contract.refusal.no-end");
        Samples.end(contract, EndKind.ORDINARY, TODAY.plusDays(14), "");

        contract.continueAfterAll();

        assertThat(contract.endsOn()).isEmpty();
        assertThat(plan(notice(TODAY), TODAY).insteadOf()).isEmpty();
        Samples.end(contract, EndKind.EXTRAORDINARY, TODAY, "x");
        assertThatThrownBy(contract::continueAfterAll).isInstanceOf(Refused.class);
    }
}
