package app.countersign.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A table of PostgreSQL that all instances count in, one statement a batch. Rows of minutes that are over go when a new
 * minute begins, so that the table is never larger than what was asked in two of them.
 */
final class SharedLedger implements Ledger {

    private static final Logger LOG = Logger.getLogger(SharedLedger.class.getName());

    /** Atomic: of two instances that take at the same moment, the second counts on what the first has left. */
    private static final String TAKE = "insert into request_count (asker, begins, taken) values (?, ?, ?)"
            + " on conflict (asker, begins) do update set taken = request_count.taken + excluded.taken"
            + " returning taken";

    private static final String SWEEP = "delete from request_count where begins < ?";

    private final DataSource database;
    private final AtomicLong swept = new AtomicLong();

    SharedLedger(DataSource database) {
        this.database = database;
    }

    /** While the database is away all requests are let through: they meet the outage themselves, and say so better. */
    @Override
    public int take(String asker, long begins, int wanted, int limit) {
        try (Connection connection = database.getConnection()) {
            sweep(connection, begins);
            int takenBefore = add(connection, asker, begins, wanted) - wanted;
            return Math.max(0, Math.min(wanted, limit - takenBefore));
        } catch (SQLException e) {
            LOG.log(Level.FINE, "requests are not counted", e);
            return wanted;
        }
    }

    private static int add(Connection connection, String asker, long begins, int wanted) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
            statement.setString(1, asker);
            statement.setLong(2, begins);
            statement.setInt(3, wanted);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        }
    }

    private void sweep(Connection connection, long begins) throws SQLException {
        long before = begins - Allowance.WINDOW.toSeconds();
        if (swept.getAndSet(before) == before) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(SWEEP)) {
            statement.setLong(1, before);
            statement.executeUpdate();
        }
    }
}
