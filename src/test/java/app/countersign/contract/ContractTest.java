package app.countersign.contract;

import static app.countersign.contract.Samples.NOON;
import static app.countersign.contract.Samples.PLAN;
import static app.countersign.contract.Samples.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.kernel.Invalid;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.kernel.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ContractTest {

    @Test
    void itsNumberHasSixDigitsAtLeast() {
        assertThat(Samples.draft().number()).isEqualTo("OKO-2026-000042");
        assertThat(new ContractNumber("OKO", 2026, 1234567).text()).isEqualTo("OKO-2026-1234567");
    }

    @ParameterizedTest
    @EnumSource(ContractState.class)
    void theSamplesAreInTheStateTheyAreNamedFor(ContractState state) {
        assertThat(Samples.in(state).state()).isEqualTo(state);
    }

    static Stream<Arguments> illegalMoves() {
        return Stream.of(Move.values())
                .flatMap(move -> Stream.of(ContractState.values())
                        .filter(state -> !move.allowedIn(state))
                        .map(state -> Arguments.of(move, state)));
    }

    @ParameterizedTest
    @MethodSource("illegalMoves")
    void whatTheStateDoesNotAllowIsRefusedWithAReasonAndChangesNothing(Move move, ContractState state) {
        Contract contract = Samples.in(state);
        ThrowingCallable act = act(move, contract);

        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refused.class,
                        e -> assertThat(e.reason())
                                .isEqualTo(Reason.of("contract.refusal." + KebabCase.of(move), state.label())));
        assertThat(contract.state()).isEqualTo(state);
    }

    @ParameterizedTest
    @EnumSource(Move.class)
    void everyReasonHasWordsInEveryLanguage(Move move) {
        for (Locale language : Texts.LANGUAGES) {
            assertThat(Texts.of(language).has("contract.refusal." + KebabCase.of(move)))
                    .isTrue();
        }
        assertThat(Move.ISSUE.refusal(ContractState.IN_FORCE).orElseThrow().in(Locale.GERMAN))
                .isEqualTo("Nur ein Entwurf lässt sich ausstellen. Dieser Vertrag ist «in Kraft».");
    }

    private static ThrowingCallable act(Move move, Contract c) {
        return switch (move) {
            case AMEND, REMIND, EXPIRE -> move == Move.EXPIRE ? () -> c.expire(NOON) : () -> move.require(c.state());
            case ISSUE -> () -> c.issue(PLAN, Samples.BOTH_SIGN, NOON);
            case SIGN -> () -> c.sign(Samples.page(TODAY), NOON);
            case RECORD -> () -> c.record(Samples.page(TODAY), NOON);
            case ACCEPT -> () -> c.accept(NOON);
            case REFUSE -> () -> c.refuse("x", PLAN, NOON);
            case SEND_BACK -> () -> c.sendBack("x", PLAN, NOON);
            case COUNTERSIGN -> () -> c.countersign(Samples.PETRA, TODAY, Samples.BOTH_SIGN, NOON);
            case CONFIRM -> () -> c.countersign(Samples.PETRA, TODAY, Samples.AUTOMATIC, NOON);
            case RECORD_MAIN_CONTRACT -> () -> c.recordMainContract(TODAY, Samples.WITH_MAIN_CONTRACT, TODAY);
            case WITHDRAW -> () -> c.withdraw("x", NOON);
            case TERMINATE -> () -> Samples.end(c, EndKind.EXTRAORDINARY, TODAY, "x");
            case CONTINUE -> c::continueAfterAll;
        };
    }

    @Test
    void whereBothSignItIsInForceFromTheLaterDay() {
        Contract contract = Samples.in(ContractState.ISSUED);
        contract.sign(Samples.page(TODAY.minusDays(3)), NOON);
        contract.accept(NOON);
        contract.countersign(Samples.PETRA, TODAY, Samples.BOTH_SIGN, NOON);

        assertThat(contract.state()).isEqualTo(ContractState.IN_FORCE);
        assertThat(contract.effectiveOn()).contains(TODAY);
        assertThat(contract.processorSignature())
                .map(ProcessorSignature::person)
                .contains("Petra Muster");
    }

    @Test
    void whereTheMainContractIsMissingItWaitsForItsDate() {
        Contract contract = Samples.in(ContractState.COUNTERSIGNED);
        assertThat(contract.effectiveOn()).isEmpty();

        contract.recordMainContract(TODAY.minusDays(30), Samples.WITH_MAIN_CONTRACT, TODAY);

        assertThat(contract.state()).isEqualTo(ContractState.IN_FORCE);
        assertThat(contract.effectiveOn()).contains(TODAY);
    }

    @Test
    void theMainContractMayBeKnownFromTheBeginning() {
        Contract contract = Samples.in(ContractState.ACCEPTED);
        contract.recordMainContract(TODAY, Samples.WITH_MAIN_CONTRACT, TODAY);
        contract.countersign(Samples.PETRA, TODAY.minusDays(1), Samples.WITH_MAIN_CONTRACT, NOON);

        assertThat(contract.effectiveOn()).contains(TODAY);
    }

    @Test
    void theMainContractsDateIsNotStillToCome() {
        Contract contract = Samples.in(ContractState.COUNTERSIGNED);
        assertThatThrownBy(() -> contract.recordMainContract(TODAY.plusDays(1), Samples.WITH_MAIN_CONTRACT, TODAY))
                .isInstanceOfSatisfying(
                        Invalid.class, e -> assertThat(e.complaints()).containsOnlyKeys("mainContractSignedOn"));
    }

    @Test
    void aContractThatHangsOnNoOtherTakesNoDateOfOne() {
        Contract contract = Samples.in(ContractState.ACCEPTED);
        assertThatThrownBy(() -> contract.recordMainContract(TODAY, Samples.BOTH_SIGN, TODAY))
                .isInstanceOf(Refused.class)
                .hasMessage("contract.refusal.no-main-contract");
    }

    @Test
    void whereNobodySignsItIsInForceWithTheServiceContract() {
        Contract contract = Samples.draft();
        contract.recordMainContract(TODAY.minusYears(1), Samples.AUTOMATIC, TODAY);
        contract.issue(PLAN, Samples.AUTOMATIC, NOON);

        assertThat(contract.state()).isEqualTo(ContractState.IN_FORCE);
        assertThat(contract.effectiveOn()).contains(TODAY.minusYears(1));
        assertThat(contract.expiresAt()).isEmpty();
    }

    @Test
    void whereNobodySignsTheSealOnlyConfirmsAndOnlyOnce() {
        Contract contract = Samples.draft();
        contract.issue(PLAN, Samples.AUTOMATIC, NOON);
        assertThat(contract.state()).isEqualTo(ContractState.ISSUED);
        assertThat(contract.expiresAt()).isEmpty();
        contract.recordMainContract(TODAY.minusYears(1), Samples.AUTOMATIC, TODAY);

        contract.countersign(Samples.PETRA, TODAY, Samples.AUTOMATIC, NOON);

        assertThat(contract.state()).isEqualTo(ContractState.IN_FORCE);
        assertThat(contract.effectiveOn()).contains(TODAY.minusYears(1));
        assertThatThrownBy(() -> contract.countersign(Samples.PETRA, TODAY, Samples.AUTOMATIC, NOON))
                .isInstanceOf(Refused.class);
    }

    @Test
    void onlyASignatoryOfTheProcessorCountersigns() {
        Contract contract = Samples.in(ContractState.ACCEPTED);
        Signatory stranger = new Signatory("x", Samples.OTHER, "X", "CEO", "Bern", NOON);
        Signatory former = new Signatory("f", Samples.OKOMO, "F", "CEO", "Bern", NOON);
        former.revoke(NOON);

        for (Signatory nobody : new Signatory[] {stranger, former}) {
            assertThatThrownBy(() -> contract.countersign(nobody, TODAY, Samples.BOTH_SIGN, NOON))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            e -> assertThat(e.reason())
                                    .isEqualTo(Reason.of("contract.refusal.no-signatory", "Okomo AG")));
        }
        assertThat(contract.state()).isEqualTo(ContractState.ACCEPTED);
    }

    @Test
    void aRefusalNeedsAReasonAndLetsTheControllerSignAgain() {
        Contract contract = Samples.in(ContractState.RETURNED);
        assertThatThrownBy(() -> contract.refuse(" ", PLAN, NOON)).isInstanceOf(Invalid.class);
        contract.refuse("Bitte mit Funktion", PLAN, NOON);

        assertThat(contract.remark()).contains("Bitte mit Funktion");
        assertThat(contract.expiresAt()).isPresent();
        contract.sign(Samples.page(TODAY), NOON);
        assertThat(contract.remark()).isEmpty();
        assertThat(contract.expiresAt()).isEmpty();
    }

    @Test
    void aProblemIsShownUntilItIsSolved() {
        Contract contract = Samples.in(ContractState.ACCEPTED);
        contract.hasProblem(Reason.of("document.time-stamp", "tsa.example"));
        assertThat(contract.problem()).contains(Reason.of("document.time-stamp", "tsa.example"));
        contract.countersign(Samples.PETRA, TODAY, Samples.BOTH_SIGN, NOON);
        assertThat(contract.problem()).isEmpty();
    }

    @Test
    void whoDoesNotSignIsRemindedAndThenTheContractRunsOut() {
        Contract contract = Samples.in(ContractState.ISSUED);
        Instant aWeekLater = NOON.plus(Period.ofDays(7));
        assertThat(contract.nextReminderAt()).contains(aWeekLater);

        contract.waiting().reminded(PLAN, aWeekLater);
        assertThat(contract.nextReminderAt()).contains(NOON.plus(Period.ofDays(14)));
        contract.waiting().reminded(PLAN, NOON.plus(Period.ofDays(14)));
        assertThat(contract.nextReminderAt()).isEmpty();

        assertThat(contract.expiresAt()).contains(NOON.plus(Period.ofDays(60)));
        contract.expire(NOON.plus(Period.ofDays(60)));
        assertThat(contract.state()).isEqualTo(ContractState.WITHDRAWN);
        assertThat(contract.milestones().expiredAt()).isPresent();
    }

    @Test
    void remindersThatFellDueDuringDowntimeAreOne() {
        Contract contract = Samples.in(ContractState.ISSUED);
        Instant afterBoth = NOON.plus(Period.ofDays(20));
        assertThat(contract.waiting().needsReminder(afterBoth)).isTrue();
        contract.waiting().reminded(PLAN, afterBoth);
        assertThat(contract.waiting().needsReminder(afterBoth)).isFalse();
    }

    @Test
    void aDeadlineIsTheSameHourOfTheDayAcrossDaylightSaving() {
        Instant october = Instant.parse("2026-10-20T10:00:00Z");
        assertThat(PLAN.nextReminder(october, october)).contains(Instant.parse("2026-10-27T11:00:00Z"));
    }

    @Test
    void afterANoticeTheLastDayStillCounts() {
        Contract contract = Samples.in(ContractState.IN_FORCE);
        LocalDate lastDay = new Notice("2-5", Period.ofWeeks(2)).lastDay(TODAY, TODAY, TODAY);
        Samples.end(contract, EndKind.ORDINARY, lastDay, "");

        assertThat(contract.endsOn()).contains(LocalDate.of(2026, 12, 6));
        assertThat(contract.endIfOver(lastDay, NOON)).isFalse();
        assertThat(contract.state()).isEqualTo(ContractState.IN_FORCE);
        assertThat(contract.endIfOver(lastDay.plusDays(1), NOON)).isTrue();
        assertThat(contract.state()).isEqualTo(ContractState.TERMINATED);
        assertThat(contract.endIfOver(lastDay.plusDays(1), NOON)).isFalse();
    }

    @Test
    void aSeriousViolationEndsItAtOnce() {
        Contract contract = Samples.in(ContractState.IN_FORCE);
        Samples.end(contract, EndKind.EXTRAORDINARY, TODAY, "Weitergabe an Dritte");
        assertThat(contract.state()).isEqualTo(ContractState.TERMINATED);
        assertThat(contract.endReason()).contains("Weitergabe an Dritte");
    }

    @Test
    void aNoticeIsReceivedNeitherTomorrowNorBeforeTheContract() {
        Notice notice = new Notice("2-5", Period.ofWeeks(2));
        assertThatThrownBy(() -> notice.lastDay(TODAY.plusDays(1), TODAY, TODAY))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> notice.lastDay(TODAY.minusDays(1), TODAY, TODAY))
                .isInstanceOf(Refused.class);
    }
}
