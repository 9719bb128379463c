package app.countersign.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.kernel.Invalid;
import app.countersign.terms.Span;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineCursorTest {

    @Test
    void isReadAsItWasWritten() {
        Deadline last = new Deadline(DeadlineStart.of(
                Subject.of("breach", UUID.randomUUID(), "BR-1", "/"),
                "notify-controller",
                "gdpr 33(2)",
                Span.of("PT24H"),
                Instant.parse("2026-11-23T08:12:00.123456Z"),
                Place.in(ZoneOffset.UTC),
                "dpo"));

        DeadlineCursor cursor = DeadlineCursor.of(last);

        assertThat(cursor).isEqualTo(new DeadlineCursor(last.dueAt(), last.id()));
        assertThat(DeadlineCursor.read(cursor.toString())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "_",
                "2026-11-23T08:12:00Z",
                "2026-11-23T08:12:00Z_",
                "2026-11-23T08:12:00Z_7",
                "soon_00000000-0000-4000-8000-000000000000",
                "+999999999-12-31T00:00:00Z_00000000-0000-4000-8000-000000000000"
            })
    void whatWasNeverWrittenIsRefusedBesideItsField(String text) {
        assertThatThrownBy(() -> DeadlineCursor.read(text))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refused -> assertThat(refused.complaints()).containsOnlyKeys("cursor"));
    }
}
