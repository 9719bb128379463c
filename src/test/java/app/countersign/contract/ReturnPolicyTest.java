package app.countersign.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.contract.ReturnPolicy.Case;
import app.countersign.contract.ReturnPolicy.Course;
import app.countersign.contract.ReturnPolicy.Letter;
import app.countersign.kernel.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReturnPolicyTest {

    private static Case mailed(ReturnVerdict verdict, ContractState state) {
        return new Case(verdict, state, false, true, Door.MAIL, false, true, 0, List.of());
    }

    private static Case byStranger(ReturnVerdict verdict) {
        return new Case(verdict, ContractState.ISSUED, false, true, Door.MAIL, true, true, 0, List.of());
    }

    private static List<String> keys(Course course) {
        return course.why().stream().map(Reason::key).toList();
    }

    @Test
    void anHonestFileIsTaken() {
        assertThat(ReturnPolicy.of(mailed(ReturnVerdict.HONEST, ContractState.ISSUED)))
                .isEqualTo(new Course(ReturnState.TAKEN, List.of(), Letter.NONE));
        assertThat(ReturnPolicy.of(mailed(ReturnVerdict.HONEST, ContractState.REFUSED))
                        .state())
                .isEqualTo(ReturnState.TAKEN);
    }

    @Test
    void aSecondHonestFileIsNot() {
        Course course = ReturnPolicy.of(mailed(ReturnVerdict.HONEST, ContractState.RETURNED));
        assertThat(course.state()).isEqualTo(ReturnState.WAITING);
        assertThat(keys(course)).containsExactly("contract.return.another-one");
    }

    @Test
    void anHonestFileWithGapsIsLeftToAPerson() {
        Reason gap = Reason.of("contract.return.field", "Ort", Reason.of("kernel.text.missing"));
        Case gaps = new Case(
                ReturnVerdict.HONEST, ContractState.ISSUED, false, true, Door.API, false, true, 0, List.of(gap));
        assertThat(ReturnPolicy.of(gaps)).isEqualTo(new Course(ReturnState.WAITING, List.of(gap), Letter.NONE));
    }

    @Test
    void anAlteredFileIsRefusedWithALetter() {
        assertThat(ReturnPolicy.of(mailed(ReturnVerdict.ALTERED, ContractState.ISSUED)))
                .isEqualTo(new Course(ReturnState.REFUSED, List.of(), Letter.ALTERED));
    }

    @Test
    void anAlteredFileDoesNotDisturbOneThatWasTaken() {
        assertThat(ReturnPolicy.of(mailed(ReturnVerdict.ALTERED, ContractState.RETURNED)))
                .extracting(Course::state, Course::letter)
                .containsExactly(ReturnState.WAITING, Letter.NONE);
    }

    @ParameterizedTest
    @EnumSource(ReturnVerdict.class)
    void whatAStrangerSendsIsLeftToAPersonAndNotAnswered(ReturnVerdict verdict) {
        Course course = ReturnPolicy.of(byStranger(verdict));
        assertThat(course.state()).isEqualTo(ReturnState.WAITING);
        assertThat(course.letter()).isEqualTo(Letter.NONE);
        assertThat(keys(course)).contains("contract.return.stranger");
    }

    @ParameterizedTest
    @EnumSource(ReturnVerdict.class)
    void aMachineIsNeverAnswered(ReturnVerdict verdict) {
        for (ContractState state : ContractState.values()) {
            Case machine = new Case(verdict, state, false, true, Door.MAIL, false, false, 0, List.of());
            assertThat(ReturnPolicy.of(machine).letter()).isEqualTo(Letter.NONE);
            assertThat(ReturnPolicy.of(machine).state()).isNotIn(ReturnState.TAKEN, ReturnState.REFUSED);
        }
    }

    @Test
    void afterSomeLettersADayAPersonIsAsked() {
        Case many = new Case(
                ReturnVerdict.ALTERED,
                ContractState.REFUSED,
                false,
                true,
                Door.MAIL,
                false,
                true,
                ReturnPolicy.MOST_LETTERS,
                List.of());
        assertThat(ReturnPolicy.of(many))
                .extracting(Course::state, Course::letter)
                .containsExactly(ReturnState.WAITING, Letter.NONE);
    }

    @ParameterizedTest
    @EnumSource(
            value = ContractState.class,
            names = {"ACCEPTED", "COUNTERSIGNED", "IN_FORCE", "WITHDRAWN", "TERMINATED"})
    void whatComesTooLateIsKeptAndAnswered(ContractState state) {
        for (ReturnVerdict verdict : ReturnVerdict.values()) {
            assertThat(ReturnPolicy.of(mailed(verdict, state)))
                    .extracting(Course::state, Course::letter)
                    .containsExactly(ReturnState.KEPT, Letter.TOO_LATE);
        }
    }

    @Test
    void anExpiredContractIsCalledSo() {
        Case expired = new Case(
                ReturnVerdict.HONEST, ContractState.WITHDRAWN, true, true, Door.LINK, false, true, 0, List.of());
        assertThat(keys(ReturnPolicy.of(expired))).containsExactly("contract.return.expired");
        assertThat(ReturnPolicy.of(expired).letter()).isEqualTo(Letter.NONE);
    }

    @Test
    void whereNobodySignsNothingFollows() {
        Case automatic =
                new Case(ReturnVerdict.HONEST, ContractState.ISSUED, false, false, Door.API, false, true, 0, List.of());
        assertThat(ReturnPolicy.of(automatic).state()).isEqualTo(ReturnState.KEPT);
    }

    @Test
    void whatCanNotBeReadIsAnsweredOnlyByMail() {
        assertThat(ReturnPolicy.of(mailed(ReturnVerdict.UNREADABLE, ContractState.ISSUED))
                        .letter())
                .isEqualTo(Letter.UNREADABLE);
        Case uploaded = new Case(
                ReturnVerdict.UNREADABLE, ContractState.ISSUED, false, true, Door.LINK, false, true, 0, List.of());
        assertThat(ReturnPolicy.of(uploaded).state()).isEqualTo(ReturnState.KEPT);
    }
}
