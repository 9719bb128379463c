package app.countersign.breach;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.deadline.DeadlineStart;
import app.countersign.deadline.Place;
import app.countersign.deadline.Subject;
import app.countersign.terms.Law;
import app.countersign.terms.Term;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a term says of its clock is what the clock does. */
class BreachClocksTest {

    private static final Instant AWARE = Instant.parse("2026-11-23T08:00:00Z");

    @TempDir
    Path home;

    @Test
    void aClockWarnsWhenItsTermSaysSo() throws IOException {
        DeadlineStart authority = starting(law("within: PT72H", "within: PT72H, warn: [33, 90]"), "33(1)");
        DeadlineStart controller = starting(
                law("whom: controller, within: without-delay", "whom: controller, within: without-delay, warn: [75]"),
                "33(2)");

        assertThat(authority.warnings()).containsExactly(33, 90);
        assertThat(authority.span().toString()).isEqualTo("PT72H");
        assertThat(controller.warnings()).containsExactly(75);
        assertThat(controller.limit()).contains(AWARE.plus(Duration.ofHours(4)));
    }

    @Test
    void itWarnsAtHalfAndFourFifthsWhereItsTermSaysNothing() {
        assertThat(starting(Law.in(Path.of("contracts-templates")), "33(1)").warnings())
                .containsExactly(50, 80);
    }

    private Law law(String said, String instead) throws IOException {
        String text = Files.readString(Path.of("contracts-templates", Law.FILE));
        assertThat(text).contains(said);
        Files.writeString(home.resolve(Law.FILE), text.replace(said, instead));
        return Law.in(home);
    }

    private static DeadlineStart starting(Law law, String article) {
        Term term = law.on(LocalDate.parse("2026-11-23"), "notify").stream()
                .filter(rule -> rule.citation().equals("gdpr " + article))
                .findFirst()
                .orElseThrow()
                .promise();
        return BreachClocks.starting(
                Subject.of("breach", UUID.randomUUID(), "BR-1", "/"),
                "notify-authority",
                "gdpr " + article,
                term,
                AWARE,
                AWARE.plus(Duration.ofHours(4)),
                Place.in(ZoneId.of("Europe/Berlin")));
    }
}
