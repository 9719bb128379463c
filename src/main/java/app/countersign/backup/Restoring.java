package app.countersign.backup;

import app.countersign.kernel.Refused;
import app.countersign.kernel.Schema;
import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;

/** Fills an empty database, of whatever kind, with what a backup holds. */
final class Restoring {

    /** What is committed at a time. */
    private static final long COMMIT_BYTES = 16 << 20;

    private final DataSource database;
    private final Progress progress;

    Restoring(DataSource database, Progress progress) {
        this.database = database;
        this.progress = progress;
    }

    /** What was restored. */
    record Restored(Header header, Manifest manifest) {}

    /**
     * Until {@link #finish} the database counts as unfinished: the application does not start on it, and the next
     * restoration begins anew.
     *
     * @throws Refused if the database is not empty, or the backup damaged, made with another key or by a newer version
     * @throws IOException if the file can't be read
     */
    Restored restore(Path backup, Aead installation) throws IOException, SQLException {
        makeSureItIsEmpty();
        try {
            return Envelope.read(backup, installation, (header, records) -> {
                try (Connection connection = database.getConnection()) {
                    return new Restored(header, fill(connection, header, records));
                } catch (SQLException e) {
                    throw new Failed(e);
                }
            });
        } catch (RuntimeException | IOException e) {
            empty();
            throw e;
        }
    }

    /** What was restored is what was saved. */
    void finish() throws SQLException {
        try (Connection connection = database.getConnection()) {
            Dialect.run(connection, "drop table " + Schema.UNFINISHED);
        }
    }

    /** A database's complaint, on its way through what knows only files. */
    static final class Failed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Failed(SQLException cause) {
            super(cause);
        }
    }

    /** What an interrupted restoration left is no loss. */
    private void makeSureItIsEmpty() throws SQLException {
        try (Connection connection = database.getConnection()) {
            Dialect dialect = Dialect.of(connection);
            List<String> tables = Dialect.tableNames(connection);
            if (dialect.has(connection, Schema.UNFINISHED)) {
                dialect.empty(connection);
            } else if (!tables.isEmpty()) {
                throw Refused.because(
                        "backup.problem.not-empty",
                        connection.getMetaData().getURL().replaceAll("[?;].*", ""),
                        tables.size());
            }
        }
    }

    private void empty() throws SQLException {
        try (Connection connection = database.getConnection()) {
            Dialect.of(connection).empty(connection);
        }
    }

    private Manifest fill(Connection connection, Header header, InputStream records) throws SQLException, IOException {
        Dialect dialect = Dialect.of(connection);
        migrate(header, dialect);
        connection.setAutoCommit(false);
        Dialect.run(connection, "create table " + Schema.UNFINISHED + " (since varchar(40))");
        connection.commit();
        References references = References.takenFrom(connection, dialect);
        for (String table : Dialect.tableNames(connection)) {
            Dialect.run(connection, "delete from " + table);
        }
        Manifest manifest = Records.read(records, new Inserts(connection, dialect));
        for (Map.Entry<String, Long> sequence : manifest.sequences().entrySet()) {
            Dialect.run(connection, "alter sequence " + sequence.getKey() + " restart with " + sequence.getValue());
        }
        connection.commit();
        references.putBack(connection);
        connection.commit();
        return manifest;
    }

    private void migrate(Header header, Dialect dialect) {
        try {
            Schema.migrate(database, dialect.isPostgres(), header.schema());
        } catch (FlywayException e) {
            throw Refused.because("backup.problem.newer", header.schema());
        }
    }

    /** Inserts what is read. */
    private final class Inserts implements Records.Reader {

        private final Connection connection;
        private final Dialect dialect;
        private Table table;
        private long uncommitted;
        private long done;

        Inserts(Connection connection, Dialect dialect) {
            this.connection = connection;
            this.dialect = dialect;
        }

        @Override
        public void table(Table next) {
            try {
                if (!Snapshot.table(connection, dialect, next.name()).equals(next)) {
                    throw Refused.because("backup.problem.other-table", next.name());
                }
                table = next;
            } catch (SQLException e) {
                throw new Failed(e);
            }
        }

        @Override
        public void rows(List<Row> rows) throws IOException {
            try (PreparedStatement insert = connection.prepareStatement(table.insert())) {
                for (Row row : rows) {
                    Object[] values = row.values(table);
                    for (int i = 0; i < values.length; i++) {
                        table.columns().get(i).kind().write(insert, i + 1, values[i]);
                    }
                    insert.addBatch();
                    uncommitted += row.size();
                }
                insert.executeBatch();
                commitNowAndThen();
            } catch (SQLException e) {
                throw new Failed(e);
            }
            done += rows.size();
            progress.at(done, 0);
        }

        private void commitNowAndThen() throws SQLException {
            if (uncommitted >= COMMIT_BYTES) {
                connection.commit();
                uncommitted = 0;
            }
        }
    }
}
