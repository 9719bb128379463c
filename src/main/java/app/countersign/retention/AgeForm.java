package app.countersign.retention;

import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/** In which form a column says a time. */
public enum AgeForm {
    /** Without zone: in that of the store. */
    TIMESTAMP(Set.of(Types.TIMESTAMP)) {
        @Override
        Object before(Instant end, ZoneId zone) {
            return LocalDateTime.ofInstant(end, zone);
        }

        @Override
        Instant read(Object value, ZoneId zone) {
            return ((LocalDateTime) value).atZone(zone).toInstant();
        }

        @Override
        Class<?> type() {
            return LocalDateTime.class;
        }
    },
    ZONED(Set.of(Types.TIMESTAMP_WITH_TIMEZONE)) {
        @Override
        Object before(Instant end, ZoneId zone) {
            return end.atOffset(ZoneOffset.UTC);
        }

        @Override
        Instant read(Object value, ZoneId zone) {
            return ((OffsetDateTime) value).toInstant();
        }

        @Override
        Class<?> type() {
            return OffsetDateTime.class;
        }
    },
    /** A day counts from its end: nobody knows at which hour it was. */
    DATE(Set.of(Types.DATE)) {
        @Override
        Object before(Instant end, ZoneId zone) {
            return LocalDate.ofInstant(end, zone);
        }

        @Override
        Instant read(Object value, ZoneId zone) {
            return ((LocalDate) value).atStartOfDay(zone).toInstant();
        }

        @Override
        Class<?> type() {
            return LocalDate.class;
        }
    },
    EPOCH_SECONDS(Set.of(Types.BIGINT, Types.INTEGER, Types.NUMERIC, Types.DECIMAL)) {
        @Override
        Object before(Instant end, ZoneId zone) {
            return end.getEpochSecond();
        }

        @Override
        Instant read(Object value, ZoneId zone) {
            return Instant.ofEpochSecond((Long) value);
        }

        @Override
        Class<?> type() {
            return Long.class;
        }
    },
    EPOCH_MILLIS(Set.of(Types.BIGINT, Types.NUMERIC, Types.DECIMAL)) {
        @Override
        Object before(Instant end, ZoneId zone) {
            return end.toEpochMilli();
        }

        @Override
        Instant read(Object value, ZoneId zone) {
            return Instant.ofEpochMilli((Long) value);
        }

        @Override
        Class<?> type() {
            return Long.class;
        }
    },
    /**
     * Text that begins {@code 2026-11-28}. Read to the day, whatever offset follows: a row stays up to two days longer
     * rather than go an hour too soon. Text of any other form says no time.
     */
    ISO_TEXT(Set.of(Types.VARCHAR, Types.CHAR, Types.LONGVARCHAR, Types.NVARCHAR, Types.CLOB)) {
        @Override
        Object before(Instant end, ZoneId zone) {
            return LocalDate.ofInstant(end.minus(FURTHEST_OFFSETS), ZoneOffset.UTC)
                    .toString();
        }

        @Override
        Instant read(Object value, ZoneId zone) {
            return LocalDate.parse((String) value).atStartOfDay(ZoneOffset.UTC).toInstant();
        }

        @Override
        Class<?> type() {
            return String.class;
        }

        @Override
        String expression(String column) {
            String day = "substring(" + column + " from 1 for 10)";
            return "case when translate(" + day + ", '123456789', '000000000') = '0000-00-00' then " + day + " end";
        }
    };

    /** The day of a text may lie that far from the day in UTC, to both sides. */
    private static final Duration FURTHEST_OFFSETS = Duration.ofHours(14);

    private final Set<Integer> types;

    AgeForm(Set<Integer> types) {
        this.types = types;
    }

    /** The value before which a column's value must lie for its instant to lie before that one. */
    abstract Object before(Instant end, ZoneId zone);

    /** The instant that a value means, as {@link #type()} reads it. */
    abstract Instant read(Object value, ZoneId zone);

    /** As what a driver gives it. */
    abstract Class<?> type();

    /** What is compared. */
    String expression(String column) {
        return column;
    }

    /** Whether a column of that type of {@link Types} can hold it. */
    public boolean fits(int type) {
        return types.contains(type);
    }

    /** The form that a column of that type most likely has. */
    static Optional<AgeForm> likely(int type) {
        return switch (type) {
            case Types.TIMESTAMP -> Optional.of(TIMESTAMP);
            case Types.TIMESTAMP_WITH_TIMEZONE -> Optional.of(ZONED);
            case Types.DATE -> Optional.of(DATE);
            case Types.BIGINT -> Optional.of(EPOCH_MILLIS);
            default -> Optional.empty();
        };
    }

    public Reason label() {
        return Reason.of("retention.age." + KebabCase.of(this));
    }
}
