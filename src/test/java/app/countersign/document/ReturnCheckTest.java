package app.countersign.document;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.document.Judgement.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A form that was filled in and otherwise left alone is honest. */
class ReturnCheckTest {

    @ParameterizedTest
    @ValueSource(strings = {"okomo-dpa", "oculavis-dpa", "360dialog-dpa"})
    void a_form_that_was_filled_in_is_honest(String code) {
        ShippedForm form = ShippedForm.of(code);
        Judgement judgement = form.judge(Fills.byPdfBox(form.pdf(), form.values()));

        assertThat(judgement.verdict()).isEqualTo(Verdict.HONEST);
        assertThat(judgement.differences()).isEmpty();
        assertThat(judgement.values()).containsAllEntriesOf(form.values());
        assertThat(judgement.proposed()).isFalse();
    }
}
