package app.countersign.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.kernel.Database;
import app.countersign.kernel.InstallationKey;
import app.countersign.kernel.Refused;
import app.countersign.kernel.Schema;
import app.countersign.kernel.Settings;
import com.google.crypto.tink.Aead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreCommandTest {

    private static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final Map<String, String> given = new HashMap<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private DataSource source;

    @BeforeEach
    void makeSource() throws IOException {
        given.put("countersign.data.dir", folder.resolve("data").toString());
        InstallationKey.in(settings().keyFile());
        source = Databases.onH2();
        Schema.migrate(source, false);
    }

    private Settings settings() {
        return Settings.read(name -> Optional.ofNullable(given.get(name)));
    }

    private RestoreCommand command() {
        return new RestoreCommand(settings(), CLOCK, new PrintStream(said));
    }

    private Path backup() throws IOException, SQLException {
        Path file = folder.resolve("a.backup");
        Aead key = InstallationKey.read(settings().keyFile()).cipher();
        try (OutputStream out = Files.newOutputStream(file)) {
            new Writing(key, Progress.NOBODY).write(source, out, new UUID(1, 2), NOW);
        }
        return file;
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = source.getConnection()) {
            Dialect.run(connection, sql);
        }
    }

    private String refusal(Path backup) {
        try {
            command().restore(backup);
            return "restored";
        } catch (Refused e) {
            return e.reason().key();
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatWasSavedIsThereAndTheTrailWillBeTold() throws Exception {
        Path backup = backup();

        assertThat(command().restore(backup)).isEmpty();

        assertThat(said.toString(StandardCharsets.UTF_8)).contains("each was compared");
        try (Connection connection = new Database(settings()).getConnection();
                var rows =
                        connection.createStatement().executeQuery("select backup_id, told_at from backup_restored")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getObject(1)).isEqualTo(new UUID(1, 2));
            assertThat(rows.getObject(2)).isNull();
            assertThat(Dialect.H2.has(connection, Schema.UNFINISHED)).isFalse();
        }
    }

    @Test
    void aDamageFromBeforeIsRestoredAndTold() throws Exception {
        change("insert into trail_entry (id, at, actor_kind, channel, event_name, object_kind, object_id, facts,"
                + " before_facts, personal, opened, content, position, hash) values (1, current_timestamp, 'system', 'job',"
                + " 'x', 'y', random_uuid(), '{}', '{}', '{}', '{}', repeat('0', 64), 1, repeat('0', 64))");

        assertThat(command().restore(backup()))
                .extracting(reason -> reason.key())
                .containsExactly("backup.problem.trail");

        try (Connection connection = new Database(settings()).getConnection()) {
            assertThat(Dialect.H2.has(connection, Schema.UNFINISHED)).isFalse();
        }
    }

    @Test
    void whatCannotBeRestoredIsSaidInOneSentence() throws Exception {
        Path backup = backup();
        assertThat(refusal(settings().keyFile())).isEqualTo("backup.problem.no-backup");
        assertThatThrownBy(() -> command().restore(folder.resolve("none"))).hasMessageContaining("none");

        Path key = settings().keyFile();
        Path elsewhere = Files.move(key, folder.resolve("elsewhere.key"));
        assertThat(refusal(backup)).isEqualTo("backup.problem.key-missing");
        assertThat(key).doesNotExist();

        given.put("countersign.key.file", elsewhere.toString());
        assertThat(refusal(backup)).isEqualTo("restored");
        assertThat(refusal(backup)).isEqualTo("backup.problem.not-empty");

        given.put("countersign.key.file", folder.resolve("other.key").toString());
        given.put("countersign.data.dir", folder.resolve("other").toString());
        InstallationKey.in(settings().keyFile());
        assertThat(refusal(backup)).isEqualTo("backup.problem.other-key");
    }
}
