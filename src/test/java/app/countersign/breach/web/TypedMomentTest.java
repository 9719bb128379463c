package app.countersign.breach.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.countersign.kernel.Invalid;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A local time in a form: never guessed, asked about where the clocks show it twice. */
class TypedMomentTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void nothingTypedIsNothing() {
        assertThat(read(typed(" ", null))).isEmpty();
        assertThat(read(typed(null, null))).isEmpty();
    }

    @Test
    void anOrdinaryTimeIsTheInstantAtWhichThatZonesClocksShowIt() {
        assertThat(read(typed("2026-11-23T09:00", null))).isEqualTo("2026-11-23T08:00:00Z");
    }

    @Test
    void aTimeThatComesTwiceIsAskedAboutAndTheAnswerCounts() {
        TypedMoment asked = typed("2026-10-25T02:30", null);

        assertThat(complaint(asked).complaints()).containsOnlyKeys("awareAt");
        assertThat(asked.getChoices())
                .extracting(TypedMoment.Choice::value)
                .containsExactly("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z");
        assertThat(asked.getChoices().get(0).label()).contains("MESZ", "+02:00");
        assertThat(read(typed("2026-10-25T02:30", "2026-10-25T01:30:00Z"))).isEqualTo("2026-10-25T01:30:00Z");
    }

    @Test
    void anAnswerToAnotherQuestionDoesNotCount() {
        TypedMoment changed = typed("2026-10-25T02:45", "2026-10-25T01:30:00Z");

        assertThat(complaint(changed).complaints()).containsOnlyKeys("awareAt");
        assertThat(changed.getChoices()).hasSize(2).noneMatch(TypedMoment.Choice::chosen);
    }

    @Test
    void aTimeThatTheClocksSkipIsAComplaintOfItsField() {
        assertThat(complaint(typed("2026-03-29T02:30", null))
                        .complaints()
                        .get("awareAt")
                        .key())
                .isEqualTo("deadline.moment.skipped");
        assertThat(complaint(typed("tomorrow", null))
                        .complaints()
                        .get("awareAt")
                        .key())
                .isEqualTo("deadline.moment.unreadable");
    }

    private static TypedMoment typed(String text, String answer) {
        TypedMoment moment = new TypedMoment("awareAt", answer);
        moment.setText(text);
        return moment;
    }

    private static String read(TypedMoment moment) {
        return moment.read(BERLIN, Locale.GERMAN);
    }

    private static Invalid complaint(TypedMoment moment) {
        return catchThrowableOfType(Invalid.class, () -> read(moment));
    }
}
