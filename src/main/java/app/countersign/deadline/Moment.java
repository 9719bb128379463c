package app.countersign.deadline;

import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads when something happened, as a person or a program writes it: an instant ({@code 2026-11-23T08:00:00Z}), or a
 * local time, with its zone or in the one that is assumed ({@code 2026-11-23T09:00}, {@code 2026-11-23T09:00
 * Europe/Lisbon}). Never guesses: a local time that comes twice is asked about, one that doesn't come is refused.
 */
public final class Moment {

    private static final DateTimeFormatter WRITTEN = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffsetId()
            .optionalEnd()
            .optionalStart()
            .optionalStart()
            .appendLiteral('[')
            .optionalEnd()
            .optionalStart()
            .appendLiteral(' ')
            .optionalEnd()
            .appendZoneRegionId()
            .optionalStart()
            .appendLiteral(']')
            .optionalEnd()
            .optionalEnd()
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private static final Pattern NAMED_ZONE = Pattern.compile("[\\[ ]([A-Za-z][\\w+-]*(?:/[\\w+-]+)+)\\]?$");

    /** What lies beyond is mistyped, and no database keeps it. */
    static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");

    static final Instant LAST = Instant.parse("9999-12-30T00:00:00Z");

    private Moment() {}

    /** The clocks show this local time twice that night; the reason names both, with their offsets. */
    public static final class Ambiguous extends Refused {

        private static final long serialVersionUID = 1L;

        private final Instant earlier;
        private final Instant later;

        Ambiguous(LocalDateTime local, ZoneOffset before, ZoneOffset after) {
            super(Reason.of("deadline.moment.twice", local.toString().replace('T', ' '), before, after));
            this.earlier = local.toInstant(before);
            this.later = local.toInstant(after);
        }

        public Instant earlier() {
            return earlier;
        }

        public Instant later() {
            return later;
        }
    }

    /**
     * @param assumed the zone of a local time that names none
     * @throws Ambiguous if that local time comes twice
     * @throws Refused if it is no time, its zone is not known (any more), or the clocks skip it
     */
    public static Instant read(String text, ZoneId assumed) {
        requireZone(text.strip());
        Instant at = readAny(text, assumed);
        if (at.isBefore(FIRST) || at.isAfter(LAST)) {
            throw Refused.because("deadline.moment.unreadable");
        }
        return at;
    }

    private static Instant readAny(String text, ZoneId assumed) {
        try {
            TemporalAccessor read =
                    WRITTEN.parseBest(text.strip(), ZonedDateTime::from, OffsetDateTime::from, LocalDateTime::from);
            if (read instanceof OffsetDateTime at) {
                return at.toInstant();
            }
            return read instanceof ZonedDateTime at ? zoned(text.strip(), at) : at((LocalDateTime) read, assumed);
        } catch (DateTimeException e) {
            throw Refused.because("deadline.moment.unreadable");
        }
    }

    /** Zones are given up and renamed now and then; who names such a one is told so. */
    private static void requireZone(String text) {
        Matcher named = NAMED_ZONE.matcher(text);
        if (named.find() && !ZoneId.getAvailableZoneIds().contains(named.group(1))) {
            throw Refused.because("deadline.moment.zone", named.group(1));
        }
    }

    /** A zoned time that names its offset says which of two it means. */
    private static Instant zoned(String text, ZonedDateTime at) {
        boolean hasOffset = WRITTEN.parse(text).isSupported(java.time.temporal.ChronoField.OFFSET_SECONDS);
        return hasOffset ? at.toInstant() : at(LocalDateTime.parse(local(text)), at.getZone());
    }

    private static String local(String text) {
        return text.split("[\\[ ]")[0];
    }

    /** The instant at which the clocks of that zone show that time.
     *
     * @throws Ambiguous if they show it twice
     * @throws Refused if they skip it */
    public static Instant at(LocalDateTime local, ZoneId zone) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.size() == 1) {
            return local.toInstant(offsets.get(0));
        }
        if (offsets.size() == 2) {
            throw new Ambiguous(local, offsets.get(0), offsets.get(1));
        }
        ZoneOffsetTransition gap = zone.getRules().getTransition(local);
        throw Refused.because(
                "deadline.moment.skipped",
                local.toLocalTime(),
                gap.getDateTimeBefore().toLocalTime(),
                gap.getDateTimeAfter().toLocalTime());
    }
}
