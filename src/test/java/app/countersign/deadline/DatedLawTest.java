package app.countersign.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.terms.Law;
import app.countersign.terms.LegalRule;
import app.countersign.terms.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 72 hours that become 96 are a changed file: what runs keeps its rule, what begins gets the one of its day. */
class DatedLawTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant LAST_OF_THE_OLD = Instant.parse("2027-05-31T21:59:59Z");
    private static final Instant FIRST_OF_THE_NEW = Instant.parse("2027-05-31T22:00:00Z");

    @TempDir
    Path home;

    private final Law before = Law.in(Path.of("contracts-templates"));
    private Law after;

    @BeforeEach
    void changeTheLaw() throws IOException {
        Files.writeString(
                home.resolve(Law.FILE),
                Files.readString(Path.of("contracts-templates", Law.FILE))
                        + "  - {act: gdpr, article: \"33(1)\", from: 2027-06-01,"
                        + " notify: {of: breach, whom: authority, within: PT96H, where: high-risk, warn: [25, 75]}}\n");
        after = Law.in(home);
    }

    /** As the rooms do: the rule of the day, in the local time of the place, on which it begins. */
    private static Deadline started(Law law, Instant aware) {
        LocalDate day = aware.atZone(BERLIN).toLocalDate();
        LegalRule rule = law.on(day, "notify").stream()
                .filter(one -> one.citation().equals("gdpr 33(1)"))
                .findFirst()
                .orElseThrow();
        return new Deadline(DeadlineStart.of(
                        Subject.of("breach", UUID.randomUUID(), "BR-1", "/"),
                        "notify-authority",
                        rule.citation(),
                        rule.promise().span("within").orElseThrow(),
                        aware,
                        Place.in(BERLIN).country("DE"),
                        "dpo")
                .warnedAsSaid(rule.promise().percentages("warn")));
    }

    @Test
    void whatRunsKeepsTheRuleItStartedWith() {
        Deadline running = started(before, LAST_OF_THE_OLD);
        Instant due = running.dueAt();

        // The new file is read, the new rule is in force, and the clock goes on to its end.
        Deadline later = started(after, FIRST_OF_THE_NEW);
        running.ring(FIRST_OF_THE_NEW.plus(Duration.ofHours(73)));

        assertThat(running.rule()).isEqualTo(Span.of("PT72H"));
        assertThat(running.dueAt()).isEqualTo(due).isEqualTo(LAST_OF_THE_OLD.plus(Duration.ofHours(72)));
        assertThat(running.state()).isEqualTo(DeadlineState.OVERDUE);
        assertThat(later.rule()).isEqualTo(Span.of("PT96H"));
        assertThat(later.dueAt()).isEqualTo(FIRST_OF_THE_NEW.plus(Duration.ofHours(96)));
        later.ring(FIRST_OF_THE_NEW.plus(Duration.ofHours(73)));
        assertThat(later.state()).isEqualTo(DeadlineState.RUNNING);
    }

    @Test
    void whatRunsKeepsItsWarningsToo() {
        Deadline running = started(before, LAST_OF_THE_OLD);
        Deadline later = started(after, FIRST_OF_THE_NEW);

        assertThat(running.ring(running.dueAt()))
                .extracting(Alarm::name)
                .containsExactly("warning-50", "warning-80", "due");
        assertThat(later.ring(later.dueAt()))
                .extracting(Alarm::name)
                .containsExactly("warning-25", "warning-75", "due");
    }

    @Test
    void theLastMomentOfTheOldRuleStillHasIt() {
        assertThat(started(after, LAST_OF_THE_OLD).rule()).isEqualTo(Span.of("PT72H"));
        assertThat(started(after, FIRST_OF_THE_NEW).rule()).isEqualTo(Span.of("PT96H"));
    }

    /** The words of its clause may be gone from template and law: the clock knows all it needs. */
    @Test
    void aClockNeedsNeitherItsLawNorItsTermToBeCounted() {
        Deadline running = started(before, LAST_OF_THE_OLD);

        assertThat(running.clause()).isEqualTo("gdpr 33(1)");
        assertThat(running.ring(running.dueAt())).extracting(Alarm::name).contains("due");
        running.meet(running.legalEndAt(), "Dora Weber", null);
        assertThat(running.state()).isEqualTo(DeadlineState.MET);
    }
}
