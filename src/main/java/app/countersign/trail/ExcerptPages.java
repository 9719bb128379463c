package app.countersign.trail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What an excerpt is put together from, page by page, each read in a transaction of its own: an archive may take hours.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class ExcerptPages {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private TrailRows entries;

    /** Lines of the archive, with the positions of the first and the last. */
    record Lot(List<String> lines, long last, long first) {}

    List<TrailEntry> told(Excerpt.Part part, Head end, TrailEntry last) {
        return entries.of(part, end.position(), last, Lines.PAGE);
    }

    Lot rows(Excerpt.Part part, Head end, long after) {
        String select = "select " + Lines.COLUMNS + ", content, hash, opened, position from trail_entry"
                + " where position > ? and position <= ? and at >= ? and at < ? and (processor in ("
                + marks(part.processors()) + ") and object_kind in (" + marks(part.kinds())
                + ") or object_id = ?) order by position, id limit " + Lines.PAGE;
        try (PreparedStatement statement = em.unwrap(Connection.class).prepareStatement(select)) {
            int no = 1;
            statement.setLong(no++, after);
            statement.setLong(no++, end.position());
            statement.setObject(no++, utc(part.from()));
            statement.setObject(no++, utc(part.to()));
            for (UUID processor : part.processors()) {
                statement.setString(no++, processor.toString());
            }
            for (String kind : part.kinds()) {
                statement.setString(no++, kind);
            }
            statement.setObject(no, part.object().orElse(new UUID(0, 0)));
            return lot(statement, true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Lot contents(long from, long to) {
        try (PreparedStatement statement = em.unwrap(Connection.class)
                .prepareStatement("select content, position from trail_entry where position >= ? and position <= ?"
                        + " order by position limit " + Lines.PAGE)) {
            statement.setLong(1, from);
            statement.setLong(2, to);
            return lot(statement, false);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Lot lot(PreparedStatement statement, boolean whole) throws SQLException {
        List<String> lines = new ArrayList<>();
        long first = 0;
        long last = 0;
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                last = rows.getLong("position");
                first = first == 0 ? last : first;
                lines.add(whole ? Lines.line(rows) : rows.getString("content"));
            }
        }
        return new Lot(lines, last, first);
    }

    String hashBefore(long position, Head end) {
        if (position == 1) {
            return Told.hex(Verifier.genesis(end.installation().toString()));
        }
        try (PreparedStatement statement =
                em.unwrap(Connection.class).prepareStatement("select hash from trail_entry where position = ?")) {
            statement.setLong(1, position - 1);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String marks(Set<?> values) {
        return String.join(", ", Collections.nCopies(values.size(), "?"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
