package app.countersign.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JobRowTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final JobRow row = new JobRow("sweep", NOON);

    @Test
    void isDueAtItsTimeAndThenAfterEachPause() {
        assertThat(row.isDue(NOON.minusMillis(1))).isFalse();
        assertThat(row.isDue(NOON)).isTrue();

        row.succeeded(NOON, NOON.plusSeconds(5), new Job.Outcome(3, false), HOUR);

        assertThat(row.isDue(NOON.plusSeconds(5))).isFalse();
        assertThat(row.isDue(NOON.plusSeconds(5).plus(HOUR))).isTrue();
    }

    @Test
    void goesOnAtOnceWhereMoreIsWaiting() {
        row.succeeded(NOON, NOON.plusSeconds(5), new Job.Outcome(100, true), HOUR);

        assertThat(row.isDue(NOON.plusSeconds(5))).isTrue();
    }

    @Test
    void isTriedAgainAfterAPauseWhenItFailed() {
        row.failed(NOON, NOON.plusSeconds(5), "x".repeat(600), HOUR);

        assertThat(row.isDue(NOON.plusSeconds(6))).isFalse();
        assertThat(row.isDue(NOON.plusSeconds(5).plus(HOUR))).isTrue();
    }

    /** A clock that went wrong by a day and is set right must not keep alarms waiting for a day. */
    @Test
    void doesNotWaitUntilAClockThatWasSetBackHasCaughtUp() {
        row.succeeded(NOON.plus(Duration.ofDays(1)), NOON.plus(Duration.ofDays(1)), Job.Outcome.NOTHING, HOUR);

        assertThat(row.isDue(NOON)).isTrue();
    }

    @Test
    void isNotHurriedByAnotherInstanceWhoseClockIsALittleBehind() {
        row.succeeded(NOON, NOON, Job.Outcome.NOTHING, HOUR);

        assertThat(row.isDue(NOON.minusSeconds(60))).isFalse();
    }
}
