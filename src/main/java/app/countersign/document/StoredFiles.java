package app.countersign.document;

import app.countersign.kernel.NotFound;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Files in the database, in chunks, under the SHA-256 of their content. What is stored belongs to the caller's
 * transaction; equal content is stored once, also when two transactions bring it at the same moment.
 */
@ApplicationScoped
public class StoredFiles {

    static final int CHUNK = 512 * 1024;
    /** SQLSTATE of a violated unique constraint, on every database. */
    private static final String ALREADY_THERE = "23505";

    @Resource(lookup = "java:app/jdbc/countersign")
    private DataSource database;

    /** Empty outside a container. */
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    protected StoredFiles() {}

    public StoredFiles(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public StoredFile store(byte[] content, String mediaType) {
        return store(new ByteArrayInputStream(content), mediaType);
    }

    /** Content that is there already is not stored twice. The stream is read to its end, not closed. */
    public StoredFile store(InputStream content, String mediaType) {
        try (Spool spool = Spool.of(content)) {
            return connected(connection -> {
                if (announced(connection, spool.file(), mediaType)) {
                    write(connection, spool);
                }
                return spool.file();
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is done on a connection. */
    private interface Step<T> {
        T on(Connection connection) throws SQLException, IOException;
    }

    /**
     * On the connection of the transaction's entities, if there is a transaction. The pool sees only the transactions of
     * EJBs: to an activity that begins its own inside one it would give a connection that commits each statement.
     */
    private <T> T connected(Step<T> step) throws SQLException, IOException {
        Connection ofEntities = entities == null ? null : entities.unwrap(Connection.class);
        if (ofEntities != null) {
            return step.on(ofEntities);
        }
        try (Connection own = database.getConnection()) {
            return step.on(own);
        }
    }

    /** Its row decides: whoever inserts it writes the chunks; another transaction waits here until that is settled. */
    private boolean announced(Connection connection, StoredFile file, String mediaType) throws SQLException {
        boolean postgres = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        String insert = "insert into stored_file (sha256, size, media_type, stored_at) values (?, ?, ?, ?)"
                + (postgres ? " on conflict do nothing" : "");
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, file.sha256());
            statement.setLong(2, file.size());
            statement.setString(3, mediaType);
            statement.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            if (ALREADY_THERE.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    private static void write(Connection connection, Spool spool) throws SQLException, IOException {
        String insert = "insert into stored_chunk (sha256, no, bytes) values (?, ?, ?)";
        try (InputStream content = spool.open();
                PreparedStatement statement = connection.prepareStatement(insert)) {
            int no = 0;
            for (byte[] chunk = content.readNBytes(CHUNK); chunk.length > 0; chunk = content.readNBytes(CHUNK)) {
                statement.setString(1, spool.file().sha256());
                statement.setInt(2, no++);
                statement.setBytes(3, chunk);
                statement.executeUpdate();
            }
        }
    }

    public Optional<StoredFile> find(String sha256) {
        try {
            return connected(connection -> size(connection, sha256)).map(size -> new StoredFile(sha256, size));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Long> size(Connection connection, String sha256) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select size from stored_file where sha256 = ?")) {
            statement.setString(1, sha256);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty();
            }
        }
    }

    /**
     * The content, read chunk by chunk. Reading fails with an IOException at the end if the content is not what its name
     * says.
     *
     * @throws app.countersign.kernel.NotFound when there is no such file
     */
    public InputStream open(String sha256) {
        StoredFile file = find(sha256).orElseThrow(() -> NotFound.because("document.file.unknown"));
        return new ChunkStream(file, this::chunk);
    }

    /** Empty past the last. */
    private Optional<byte[]> chunk(String sha256, int no) throws IOException {
        try {
            return connected(connection -> chunk(connection, sha256, no));
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static Optional<byte[]> chunk(Connection connection, String sha256, int no) throws SQLException {
        String select = "select bytes from stored_chunk where sha256 = ? and no = ?";
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setString(1, sha256);
            statement.setInt(2, no);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
            }
        }
    }

    /** The whole content, checked. For files known to be small. */
    public byte[] read(String sha256) {
        try (InputStream content = open(sha256)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
