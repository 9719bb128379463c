package app.countersign.breach;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.kernel.Reason;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What must be on record before a breach is closed, and what may be left untold. */
class ClosabilityTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @Test
    void aBreachWithEverythingOnRecordCanBeClosed() {
        assertThat(missing(breach(true, "Spam", "Passwords reset"), false, false, Optional.of(judged(1)), true, false))
                .isEmpty();
        assertThat(missing(breach(false, "Spam", "Reset"), false, false, Optional.empty(), false, false))
                .isEmpty();
    }

    @Test
    void whatIsMissingIsNamedOneByOne() {
        assertThat(missing(breach(true, "", " "), true, true, Optional.empty(), false, false))
                .containsExactly(
                        "breach.refusal.clocks-run",
                        "breach.refusal.controllers-undecided",
                        "breach.refusal.no-consequences",
                        "breach.refusal.no-measures",
                        "breach.refusal.no-judgement",
                        "breach.refusal.authority-undecided");
    }

    @Test
    void onlyWhereTheRiskIsHighMustItBeDecidedAboutThePersons() {
        Breach breach = breach(true, "Spam", "Reset");

        assertThat(missing(breach, false, false, Optional.of(judged(3)), true, false))
                .containsExactly("breach.refusal.persons-undecided");
        assertThat(missing(breach, false, false, Optional.of(judged(3)), true, true))
                .isEmpty();
        assertThat(missing(breach, false, false, Optional.of(judged(2)), true, false))
                .isEmpty();
    }

    @Test
    void theAuthorityIsLeftUntoldOnlyWhereARiskIsUnlikely() {
        assertThat(silence(Recipient.AUTHORITY, Optional.empty(), Optional.empty(), false))
                .isEqualTo("breach.refusal.not-judged");
        assertThat(silence(Recipient.AUTHORITY, Optional.of(judged(1)), Optional.empty(), false))
                .isEmpty();
        assertThat(silence(Recipient.AUTHORITY, Optional.of(judged(3)), Optional.empty(), false))
                .isEqualTo("breach.refusal.risk-is-high");
        assertThat(silence(Recipient.AUTHORITY, Optional.of(judged(1)), Optional.empty(), true))
                .isEqualTo("breach.refusal.told-already");
    }

    @Test
    void personsAreLeftUntoldOfAHighRiskOnlyByAnException() {
        assertThat(silence(Recipient.PERSONS, Optional.of(judged(2)), Optional.empty(), false))
                .isEmpty();
        assertThat(silence(Recipient.PERSONS, Optional.of(judged(3)), Optional.empty(), false))
                .isEqualTo("breach.refusal.no-exemption");
        assertThat(silence(Recipient.PERSONS, Optional.of(judged(4)), Optional.of(Exemption.AVERTED), false))
                .isEmpty();
    }

    private static String silence(
            Recipient recipient, Optional<Judgement> last, Optional<Exemption> exemption, boolean told) {
        return Silence.refusal(recipient, last, exemption, told)
                .map(Reason::key)
                .orElse("");
    }

    private static List<String> missing(
            Breach breach,
            boolean clocks,
            boolean undecided,
            Optional<Judgement> last,
            boolean authority,
            boolean persons) {
        return Closability.missing(breach, clocks, undecided, last, authority, persons).stream()
                .map(Reason::key)
                .toList();
    }

    private static Breach breach(boolean ownController, String consequences, String measures) {
        Facts facts = new Facts(
                "Lost", "", "", "", List.of(), Set.of(), Extent.unknown(), Extent.unknown(), consequences, measures);
        return new Breach(
                "BR-1", facts, ZoneOffset.UTC, ownController, Set.of(UUID.randomUUID()), NOW, "Dora Datenschutz");
    }

    /** With that score. */
    private static Judgement judged(int context) {
        Severity severity = new Severity(Nature.SIMPLE, context, Ease.MAXIMUM, Loss.NONE, Loss.NONE, Loss.NONE, false);
        return new Judgement(
                UUID.randomUUID(), severity, new Judgement.Why("", "", ""), false, false, NOW, "Dora Datenschutz");
    }
}
