package app.countersign.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlarmTest {

    private static final Instant DUE = Instant.parse("2026-11-24T08:12:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0",
        "PT59M59.999S, 0",
        "PT1H, 1",
        "PT3H59M59.999S, 1",
        "PT4H, 2",
        "PT23H59M59.999S, 2",
        "P1D, 3",
        "PT47H59M59.999S, 3",
        "P2D, 4",
        "P365D, 367"
    })
    void theLastEscalationIsTheOneWhoseTimeHasCome(Duration after, int number) {
        assertThat(Alarm.latestEscalation(DUE, DUE.plus(after)).map(Alarm::number))
                .isEqualTo(number == 0 ? java.util.Optional.empty() : java.util.Optional.of(number));
    }

    @Test
    void whatAnAlarmIsFollowsFromItsName() {
        Alarm warning = Alarm.warning(80, DUE.minusSeconds(100), DUE);
        Alarm due = Alarm.due(DUE);
        Alarm escalation = Alarm.escalation(3, DUE);

        assertThat(warning).isEqualTo(new Alarm("warning-80", DUE.minusSeconds(20)));
        assertThat(warning).matches(Alarm::isWarning).matches(one -> !one.isDue() && !one.isEscalation());
        assertThat(due).matches(Alarm::isDue).matches(one -> !one.isWarning() && !one.isEscalation());
        assertThat(escalation).matches(Alarm::isEscalation).matches(one -> !one.isWarning() && !one.isDue());
        assertThat(warning.number()).isEqualTo(80);
        assertThat(due.number()).isZero();
        assertThat(escalation.number()).isEqualTo(3);
    }
}
