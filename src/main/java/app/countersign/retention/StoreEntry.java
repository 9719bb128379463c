package app.countersign.retention;

import app.countersign.kernel.Invalid;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.PlainText;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.terms.Span;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Period;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A store as people type it.
 *
 * @param processor its code
 * @param kind jdbc by default
 * @param location JDBC URL
 * @param password none if null or empty; of a store that is amended, the one that it has
 * @param zone that of the processor by default
 * @param backupsKept a calendar period as people type it ({@link Span#typed}); may be empty
 * @param quietHours {@code 22:00-05:00}; any time if empty
 */
public record StoreEntry(
        String processor,
        String name,
        String kind,
        String location,
        String userName,
        String password,
        String zone,
        String backupsKept,
        String unreached,
        String quietHours) {

    private static final int CENTURY = 100;

    private static final PlainText NAME = PlainText.line(100);
    private static final PlainText LOCATION = PlainText.line(1000);
    private static final PlainText USER = PlainText.line(200);
    private static final PlainText UNREACHED = PlainText.lines(2000);

    /** @throws Invalid with all complaints */
    StoreDetails read(ZoneId usual, boolean demonstration, Optional<Path> folders, boolean otherDrivers) {
        Map<String, Reason> complaints = new LinkedHashMap<>();
        String called = required(NAME, "name", name, complaints);
        StoreKind what = kind(complaints);
        String where = required(LOCATION, "location", location, complaints);
        USER.complaint(userName).ifPresent(complaint -> complaints.put("userName", complaint));
        UNREACHED.complaint(unreached).ifPresent(complaint -> complaints.put("unreached", complaint));
        if (what == StoreKind.JDBC && !where.isEmpty()) {
            try {
                JdbcAddress.judged(where, demonstration, otherDrivers);
            } catch (Refused e) {
                complaints.put("location", e.reason());
            }
        }
        if (what == StoreKind.FOLDER && !where.isEmpty()) {
            FolderMeans.complaint(where, folders).ifPresent(complaint -> complaints.put("location", complaint));
        }
        ZoneId hours = zone(usual, complaints);
        Optional<Period> kept = kept(complaints);
        Optional<QuietHours> quiet = isMissing(quietHours) ? Optional.empty() : QuietHours.of(quietHours);
        if (!isMissing(quietHours) && quiet.isEmpty()) {
            complaints.put("quietHours", Reason.of("retention.complaint.quiet-hours"));
        }
        if (!complaints.isEmpty()) {
            throw new Invalid(complaints);
        }
        return new StoreDetails(
                called, what, where, USER.clean(userName), hours, kept, UNREACHED.clean(unreached), quiet);
    }

    private static String required(PlainText form, String field, String typed, Map<String, Reason> complaints) {
        try {
            return form.require(field, typed);
        } catch (Invalid e) {
            complaints.putAll(e.complaints());
            return "";
        }
    }

    private StoreKind kind(Map<String, Reason> complaints) {
        try {
            return isMissing(kind) ? StoreKind.JDBC : KebabCase.read(StoreKind.class, kind.strip());
        } catch (IllegalArgumentException e) {
            complaints.put("kind", Reason.of("retention.complaint.kind"));
            return StoreKind.JDBC;
        }
    }

    private ZoneId zone(ZoneId usual, Map<String, Reason> complaints) {
        try {
            return isMissing(zone) ? usual : ZoneId.of(zone.strip());
        } catch (DateTimeException e) {
            complaints.put("zone", Reason.of("retention.complaint.zone"));
            return usual;
        }
    }

    private Optional<Period> kept(Map<String, Reason> complaints) {
        try {
            if (isMissing(backupsKept)) {
                return Optional.empty();
            }
            Optional<Period> kept = Optional.ofNullable(Span.typed(backupsKept).period());
            if (kept.filter(period -> !isLong(period)).isPresent()) {
                return kept;
            }
        } catch (DateTimeException e) {
            complaints.put("backupsKept", Reason.of("retention.complaint.period"));
            return Optional.empty();
        }
        complaints.put("backupsKept", Reason.of("retention.complaint.period"));
        return Optional.empty();
    }

    /** Longer than a century: nobody means it, and no calendar reaches as far as some would. */
    private static boolean isLong(Period period) {
        return Math.abs((long) period.getYears()) > CENTURY
                || period.toTotalMonths() > CENTURY * 12
                || period.getDays() > CENTURY * 366;
    }

    static boolean isMissing(String text) {
        return text == null || text.isBlank();
    }
}
