package app.countersign.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.kernel.Refused;
import app.countersign.terms.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    private static final Instant AWARE = Instant.parse("2026-11-23T08:12:00Z");
    private static final Instant DUE = Instant.parse("2026-11-24T08:12:00Z");
    private static final Instant LEGAL_END = Instant.parse("2026-11-24T09:00:00Z");

    private final Deadline deadline = new Deadline(start());

    private static DeadlineStart start() {
        return DeadlineStart.of(
                Subject.of("breach", UUID.randomUUID(), "BR-1", "/breach/view?id=1"),
                "notify-controller",
                "oculavis-dpa breach-1-b",
                Span.of("PT24H"),
                AWARE,
                Place.in(ZoneId.of("Europe/Berlin")),
                "dpo");
    }

    @Test
    void knowsWhenItIsDueAndWhenTheLawSPeriodEnds() {
        assertThat(deadline.dueAt()).isEqualTo(DUE);
        assertThat(deadline.legalEndAt()).isEqualTo(LEGAL_END);
        assertThat(deadline.state()).isEqualTo(DeadlineState.RUNNING);
        assertThat(deadline.nextAlarmAt()).contains(AWARE.plus(Duration.ofHours(12)));
    }

    @Test
    void warnsAtHalfAndAtFourFifthsOfTheTimeAndFallsDue() {
        assertThat(deadline.ring(AWARE.plus(Duration.ofHours(12)).minusMillis(1)))
                .isEmpty();
        assertThat(deadline.ring(AWARE.plus(Duration.ofHours(12))))
                .extracting(Alarm::name)
                .containsExactly("warning-50");
        assertThat(deadline.nextAlarmAt()).contains(AWARE.plus(Duration.ofMinutes(19 * 60 + 12)));
        assertThat(deadline.ring(AWARE.plus(Duration.ofHours(20))))
                .extracting(Alarm::name)
                .containsExactly("warning-80");
        assertThat(deadline.state()).isEqualTo(DeadlineState.RUNNING);
        assertThat(deadline.nextAlarmAt()).contains(DUE);
        assertThat(deadline.ring(DUE)).containsExactly(new Alarm("due", DUE));
        assertThat(deadline.state()).isEqualTo(DeadlineState.OVERDUE);
        assertThat(deadline.flaggedAt()).contains(DUE);
    }

    @Test
    void saysNothingTwice() {
        List<String> said = new ArrayList<>();
        for (Instant now = AWARE; now.isBefore(DUE.plus(Duration.ofDays(3))); now = now.plusSeconds(600)) {
            deadline.ring(now).forEach(alarm -> said.add(alarm.name()));
            assertThat(deadline.ring(now)).isEmpty();
        }
        assertThat(said)
                .containsExactly(
                        "warning-50",
                        "warning-80",
                        "due",
                        "escalation-1",
                        "escalation-2",
                        "escalation-3",
                        "escalation-4");
    }

    @Test
    void whatWasMissedWhileTheApplicationWasOffIsSaidWithTheTrueInstants() {
        Instant back = DUE.plus(Duration.ofHours(30));

        assertThat(deadline.ring(back))
                .containsExactly(
                        new Alarm("warning-50", AWARE.plus(Duration.ofHours(12))),
                        new Alarm("warning-80", AWARE.plus(Duration.ofMinutes(19 * 60 + 12))),
                        new Alarm("due", DUE));
        assertThat(deadline.flaggedAt()).contains(back);
        // Then one escalation stands for those that were missed, and the next comes at its time.
        assertThat(deadline.ring(back)).containsExactly(new Alarm("escalation-3", DUE.plus(Duration.ofDays(1))));
        assertThat(deadline.nextAlarmAt()).contains(DUE.plus(Duration.ofDays(2)));
    }

    @Test
    void escalatesUntilSomebodyTakesNote() {
        deadline.ring(DUE);
        assertThat(deadline.nextAlarmAt()).contains(DUE.plus(Duration.ofHours(1)));

        deadline.acknowledge(DUE.plusSeconds(60), "Dora Weber");

        assertThat(deadline.ring(DUE.plus(Duration.ofDays(9)))).isEmpty();
        assertThat(deadline.nextAlarmAt()).isEmpty();
        assertThat(deadline.state()).isEqualTo(DeadlineState.OVERDUE);
        assertThat(deadline.acknowledgedBy()).contains("Dora Weber");
    }

    @Test
    void onlyAnOverdueOneIsTakenNoteOf() {
        refuses("deadline.refusal.not-overdue", () -> deadline.acknowledge(AWARE, "Dora Weber"));
    }

    @Test
    void metInTimeItIsQuiet() {
        deadline.meet(DUE.minusSeconds(1), "Dora Weber", null);

        assertThat(deadline.state()).isEqualTo(DeadlineState.MET);
        assertThat(deadline.nextAlarmAt()).isEmpty();
        assertThat(deadline.ring(DUE.plus(Duration.ofDays(1)))).isEmpty();
    }

    @Test
    void betweenDueAndTheLegalEndItIsStillMetInTime() {
        deadline.ring(DUE);
        deadline.meet(LEGAL_END, "Dora Weber", "");

        assertThat(deadline.state()).isEqualTo(DeadlineState.MET);
        assertThat(deadline.reason()).isEmpty();
    }

    @Test
    void metLateItDemandsTheReason() {
        Instant late = LEGAL_END.plusMillis(1);
        refuses("deadline.refusal.reason-needed", () -> deadline.meet(late, "Dora Weber", "  "));

        deadline.meet(late, "Dora Weber", " The contact’s mailbox was full. ");

        assertThat(deadline.state()).isEqualTo(DeadlineState.MET_LATE);
        assertThat(deadline.reason()).contains("The contact’s mailbox was full.");
        assertThat(deadline.endedAt()).contains(late);
        assertThat(deadline.endedBy()).contains("Dora Weber");
    }

    @Test
    void isNotMetBeforeItBegan() {
        refuses("deadline.refusal.before-start", () -> deadline.meet(AWARE.minusSeconds(1), "Dora Weber", null));
    }

    @Test
    void aWaiverNeedsAReasonAndEndsIt() {
        refuses("deadline.refusal.waiver-needs-reason", () -> deadline.waive(AWARE, "Dora Weber", ""));
        refuses("deadline.refusal.reason-too-long", () -> deadline.waive(AWARE, "Dora Weber", "x".repeat(1001)));

        deadline.waive(AWARE.plusSeconds(5), "Dora Weber", "x".repeat(1000));

        assertThat(deadline.state()).isEqualTo(DeadlineState.WAIVED);
        refuses("deadline.refusal.ended", () -> deadline.meet(DUE, "Dora Weber", null));
        refuses("deadline.refusal.ended", () -> deadline.waive(DUE, "Dora Weber", "again"));
    }

    @Test
    void anOverdueOneCanStillBeMetAndWaived() {
        deadline.ring(LEGAL_END);
        deadline.meet(LEGAL_END.plusSeconds(1), "Dora Weber", "late");
        assertThat(deadline.state().isOpen()).isFalse();
    }

    @Test
    void withoutDelayRunsToTheLimitThatTheInstallationSets() {
        Instant limit = AWARE.plus(Duration.ofHours(4));
        DeadlineStart start = DeadlineStart.withoutDelay(
                        start().subject(), "notify-controller", "okomo-dpa 10-1", AWARE, limit, start().place(), "dpo")
                .warnedAt(90);

        Deadline prompt = new Deadline(start);

        assertThat(prompt.dueAt()).isEqualTo(limit);
        assertThat(prompt.rule().immediate()).isTrue();
        assertThat(prompt.ring(limit)).extracting(Alarm::name).containsExactly("warning-90", "due");
    }

    @Test
    void warnsWhenItsTermSaysAndAtHalfAndFourFifthsWhereItSaysNothing() {
        assertThat(start().warnedAsSaid(List.of()).warnings()).containsExactly(50, 80);
        assertThat(start().warnedAsSaid(List.of(90, 25)).warnings()).containsExactly(25, 90);
        assertThat(start().warnedAsSaid(List.of(25, 100)).warnings()).containsExactly(25);
        assertThat(start().warnedAsSaid(List.of(100)).warnings()).isEmpty();
    }

    @Test
    void aStartThatMakesNoSenseIsRefused() {
        DeadlineStart start = start();
        assertThatThrownBy(() -> start.warnedAt(100)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> start.warnedAt(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        DeadlineStart.of(start.subject(), "k", "c", Span.WITHOUT_DELAY, AWARE, start.place(), "dpo"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DeadlineStart.of(start.subject(), "k", "c", Span.of("PT1H"), AWARE, start.place()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsWhatItWasStartedWith() {
        DeadlineStart start = start();
        Deadline one = new Deadline(start);

        assertThat(one.id()).isNotNull().isNotEqualTo(deadline.id());
        assertThat(one.subject()).isSameAs(start.subject());
        assertThat(one.kind()).isEqualTo("notify-controller");
        assertThat(one.clause()).isEqualTo("oculavis-dpa breach-1-b");
        assertThat(one.rule()).isEqualTo(Span.of("PT24H"));
        assertThat(one.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(one.startsAt()).isEqualTo(AWARE);
        assertThat(one.told()).containsExactly("dpo");
        assertThat(one.version()).isZero();
        assertThat(one.acknowledgedAt()).isEmpty();
        assertThat(one.flaggedAt()).isEmpty();
        assertThat(one.endedAt()).isEmpty();
    }

    @Test
    void whoTookNoteFirstStays() {
        deadline.ring(DUE);
        deadline.acknowledge(DUE.plusSeconds(60), "Dora Weber");
        deadline.acknowledge(DUE.plusSeconds(90), "Lena Brunner");

        assertThat(deadline.acknowledgedAt()).contains(DUE.plusSeconds(60));
        assertThat(deadline.acknowledgedBy()).contains("Dora Weber");
    }

    @Test
    void aWarningMayComeAtAnyPercentageThatLeavesTime() {
        Deadline early = new Deadline(start().warnedAt(99, 1));

        assertThat(early.ring(DUE)).extracting(Alarm::name).containsExactly("warning-1", "warning-99", "due");
    }

    @Test
    void aStateIsCalledByItsWord() {
        assertThat(DeadlineState.MET_LATE.label().key()).isEqualTo("deadline.state.met-late");
        assertThat(DeadlineState.RUNNING.isOpen()).isTrue();
        assertThat(DeadlineState.WAIVED.isOpen()).isFalse();
    }

    private static void refuses(String key, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason().key()).isEqualTo(key));
    }
}
