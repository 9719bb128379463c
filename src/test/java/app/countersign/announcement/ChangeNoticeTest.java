package app.countersign.announcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.announcement.ChangeNotice.Due;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.subprocessor.EngageRule;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A controller's row: what time and answers do to it. */
class ChangeNoticeTest {

    private static final Instant TOLD = Instant.parse("2026-12-01T09:00:00Z");
    private static final Instant DUE = TOLD.plus(Duration.ofDays(20));

    private static ChangeNotice notice(boolean asks, boolean silence) {
        EngageRule rule = new EngageRule("6-7", "§ 6 Abs. 7", asks, silence, Optional.empty());
        return new ChangeNotice(rule, TOLD, DUE);
    }

    @Test
    void whereSilenceCountsTheChangeTakesEffectWhenTheWindowCloses() {
        ChangeNotice notice = notice(true, true);

        assertThat(notice.nextAt()).contains(DUE);
        assertThat(notice.due(DUE.plusSeconds(9))).isEqualTo(Due.TAKE_EFFECT);
        assertThat(notice.state()).isEqualTo(AnswerState.UNOPPOSED);
        assertThat(notice.effectiveAt()).contains(DUE.plusSeconds(9));
        assertThat(notice.nextAt()).isEmpty();
        assertThatThrownBy(() -> notice.object(DUE.plusSeconds(10), "K", "zu spät"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void whereConsentIsNeededSilenceIsRemindedOfTwiceAndNothingTakesEffect() {
        ChangeNotice notice = notice(true, false);

        assertThat(notice.nextAt()).contains(TOLD.plus(Duration.ofDays(10)));
        assertThat(notice.due(TOLD.plus(Duration.ofDays(10)))).isEqualTo(Due.REMIND);
        assertThat(notice.nextAt()).contains(TOLD.plus(Duration.ofDays(16)));
        assertThat(notice.due(TOLD.plus(Duration.ofDays(17)))).isEqualTo(Due.REMIND);
        assertThat(notice.nextAt()).isEmpty();
        assertThat(notice.reminded()).isEqualTo(2);
        assertThat(notice.due(DUE.plusSeconds(1))).isEqualTo(Due.NOTHING);
        assertThat(notice.state()).isEqualTo(AnswerState.WAITING);
        assertThat(notice.effectiveAt()).isEmpty();
    }

    @Test
    void aConsentThatComesLateTakesEffectThen() {
        ChangeNotice notice = notice(true, false);

        notice.consent(DUE.plus(Duration.ofDays(3)), "K");

        assertThat(notice.due(DUE.plus(Duration.ofDays(3)))).isEqualTo(Due.TAKE_EFFECT);
    }

    @Test
    void anObjectionStopsItAndCanBeTakenBack() {
        ChangeNotice notice = notice(true, true);

        notice.object(TOLD.plusSeconds(60), "K", "Mitbewerber");
        assertThat(notice.nextAt()).isEmpty();
        assertThat(notice.due(DUE.plusSeconds(1))).isEqualTo(Due.NOTHING);
        assertThat(notice.effectiveAt()).isEmpty();
        assertThat(notice.reason()).isEqualTo("Mitbewerber");

        notice.consent(DUE.plusSeconds(2), "K");
        assertThat(notice.reason()).isEmpty();
        assertThat(notice.due(DUE.plusSeconds(3))).isEqualTo(Due.TAKE_EFFECT);
    }

    @Test
    void whoIsOnlyToldIsNotAskedAndWhoIsBarredNeverAffected() {
        ChangeNotice told = notice(false, true);
        assertThat(told.state()).isEqualTo(AnswerState.INFORMED);
        assertThatThrownBy(() -> told.object(TOLD, "K", "nein")).isInstanceOf(Refused.class);
        assertThat(told.due(DUE)).isEqualTo(Due.TAKE_EFFECT);

        ChangeNotice barred = notice(true, true);
        barred.bar(Reason.of("announcement.problem.no-address"));
        assertThat(barred.isOpen()).isFalse();
        assertThat(barred.due(DUE)).isEqualTo(Due.NOTHING);
        assertThatThrownBy(() -> barred.consent(DUE, "K")).isInstanceOf(Refused.class);
    }
}
