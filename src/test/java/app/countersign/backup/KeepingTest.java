package app.countersign.backup;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.kernel.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeepingTest {

    private static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");
    private static final List<Reason> DAMAGED = List.of(Reason.of("backup.problem.trail", 1));
    private static final Duration EVERY = Duration.ofHours(4);

    /** The newest first. */
    private final List<Run> kept = new ArrayList<>();

    private final Set<String> gone = new HashSet<>();

    private Run written(int daysAgo) {
        Instant at = NOW.minus(Duration.ofDays(daysAgo));
        Run run = new Run(UUID.randomUUID(), null, at);
        run.begin(daysAgo + ".backup", at);
        run.written(1, Manifest.NOTHING, at);
        kept.add(run);
        return run;
    }

    private Run proven(int daysAgo) {
        Run run = written(daysAgo);
        run.verified(List.of(), run.since());
        return run;
    }

    private Run unproven(int daysAgo) {
        Run run = written(daysAgo);
        run.failed(Reason.of("backup.problem.database"), run.since());
        return run;
    }

    private Run damaged(int daysAgo) {
        Run run = written(daysAgo);
        run.verified(DAMAGED, run.since());
        return run;
    }

    private List<Run> over() {
        return new Keeping(
                        Duration.ofDays(30),
                        run -> !gone.contains(run.fileName().orElseThrow()))
                .over(kept, NOW);
    }

    @Test
    void whatIsOlderThanThirtyDaysGoesTheOldestFirst() {
        proven(0);
        proven(29);
        Run younger = proven(31);
        Run older = unproven(32);

        assertThat(over()).containsExactly(older, younger);
    }

    @Test
    void nothingGoesAsLongAsNothingNewerIsProvenOrItsFileIsAway() {
        unproven(0);
        proven(31);
        Run oldest = proven(40);
        assertThat(over()).containsExactly(oldest);

        gone.add("31.backup");
        assertThat(over()).extracting(Run::since).containsExactly(kept.get(1).since());

        gone.add("40.backup");
        assertThat(over()).isEmpty();
    }

    @Test
    void theLastOneFromBeforeADamageStays() {
        damaged(0);
        damaged(31);
        Run whole = proven(40);
        Run older = proven(50);

        assertThat(over()).contains(older).doesNotContain(whole, kept.get(0)).hasSize(2);
    }

    @Test
    void aClockThatJumpsAheadTakesNoMoreThanAFew() {
        proven(0);
        for (int day = 31; day < 60; day++) {
            proven(day);
        }
        assertThat(over()).hasSize(Keeping.MOST);
    }

    @Test
    void whatCouldNotBeWrittenIsTriedAgainSoonAndWhatIsNotProvenInItsTime() {
        Run run = new Run(UUID.randomUUID(), null, NOW);
        run.begin("a.backup", NOW);
        assertThat(Schedule.after(run, EVERY)).isEqualTo(NOW.plus(EVERY));

        run.failed(Reason.of("backup.problem.full", "/backups"), NOW);
        assertThat(Schedule.after(run, EVERY)).isEqualTo(NOW.plus(Duration.ofMinutes(10)));
        assertThat(Schedule.after(run, Duration.ofMinutes(1))).isEqualTo(NOW.plus(Duration.ofMinutes(1)));

        assertThat(Schedule.after(unproven(0), EVERY)).isEqualTo(NOW.plus(EVERY));
    }

    @Test
    void aDamageIsToldOfAProvenOne() {
        Run run = damaged(0);

        assertThat(run.state()).isEqualTo(RunState.VERIFIED);
        assertThat(run.isWhole()).isFalse();
        assertThat(run.problem())
                .hasValueSatisfying(reason -> assertThat(reason.key()).isEqualTo("backup.problem.trail"));
        assertThat(proven(1).isWhole()).isTrue();
    }
}
