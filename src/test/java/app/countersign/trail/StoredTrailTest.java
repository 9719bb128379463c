package app.countersign.trail;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.kernel.InstallationKey;
import app.countersign.kernel.Schema;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.Signature;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredTrailTest {

    private static final int ROWS = 9;

    @TempDir
    Path folder;

    private final KeyPair key = SampleTrail.newKey();
    private final UUID installation = UUID.randomUUID();
    private Connection database;
    private InstallationKey installationKey;
    private JdbcDataSource h2;

    @BeforeEach
    void fill() throws Exception {
        h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        database = h2.getConnection();
        Schema.migrate(h2, false);
        installationKey = InstallationKey.in(folder.resolve("installation.key"));
        TrailFiller.fill(h2, installationKey, ROWS);
        try (PreparedStatement insert = database.prepareStatement(
                "insert into vault_key (name, concealed, public_part, made_at) values ('signing', X'00', ?,"
                        + " current_timestamp)")) {
            insert.setBytes(1, key.getPublic().getEncoded());
            insert.executeUpdate();
        }
        byte[] third = chain(Verifier.genesis(installation.toString()), 0, 3);
        put("insert into trail_head (position, signed_at, head) values (3, current_timestamp, ?)", head(3, third));
        byte[] last = chain(third, 3, ROWS);
        put(
                "insert into trail_chain (name, installation, head) values ('trail', '" + installation + "', ?)",
                head(ROWS, last));
    }

    @AfterEach
    void close() throws SQLException {
        execute("shutdown");
    }

    /** Gives places as the application does, to the oldest of those that wait. */
    private byte[] chain(byte[] hash, int from, int to) throws Exception {
        byte[] previous = hash;
        List<Entry> waiting = new ArrayList<>();
        try (PreparedStatement select = database.prepareStatement(
                        "select " + Lines.COLUMNS + " from trail_entry where position is null order by id desc");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                waiting.add(Lines.entry(rows));
            }
        }
        try (PreparedStatement place = database.prepareStatement(
                "update trail_entry set position = ?, hash = ?, content = ?, seal = null where id = ?")) {
            for (int position = from + 1; position <= to; position++) {
                Entry entry = waiting.get(position - from - 1);
                byte[] content = Verifier.sha256().digest(entry.canonical());
                previous = Verifier.link(previous, content);
                place.setLong(1, position);
                place.setString(2, Told.hex(previous));
                place.setString(3, Told.hex(content));
                place.setLong(4, entry.id());
                place.executeUpdate();
            }
        }
        return previous;
    }

    private String head(long position, byte[] hash) {
        return Head.signed(
                        installation,
                        position,
                        hash,
                        Instant.parse("2026-11-22T06:00:00Z"),
                        key.getPublic().getEncoded(),
                        this::sign)
                .json();
    }

    private byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void put(String sql, String value) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            statement.setString(1, value);
            statement.executeUpdate();
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private String verdict() throws SQLException {
        return String.join(" ", StoredTrail.of(database).flaws());
    }

    @Test
    void aTrailAsTheApplicationWroteItIsWhole() throws SQLException {
        assertThat(StoredTrail.of(database)).isEqualTo(new StoredTrail.Verdict(ROWS, List.of(), 0));
    }

    @Test
    void anInstallationThatRecordedNothingYetHasAWholeTrail() throws SQLException {
        for (String table : List.of("trail_entry", "trail_chain", "trail_head", "vault_key")) {
            execute("delete from " + table);
        }
        assertThat(StoredTrail.of(database).count()).isZero();
    }

    @Test
    void rowsThatWaitForTheirPlaceAreNoFlaw() throws SQLException {
        String columns = Lines.COLUMNS.substring("id, ".length()) + ", opened, content";
        execute("insert into trail_entry (id, " + columns + ", seal) select id - 1000, " + columns
                + ", X'00' from trail_entry where position < 3");

        assertThat(verdict()).isEmpty();
        assertThat(StoredTrail.of(database).rows()).isEqualTo(ROWS);
    }

    @Test
    void editedDeletedAndCutRowsAreNamed() throws SQLException {
        execute("update trail_entry set label = 'X' where position = 5");
        assertThat(verdict()).startsWith("Row 5 (entry -5, contract-accepted) was edited");
        execute("update trail_entry set label = 'MUSTER-2026-5' where position = 5");
        assertThat(verdict()).isEmpty();

        execute("delete from trail_entry where position = 9");
        assertThat(verdict()).startsWith("Rows 9 to 9 were cut off");
        execute("delete from trail_entry where position = 4");
        assertThat(verdict()).contains("Rows 4 to 4 are missing");
    }

    @Test
    void anEndThatIsGoneOrSignedByAnotherIsNamed() throws SQLException {
        String end = head(9, new byte[32]);
        put("update trail_chain set head = ?", end);
        assertThat(verdict()).contains("Row 9 is not the one that the head of");

        execute("update vault_key set public_part = X'00'");
        assertThat(verdict()).contains("is signed with another key");

        execute("delete from trail_chain");
        assertThat(verdict()).contains("it is gone");
    }

    @Test
    void aFactThatWasForgottenAMomentAgoIsNoFlawAndOneThatNobodyForgotIs() throws Exception {
        execute("update trail_entry set opened = '{\"from\":4711,\"person\":4711}' where position = 2");
        assertThat(verdict()).contains("Entry 4711, which the forgotten facts name");

        MessageDigest digest = Verifier.sha256();
        digest.update(Verifier.forgottenLine(2, "from"));
        digest.update(Verifier.forgottenLine(2, "person"));
        try (PreparedStatement insert = database.prepareStatement("insert into trail_entry (" + Lines.COLUMNS
                + ", opened, content, seal) select 4711, at, actor_kind, actor,"
                + " channel, 'facts-forgotten', object_kind, object_id, label, clause, ?, '{}', '{}', processor,"
                + " '{}', content, ? from trail_entry where position = 1")) {
            insert.setString(1, "{\"count\":2,\"digest\":\"" + HexFormat.of().formatHex(digest.digest()) + "\"}");
            insert.setBytes(2, "seal".getBytes(StandardCharsets.UTF_8));
            insert.executeUpdate();
        }
        assertThat(verdict()).isEmpty();
    }
}
