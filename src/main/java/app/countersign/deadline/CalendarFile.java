package app.countersign.deadline;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Writes a calendar (RFC 5545). Instants are in UTC, so that no time zone has to be described; lines end with CRLF and
 * are folded after 75 octets, never inside a character.
 */
final class CalendarFile {

    private static final int LONGEST_LINE = 75;
    private static final String END = "\r\n";
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /**
     * One deadline.
     *
     * @param uid the same as long as it is the same deadline
     * @param sequence grows with each change
     * @param due when alarms run; the event begins then
     * @param legalEnd when the law's period expires; the event ends then
     * @param cancelled it has ended, and programs take it away
     * @param alarms when it warns, before it is due
     */
    record Entry(
            String uid,
            long sequence,
            String summary,
            String description,
            String url,
            Instant due,
            Instant legalEnd,
            boolean cancelled,
            List<Instant> alarms) {}

    private final StringBuilder text = new StringBuilder();
    private final Instant now;

    CalendarFile(String name, Instant now) {
        this.now = now;
        line("BEGIN", "VCALENDAR");
        line("VERSION", "2.0");
        line("PRODID", "-//Countersign//Deadlines//EN");
        line("CALSCALE", "GREGORIAN");
        line("X-WR-CALNAME", escaped(name));
        line("REFRESH-INTERVAL;VALUE=DURATION", "PT15M");
        line("X-PUBLISHED-TTL", "PT15M");
    }

    void add(Entry entry) {
        line("BEGIN", "VEVENT");
        line("UID", entry.uid());
        line("DTSTAMP", UTC.format(now));
        line("SEQUENCE", String.valueOf(entry.sequence()));
        line("DTSTART", UTC.format(entry.due()));
        if (entry.legalEnd().isAfter(entry.due())) {
            line("DTEND", UTC.format(entry.legalEnd()));
        }
        line("SUMMARY", escaped(entry.summary()));
        line("DESCRIPTION", escaped(entry.description() + "\n" + entry.url()));
        line("URL", entry.url());
        line("STATUS", entry.cancelled() ? "CANCELLED" : "CONFIRMED");
        line("TRANSP", "TRANSPARENT");
        if (!entry.cancelled()) {
            entry.alarms().forEach(at -> alarm(entry, at));
        }
        line("END", "VEVENT");
    }

    private void alarm(Entry entry, Instant at) {
        Duration before = Duration.between(at, entry.due());
        line("BEGIN", "VALARM");
        line("ACTION", "DISPLAY");
        line("TRIGGER", before.isZero() ? "PT0S" : "-PT" + before.toSeconds() + "S");
        line("DESCRIPTION", escaped(entry.summary()));
        line("END", "VALARM");
    }

    /** Commas, semicolons and backslashes mean something, and a line can't be broken as such. */
    static String escaped(String words) {
        return words.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", "");
    }

    private void line(String name, String value) {
        int octets = 0;
        for (int c : (name + ":" + value).codePoints().toArray()) {
            String one = Character.toString(c);
            int size = one.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST_LINE) {
                text.append(END).append(' ');
                octets = 1;
            }
            text.append(one);
            octets += size;
        }
        text.append(END);
    }

    @Override
    public String toString() {
        return text + "END:VCALENDAR" + END;
    }
}
