package app.countersign.kernel;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A reason as it is kept in the database, to be put into words later in whatever language somebody reads it.
 *
 * @param detail the arguments, each with what it is in front of it; null where there is none
 */
public record StoredReason(String key, String detail) {

    private static final int LONGEST = 200;
    private static final String BETWEEN = "\u001f";
    private static final String NESTED = "key:";
    private static final String DATE = "date:";
    private static final String NUMBER = "number:";
    private static final String COUNTRY = "country:";

    public static StoredReason of(Reason reason) {
        if (reason.args().isEmpty()) {
            return new StoredReason(reason.key(), null);
        }
        String detail = reason.args().stream().map(StoredReason::written).collect(Collectors.joining(BETWEEN));
        return new StoredReason(reason.key(), detail.substring(0, Math.min(LONGEST, detail.length())));
    }

    public Reason reason() {
        List<Object> args = detail == null
                ? List.of()
                : Stream.of(detail.split(BETWEEN, -1)).map(StoredReason::read).toList();
        return new Reason(key, args);
    }

    private static String written(Object arg) {
        if (arg instanceof Reason nested) {
            return NESTED + nested.key();
        }
        if (arg instanceof Country country) {
            return COUNTRY + country.code();
        }
        if (arg instanceof Date date) {
            return DATE + date.toInstant();
        }
        return (arg instanceof Integer || arg instanceof Long ? NUMBER : "")
                + String.valueOf(arg).replace(BETWEEN, " ");
    }

    private static Object read(String arg) {
        if (arg.startsWith(NESTED)) {
            return Reason.of(arg.substring(NESTED.length()));
        }
        if (arg.startsWith(COUNTRY)) {
            return new Country(arg.substring(COUNTRY.length()));
        }
        if (arg.startsWith(DATE)) {
            return Date.from(Instant.parse(arg.substring(DATE.length())));
        }
        return arg.startsWith(NUMBER) ? (Object) Long.valueOf(arg.substring(NUMBER.length())) : arg;
    }
}
