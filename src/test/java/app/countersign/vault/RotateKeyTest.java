package app.countersign.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.kernel.Database;
import app.countersign.kernel.InstallationKey;
import app.countersign.kernel.KeyCheck;
import app.countersign.kernel.Schema;
import app.countersign.kernel.Settings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RotateKeyTest {

    private static EmbeddedPostgres postgres;

    @TempDir
    Path folder;

    private final Map<String, String> given = new HashMap<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    private Settings settings() {
        given.put("countersign.data.dir", folder.toString());
        return Settings.read(name -> Optional.ofNullable(given.get(name)));
    }

    private RotateKey command() {
        return new RotateKey(settings(), new PrintStream(said));
    }

    /** Where another room would keep the codes of its accounts. */
    private static final Concealed CODES = new Concealed("code_of_account", "id", "code") {
        @Override
        protected String purpose(String key) {
            return "totp:" + key;
        }
    };

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsStoredIsEncryptedAnewAndThenTheOldKeyMayGo(boolean onPostgres) throws Exception {
        if (onPostgres) {
            given.put("countersign.db.url", postgres.getJdbcUrl("postgres", "postgres"));
            given.put("countersign.db.user", "postgres");
        }
        Database database = new Database(settings());
        Schema.migrate(database, onPostgres);
        InstallationKey.in(settings().keyFile());
        Vault vault = new Vault(settings());
        try (Connection open = database.getConnection()) {
            KeyCheck.leave(open, vault.key());
            store(open, vault);
            byte[] before = read(open, "select code from code_of_account");

            command().add();
            assertThatThrownBy(() -> command().dropOld()).hasMessageContaining("older key");
            assertThat(vault.reveal(before, "totp:4711")).asString(UTF_8).isEqualTo("JBSWY3DPEHPK3PXP");
            assertThat(rewrapping(database, vault).run()).isEqualTo(3);
            assertThat(rewrapping(database, vault).run()).isZero();
            command().dropOld();

            byte[] after = read(open, "select code from code_of_account");
            Vault fresh = new Vault(settings());
            assertThat(fresh.key().keys()).isEqualTo(1);
            assertThat(fresh.reveal(after, "totp:4711")).asString(UTF_8).isEqualTo("JBSWY3DPEHPK3PXP");
            assertThat(fresh.reveal(read(open, "select concealed from vault_key"), "signing"))
                    .asString(UTF_8)
                    .isEqualTo("private");
            assertThatThrownBy(() -> fresh.reveal(before, "totp:4711")).isInstanceOf(Vault.Unreadable.class);
            assertThat(KeyCheck.opens(fresh.key(), KeyCheck.stored(open, false)))
                    .isTrue();
        }
        assertThat(said.toString(UTF_8)).contains("new key").contains("1 old key");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatWasEncryptedMeanwhileWithTheOldKeyIsFoundAndKeepsIt(boolean onPostgres) throws Exception {
        if (onPostgres) {
            postgres.getPostgresDatabase().getConnection().createStatement().execute("create database meanwhile");
            given.put("countersign.db.url", postgres.getJdbcUrl("postgres", "meanwhile"));
            given.put("countersign.db.user", "postgres");
        }
        Database database = new Database(settings());
        Schema.migrate(database, onPostgres);
        InstallationKey old = InstallationKey.in(settings().keyFile());
        Vault vault = new Vault(settings());
        try (Connection open = database.getConnection()) {
            KeyCheck.leave(open, vault.key());
            store(open, vault);
            command().add();
            rewrapping(database, vault).run();
            // Another instance, whose copy of the file is still the old one.
            try (PreparedStatement late =
                    open.prepareStatement("update code_of_account set code = ? where id = 'without'")) {
                late.setBytes(1, old.cipher().encrypt("LATE".getBytes(UTF_8), "totp:without".getBytes(UTF_8)));
                late.executeUpdate();
            }

            assertThatThrownBy(() -> command().dropOld())
                    .hasMessageContaining("code_of_account.code still holds 1 secrets");
            assertThat(rewrapping(database, vault).run()).isEqualTo(1);
            command().dropOld();
            assertThat(rewrapping(database, new Vault(settings())).run()).isZero();
        }
    }

    /** Columns of bytes that hold no secret. */
    private static final Set<String> NO_SECRETS = Set.of(
            "vault_key.public_part",
            // By which names are found and sorted.
            "organisation_key.key_bytes",
            "organisation_known_key.key_bytes",
            // Keyed hashes of what was deleted.
            "retention_batch.hashes",
            // The installation's check word has a way of its own.
            "installation_check.concealed");

    /** A room that forgets to say where its secrets are loses them when the key they are encrypted with is dropped. */
    @Test
    void everyColumnThatCanHoldASecretIsKnownToTheRotation() throws Exception {
        Database database = new Database(settings());
        Schema.migrate(database, false);
        Set<String> columns = new TreeSet<>();
        try (Connection open = database.getConnection()) {
            Leftovers.columns(open).forEach(column -> columns.add(column[0] + "." + column[1]));
        }
        Set<String> places = places();

        assertThat(places).contains("second_factor.concealed", "vault_key.concealed", "trail_entry.seal");
        assertThat(columns).containsAll(places);
        columns.removeAll(places);
        assertThat(columns).isSubsetOf(NO_SECRETS);
    }

    private static Set<String> places() throws Exception {
        Set<String> places = new TreeSet<>();
        Path classes = Path.of(Concealed.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(f -> f.getFileName().toString().matches("Concealed.+\\.class"))
                    .toList()) {
                String name =
                        classes.relativize(file).toString().replace('/', '.').replaceAll("\\.class$", "");
                var made = Class.forName(name).getDeclaredConstructor();
                made.setAccessible(true);
                places.add(made.newInstance().toString());
            }
        }
        return places;
    }

    private Rewrapping rewrapping(Database database, Vault vault) {
        return new Rewrapping(database, vault.key(), List.of(new ConcealedKeys(), CODES));
    }

    private static void store(Connection open, Vault vault) throws SQLException {
        try (Statement statement = open.createStatement()) {
            statement.execute("create table code_of_account (id varchar(40) primary key, code bytea)");
            statement.execute("insert into code_of_account (id) values ('without')");
        }
        insert(
                open,
                "insert into code_of_account (id, code) values ('4711', ?)",
                vault,
                "JBSWY3DPEHPK3PXP",
                "totp:4711");
        insert(
                open,
                "insert into vault_key (name, concealed, public_part, made_at)"
                        + " values ('signing', ?, X'00', current_timestamp)",
                vault,
                "private",
                "signing");
    }

    private static void insert(Connection open, String sql, Vault vault, String secret, String purpose)
            throws SQLException {
        String insert = open.getMetaData().getDatabaseProductName().equals("PostgreSQL")
                ? sql.replace("X'00'", "'\\x00'")
                : sql;
        try (PreparedStatement statement = open.prepareStatement(insert)) {
            statement.setBytes(1, vault.conceal(secret.getBytes(UTF_8), purpose));
            statement.executeUpdate();
        }
    }

    private static byte[] read(Connection open, String sql) throws SQLException {
        try (Statement statement = open.createStatement();
                ResultSet rows =
                        statement.executeQuery(sql + " where " + (sql.contains("code") ? "id = '4711'" : "true"))) {
            rows.next();
            return rows.getBytes(1);
        }
    }

    @Test
    void aRunningInstanceUsesTheNewKeyAsSoonAsItsFileIsThere() throws IOException {
        InstallationKey.in(settings().keyFile());
        Vault vault = new Vault(settings());
        int before = vault.key().current();
        Files.setLastModifiedTime(settings().keyFile(), FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        vault.key();

        command().add();

        assertThat(vault.key().current()).isNotEqualTo(before);
        assertThat(vault.key().keys()).isEqualTo(2);
    }

    @Test
    void anInstallationWithoutAKeyGetsNoneByThis() {
        assertThatThrownBy(() -> command().add()).isInstanceOf(IOException.class);
        assertThat(settings().keyFile()).doesNotExist();
    }
}
