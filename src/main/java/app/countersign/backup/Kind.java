package app.countersign.backup;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a column holds, whichever the database. A value is read as one of null, string, long, big decimal, boolean and
 * bytes, alike on all databases, and written back from that.
 */
enum Kind {
    TEXT {
        @Override
        Object valueOf(ResultSet row, int column) throws SQLException {
            return row.getString(column);
        }
    },
    /** Of fixed length: the spaces that fill it up mean nothing, and each database counts them differently. */
    FIXED {
        @Override
        Object valueOf(ResultSet row, int column) throws SQLException {
            String text = row.getString(column);
            return text == null ? null : text.replaceAll(" +$", "");
        }
    },
    WHOLE {
        @Override
        Object valueOf(ResultSet row, int column) throws SQLException {
            return row.getLong(column);
        }
    },
    NUMBER {
        @Override
        Object valueOf(ResultSet row, int column) throws SQLException {
            BigDecimal number = row.getBigDecimal(column);
            return number == null || number.signum() == 0 ? number : number.stripTrailingZeros();
        }
    },
    TRUTH {
        @Override
        Object valueOf(ResultSet row, int column) throws SQLException {
            return row.getBoolean(column);
        }
    },
    /** With microseconds, which is what both databases keep. */
    INSTANT {
        @Override
        Object valueOf(ResultSet row, int column) throws SQLException {
            OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
            return at == null
                    ? null
                    : at.toInstant().truncatedTo(ChronoUnit.MICROS).toString();
        }

        @Override
        Object driversOwn(Object value) {
            return Instant.parse((String) value).atOffset(ZoneOffset.UTC);
        }
    },
    LOCAL_TIME {
        @Override
        Object valueOf(ResultSet row, int column) throws SQLException {
            LocalDateTime at = row.getObject(column, LocalDateTime.class);
            return at == null ? null : at.truncatedTo(ChronoUnit.MICROS).toString();
        }

        @Override
        Object driversOwn(Object value) {
            return LocalDateTime.parse((String) value);
        }
    },
    DATE {
        @Override
        Object valueOf(ResultSet row, int column) throws SQLException {
            LocalDate day = row.getObject(column, LocalDate.class);
            return day == null ? null : day.toString();
        }

        @Override
        Object driversOwn(Object value) {
            return LocalDate.parse((String) value);
        }
    },
    ID {
        @Override
        Object valueOf(ResultSet row, int column) throws SQLException {
            UUID id = row.getObject(column, UUID.class);
            return id == null ? null : id.toString();
        }

        @Override
        Object driversOwn(Object value) {
            return UUID.fromString((String) value);
        }
    },
    BYTES {
        @Override
        Object valueOf(ResultSet row, int column) throws SQLException {
            return row.getBytes(column);
        }
    };

    /** How H2 and PostgreSQL name their types. */
    private static final Map<String, Kind> BY_TYPE = Map.ofEntries(
            Map.entry("character varying", TEXT),
            Map.entry("character large object", TEXT),
            Map.entry("character", FIXED),
            Map.entry("varchar", TEXT),
            Map.entry("bpchar", FIXED),
            Map.entry("text", TEXT),
            Map.entry("smallint", WHOLE),
            Map.entry("integer", WHOLE),
            Map.entry("bigint", WHOLE),
            Map.entry("int2", WHOLE),
            Map.entry("int4", WHOLE),
            Map.entry("int8", WHOLE),
            Map.entry("numeric", NUMBER),
            Map.entry("decimal", NUMBER),
            Map.entry("double precision", NUMBER),
            Map.entry("float8", NUMBER),
            Map.entry("boolean", TRUTH),
            Map.entry("bool", TRUTH),
            Map.entry("timestamp with time zone", INSTANT),
            Map.entry("timestamptz", INSTANT),
            Map.entry("timestamp", LOCAL_TIME),
            Map.entry("date", DATE),
            Map.entry("uuid", ID),
            Map.entry("binary varying", BYTES),
            Map.entry("binary large object", BYTES),
            Map.entry("binary", BYTES),
            Map.entry("bytea", BYTES));

    static Optional<Kind> ofType(String databasesName) {
        return Optional.ofNullable(BY_TYPE.get(databasesName.toLowerCase(Locale.ROOT)));
    }

    abstract Object valueOf(ResultSet row, int column) throws SQLException;

    /** As the driver wants it. */
    Object driversOwn(Object value) {
        return value;
    }

    /** Null where the database says so. */
    final Object read(ResultSet row, int column) throws SQLException {
        Object value = valueOf(row, column);
        return row.wasNull() ? null : value;
    }

    final void write(PreparedStatement insert, int parameter, Object value) throws SQLException {
        if (value == null) {
            insert.setNull(parameter, this == BYTES ? Types.BINARY : this == ID ? Types.OTHER : Types.NULL);
        } else if (value instanceof byte[] bytes) {
            insert.setBytes(parameter, bytes);
        } else {
            insert.setObject(parameter, driversOwn(value));
        }
    }
}
