package app.countersign.kernel;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The row below which a page begins, where the newest come first: {@code 1785571200000000-42} as it stands in addresses.
 *
 * @param at to the microsecond, as databases keep it
 * @param id tells rows of one instant apart
 */
public record Below(Instant at, long id) {

    private static final long MICROS = 1_000_000;
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,17})-(-?\\d{1,18})");

    @Override
    public String toString() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + id;
    }

    /** Empty if that is none. */
    public static Optional<Below> parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        long micros = Long.parseLong(written.group(1));
        Instant at = Instant.ofEpochSecond(micros / MICROS, micros % MICROS * 1000);
        return Optional.of(new Below(at, Long.parseLong(written.group(2))));
    }
}
