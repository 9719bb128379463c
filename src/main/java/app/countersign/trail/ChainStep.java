package app.countersign.trail;

import app.countersign.kernel.Turns;
import app.countersign.vault.Signing;
import app.countersign.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Appends a number of committed rows to the chain and signs where it ends then, in one transaction. It goes on from the
 * last signed head and not from the last row: whoever can write to the database but has not the installation's key can't
 * make it go on from a chain of their own.
 *
 * <p>A row whose seal does not fit was not written by the application, or was changed since. It gets no place and loses
 * its seal; verification names it.
 */
@ApplicationScoped
class ChainStep {

    static final int CAP = 1000;

    private static final Logger LOG = Logger.getLogger(ChainStep.class.getName());
    private static final String NAME = "trail";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Turns turns;

    @Inject
    private Vault vault;

    @Inject
    private Signing signing;

    @Inject
    private Clock clock;

    /** @param rows how many had no place before
     * @param head where the chain ends now; empty if it never began */
    record Done(int rows, Optional<Head> head) {}

    /** A row that has no place yet, as it was written. */
    private record Waiting(Entry entry, byte[] seal) {}

    /** Where the chain ends. */
    private record End(UUID installation, long position, byte[] hash) {}

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Done run() {
        turns.take("trail-chain");
        Connection connection = em.unwrap(Connection.class);
        try {
            Optional<Head> head = head(connection);
            List<Waiting> waiting = waiting(connection);
            if (waiting.isEmpty()) {
                return new Done(0, head);
            }
            End end = head.map(h -> new End(
                            h.installation(), h.position(), HexFormat.of().parseHex(h.hash())))
                    .orElseGet(ChainStep::beginning);
            End after = chained(connection, waiting, end);
            return new Done(waiting.size(), Optional.of(signed(connection, head, after)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static End beginning() {
        UUID installation = UUID.randomUUID();
        return new End(installation, 0, Verifier.genesis(installation.toString()));
    }

    private Optional<Head> head(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select head from trail_chain where name = ?")) {
            select.setString(1, NAME);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(own(rows.getString(1))) : Optional.empty();
            }
        }
    }

    private Head own(String json) {
        Verifier.Head head = Head.parse(json == null ? "" : json);
        if (!head.isGenuine() || !Arrays.equals(head.publicKey(), signing.publicKey())) {
            throw new IllegalStateException("it was not signed here");
        }
        return Head.read(json);
    }

    private static List<Waiting> waiting(Connection connection) throws SQLException {
        List<Waiting> waiting = new ArrayList<>();
        String select = "select " + Lines.COLUMNS + ", seal from trail_entry"
                + " where position is null and seal is not null order by id limit " + CAP;
        try (PreparedStatement statement = connection.prepareStatement(select);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                waiting.add(new Waiting(Lines.entry(rows), rows.getBytes("seal")));
            }
        }
        return waiting;
    }

    private End chained(Connection connection, List<Waiting> waiting, End end) throws SQLException {
        long position = end.position();
        byte[] hash = end.hash();
        try (PreparedStatement place = connection.prepareStatement(
                        "update trail_entry set position = ?, hash = ?, content = ?, seal = null where id = ?");
                PreparedStatement refuse =
                        connection.prepareStatement("update trail_entry set seal = null where id = ?")) {
            for (Waiting row : waiting) {
                byte[] content = Verifier.sha256().digest(row.entry().canonical());
                if (isSealed(content, row.seal())) {
                    hash = Verifier.link(hash, content);
                    place.setLong(1, ++position);
                    place.setString(2, Told.hex(hash));
                    place.setString(3, Told.hex(content));
                    place.setLong(4, row.entry().id());
                    place.addBatch();
                } else {
                    LOG.log(
                            Level.WARNING,
                            "entry {0} of the trail was not written by the application",
                            row.entry().id());
                    refuse.setLong(1, row.entry().id());
                    refuse.addBatch();
                }
            }
            place.executeBatch();
            refuse.executeBatch();
        }
        return new End(end.installation(), position, hash);
    }

    private boolean isSealed(byte[] content, byte[] seal) {
        try {
            return Arrays.equals(content, vault.reveal(seal, Writing.SEAL));
        } catch (Vault.Unreadable e) {
            // A seal that is none.
            return false;
        }
    }

    private Head signed(Connection connection, Optional<Head> before, End end) throws SQLException {
        Head head = Head.signed(
                end.installation(), end.position(), end.hash(), clock.instant(), signing.publicKey(), signing::sign);
        String write = before.isPresent()
                ? "update trail_chain set head = ?, installation = ? where name = ?"
                : "insert into trail_chain (head, installation, name) values (?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(write)) {
            statement.setString(1, head.json());
            statement.setObject(2, head.installation());
            statement.setString(3, NAME);
            statement.executeUpdate();
        }
        return head;
    }
}
