package app.countersign.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.validate.ValidationResult;
import org.junit.jupiter.api.Test;

/** What we write, as another implementation of the standard reads it. */
class CalendarFileTest {

    private static final Instant NOW = Instant.parse("2026-11-28T09:00:00Z");
    private static final Instant DUE = Instant.parse("2026-11-29T08:30:00Z");

    @Test
    void anotherImplementationReadsWhatIsWritten() throws Exception {
        String summary = "Auftraggeber benachrichtigen – BR-2026-0001; \\ „eilig“, sofort";

        VEvent event = events(written(entry(summary, false, List.of(DUE.minusSeconds(3600), DUE))))
                .get(0);

        assertThat(value(event, Property.UID)).isEqualTo("1@example.com");
        assertThat(value(event, Property.SUMMARY)).isEqualTo(summary);
        assertThat(value(event, Property.SEQUENCE)).isEqualTo("7");
        assertThat(value(event, Property.DTSTAMP)).isEqualTo("20261128T090000Z");
        assertThat(value(event, Property.DTSTART)).isEqualTo("20261129T083000Z");
        assertThat(value(event, Property.DTEND)).isEqualTo("20261129T090000Z");
        assertThat(value(event, Property.DESCRIPTION)).isEqualTo("§ 10 Abs. 1\nhttps://example.com/d?id=1");
        assertThat(value(event, Property.STATUS)).isEqualTo("CONFIRMED");
        assertThat(event.getAlarms())
                .extracting(alarm -> alarm.getRequiredProperty(Property.TRIGGER).getValue())
                .containsExactly("-PT1H", "PT0S");
    }

    @Test
    void whatHasEndedIsCancelledAndRingsNoMore() throws Exception {
        VEvent event = events(written(entry("x", true, List.of(DUE)))).get(0);

        assertThat(value(event, Property.STATUS)).isEqualTo("CANCELLED");
        assertThat(event.getAlarms()).isEmpty();
    }

    @Test
    void theStandardHasNothingToComplainOf() throws Exception {
        Calendar calendar = read(written(entry("x", false, List.of(DUE)), entry("y", true, List.of())));

        ValidationResult result = calendar.validate();

        assertThat(result.getEntries()).isEmpty();
        assertThat(read(new CalendarFile("Empty", NOW).toString()).getComponents())
                .isEmpty();
    }

    @Test
    void noLineIsLongerThan75OctetsAndNoCharacterIsTorn() throws Exception {
        String summary = "Überfällige Prüfung – «Größe» 😀 ".repeat(12).strip();

        String written = written(entry(summary, false, List.of(DUE)));

        assertThat(written).endsWith("END:VCALENDAR\r\n").doesNotContainPattern("[^\r]\n");
        assertThat(written.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(value(events(written).get(0), Property.SUMMARY)).isEqualTo(summary);
    }

    @Test
    void aTitleCannotWriteLinesOfItsOwn() throws Exception {
        String written = written(entry("x\r\nATTENDEE:mailto:a@b.example\u0007\nEND:VEVENT", false, List.of()));

        assertThat(events(written)).hasSize(1);
        assertThat(value(events(written).get(0), Property.SUMMARY))
                .isEqualTo("x\nATTENDEE:mailto:a@b.example\nEND:VEVENT");
        assertThat(events(written).get(0).getProperties("ATTENDEE")).isEmpty();
    }

    @Test
    void aPeriodThatEndsOnTheDotHasNoEnd() throws Exception {
        CalendarFile.Entry prompt =
                new CalendarFile.Entry("1@x", 0, "x", "y", "https://x/y", DUE, DUE, false, List.of());

        VEvent event = events(written(prompt)).get(0);

        assertThat(event.getProperty(Property.DTEND)).isEmpty();
        DtStart<Temporal> start = event.getDateTimeStart();
        assertThat(Duration.between(OffsetDateTime.parse("2026-11-29T08:30:00Z"), start.getDate()))
                .isZero();
    }

    private static CalendarFile.Entry entry(String summary, boolean cancelled, List<Instant> alarms) {
        return new CalendarFile.Entry(
                "1@example.com",
                7,
                summary,
                "§ 10 Abs. 1",
                "https://example.com/d?id=1",
                DUE,
                DUE.plusSeconds(1800),
                cancelled,
                alarms);
    }

    private static String written(CalendarFile.Entry... entries) {
        CalendarFile file = new CalendarFile("Fristen", NOW);
        List.of(entries).forEach(file::add);
        return file.toString();
    }

    private static Calendar read(String written) throws IOException, ParserException {
        return new CalendarBuilder().build(new StringReader(written));
    }

    private static List<VEvent> events(String written) throws IOException, ParserException {
        return read(written).getComponents(Component.VEVENT);
    }

    private static String value(VEvent event, String name) {
        return event.getRequiredProperty(name).getValue();
    }
}
