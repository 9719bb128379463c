package app.countersign.trail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Chained rows as lines of an export, some at a time: a million of them need no more memory than a few. */
@ApplicationScoped
class Lines {

    static final int PAGE = 2000;

    /** What {@link #entry} reads. */
    static final String COLUMNS =
            "id, at, actor_kind, actor, channel, event_name, object_kind, object_id, label, clause,"
                    + " facts, before_facts, personal, processor";

    private static final String PAGES = "select " + COLUMNS + ", content, hash, opened, position from trail_entry"
            + " where position >= ? and (position > ? or id > ?) order by position, id limit " + PAGE;

    @PersistenceContext
    private EntityManager em;

    /** A place among the rows. Two rows with one position, which can't be, are both seen. */
    record Place(long position, long id) {

        static final Place START = new Place(Long.MIN_VALUE, Long.MIN_VALUE);
    }

    /** @param last of the last line; as it was asked with, if there are none */
    record Page(List<byte[]> lines, Place last) {}

    static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor_kind"),
                row.getString("actor"),
                row.getString("channel"),
                row.getString("event_name"),
                row.getString("object_kind"),
                row.getObject("object_id", UUID.class),
                row.getString("label"),
                row.getString("clause"),
                row.getString("facts"),
                row.getString("before_facts"),
                row.getString("personal"),
                row.getString("processor"));
    }

    /** The lines after that place, without line ends. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Page after(Place place) {
        try {
            return after(place, em.unwrap(Connection.class));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Page after(Place place, Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PAGES)) {
            select.setLong(1, place.position());
            select.setLong(2, place.position());
            select.setLong(3, place.id());
            List<byte[]> lines = new ArrayList<>();
            Place last = place;
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    last = new Place(rows.getLong("position"), rows.getLong("id"));
                    lines.add(line(rows).getBytes(StandardCharsets.UTF_8));
                }
            }
            return new Page(lines, last);
        }
    }

    static String line(ResultSet row) throws SQLException {
        return "{\"content\":\"" + row.getString("content") + "\",\"entry\":"
                + entry(row).json() + ",\"hash\":\""
                + row.getString("hash") + "\",\"opened\":" + row.getString("opened") + ",\"position\":"
                + row.getLong("position") + "}";
    }
}
