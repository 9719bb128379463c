package app.countersign.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.kernel.InstallationKey;
import app.countersign.kernel.Refused;
import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackupTest {

    private static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");
    private static final int ROWS = 24;
    private static final String SHA256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    private Aead key;

    @BeforeEach
    void makeKey() throws IOException {
        key = InstallationKey.in(folder.resolve("installation.key")).cipher();
    }

    private Path backup(DataSource database) throws SQLException, IOException {
        Path file = folder.resolve(UUID.randomUUID() + ".backup");
        try (OutputStream out = Files.newOutputStream(file)) {
            new Writing(key, Progress.NOBODY).write(database, out, new UUID(1, 2), NOW);
        }
        return file;
    }

    private Restoring.Restored restore(Path file, DataSource target) throws SQLException, IOException {
        return new Restoring(target, Progress.NOBODY).restore(file, key);
    }

    @ParameterizedTest
    @CsvSource({"false, false", "false, true", "true, false", "true, true"})
    void whatWasSavedFromOneDatabaseIsTheSameInAnother(boolean fromPostgres, boolean toPostgres) throws Exception {
        DataSource source = Databases.filled(fromPostgres, ROWS);
        DataSource target = Databases.empty(toPostgres);

        Restoring.Restored restored = restore(backup(source), target);

        assertThat(restored.header().id()).isEqualTo(new UUID(1, 2));
        assertThat(restored.header().madeAt()).isEqualTo(NOW);
        assertThat(restored.manifest().tables())
                .allSatisfy((name, sum) -> assertThat(sum.rows()).isEqualTo(ROWS));
        assertSame(Databases.everything(target), Databases.everything(source));
        assertThatCode(() -> new Proof(List.of(), Progress.NOBODY).compare(target, restored.manifest()))
                .doesNotThrowAnyException();
        assertThat(restored.manifest().sequences()).containsEntry("contract_serial", 4711L);
    }

    private static void assertSame(Map<String, List<String>> found, Map<String, List<String>> expected) {
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((table, rows) -> {
            for (int i = 0; i < rows.size(); i++) {
                assertThat(found.get(table).get(i)).as(table).isEqualTo(rows.get(i));
            }
            assertThat(found.get(table)).hasSameSizeAs(rows);
        });
    }

    @Test
    void nothingOfItCanBeReadInTheFile() throws Exception {
        String bytes = Files.readString(backup(Databases.filled(false, 3)), StandardCharsets.ISO_8859_1);

        assertThat(bytes.lines().skip(2).reduce("", String::concat)).doesNotContain("quoted", "account", "sha256");
        assertThat(bytes).startsWith("countersign-backup 1 ");
    }

    @Test
    void oneFlippedByteAnywhereIsNoticedAndNamed() throws Exception {
        Path file = backup(Databases.filled(false, 6));
        byte[] whole = Files.readAllBytes(file);
        Path damaged = folder.resolve("damaged.backup");
        for (int at : offsets(whole.length)) {
            byte[] bytes = whole.clone();
            bytes[at] ^= (byte) (1 << at % 8);
            Files.write(damaged, bytes);

            assertThatThrownBy(() -> read(damaged))
                    .as("byte %d of %d", at, whole.length)
                    .isInstanceOfSatisfying(Refused.class, refused -> assertNames(refused, at));
        }
    }

    /** The first lines and the ends of segments byte for byte, and many others. */
    private static Set<Integer> offsets(int length) {
        Set<Integer> offsets = new TreeSet<>();
        for (int i = 0; i < 560; i++) {
            offsets.add(i);
        }
        Random random = new Random(42);
        random.ints(40, 0, length).forEach(offsets::add);
        for (int i = 1; i <= 10; i++) {
            offsets.add(length - i);
            offsets.add((1 << 20) + 5 * i);
        }
        return offsets;
    }

    private static void assertNames(Refused refused, int at) {
        if (refused.reason().key().equals("backup.problem.no-backup")) {
            assertThat(at).isLessThan(21);
            return;
        }
        assertThat(refused.reason().key()).isEqualTo("backup.problem.damaged");
        long from = (Long) refused.reason().args().get(1);
        long to = (Long) refused.reason().args().get(2);
        assertThat((long) at).isBetween(from, to);
    }

    private void read(Path file) throws IOException {
        Envelope.read(
                file,
                key,
                (header, records) -> Records.read(records, new Records.Reader() {
                    @Override
                    public void table(Table table) {
                        assertThat(table.name()).isNotBlank();
                    }

                    @Override
                    public void rows(List<Row> rows) {
                        assertThat(rows).isNotEmpty();
                    }
                }));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 300, 1000, 1 << 20, 2_000_000})
    void aFileThatEndsTooSoonIsNoticed(int length) throws Exception {
        byte[] whole = Files.readAllBytes(backup(Databases.filled(false, 12)));
        assertThat(whole.length).isGreaterThan(length);
        Path cut = Files.write(folder.resolve("cut.backup"), java.util.Arrays.copyOf(whole, length));

        assertThatThrownBy(() -> read(cut)).isInstanceOf(Refused.class);
    }

    @Test
    void bytesBehindTheEndAreNoticed() throws Exception {
        Path file = backup(Databases.filled(false, 2));
        Files.write(file, new byte[] {0}, java.nio.file.StandardOpenOption.APPEND);

        assertThatThrownBy(() -> read(file)).isInstanceOf(Refused.class);
    }

    @Test
    void withAnotherInstallationsKeyItStaysShut() throws Exception {
        Path file = backup(Databases.filled(false, 2));
        key = InstallationKey.in(folder.resolve("other.key")).cipher();

        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason().key()).isEqualTo("backup.problem.other-key"));
    }

    @Test
    void afterARotationABackupOfBeforeIsStillRead() throws Exception {
        Path file = backup(Databases.filled(false, 2));
        Path keyFile = folder.resolve("installation.key");
        InstallationKey.in(keyFile).rotated().replace(keyFile);
        key = InstallationKey.in(keyFile).cipher();

        assertThatCode(() -> read(file)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDatabaseThatHoldsSomethingIsLeftAsItIs(boolean onPostgres) throws Exception {
        Path file = backup(Databases.filled(false, 2));
        DataSource target = Databases.filled(onPostgres, 3);
        var before = Databases.everything(target);

        assertThatThrownBy(() -> restore(file, target))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason().key()).isEqualTo("backup.problem.not-empty"));

        assertThat(Databases.everything(target)).isEqualTo(before);
    }

    @Test
    void aBackupOfANewerVersionIsRefusedAndTheDatabaseStaysEmpty() throws Exception {
        DataSource source = Databases.filled(false, 2);
        change(
                source,
                "insert into \"flyway_schema_history\" select max(\"installed_rank\") + 1, '9999', 'from the future', 'SQL',"
                        + " 'V9999', 1, 'x', current_timestamp, 1, true from \"flyway_schema_history\"");
        Path file = backup(source);
        DataSource target = Databases.onH2();

        assertThatThrownBy(() -> restore(file, target))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason())
                                .hasToString("Reason[key=backup.problem.newer, args=[9999]]"));

        assertThat(Databases.everything(target)).containsOnlyKeys("sequences");
    }

    @Test
    void aDatabaseWhoseRestorationWasBrokenOffIsUnfinishedAndFilledAnew() throws Exception {
        Path file = backup(Databases.filled(false, 3));
        DataSource target = Databases.onH2();
        Restoring restoring = new Restoring(target, Progress.NOBODY);
        restoring.restore(file, key);
        assertThat(isUnfinished(target)).isTrue();

        Manifest manifest = restoring.restore(file, key).manifest();
        new Proof(List.of(), Progress.NOBODY).compare(target, manifest);
        restoring.finish();

        assertThat(isUnfinished(target)).isFalse();
        assertThatThrownBy(() -> restoring.restore(file, key)).isInstanceOf(Refused.class);
    }

    private static boolean isUnfinished(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Dialect.of(connection).has(connection, app.countersign.kernel.Schema.UNFINISHED);
        }
    }

    @Test
    void aFileThatIsDamagedInItsMiddleLeavesAnEmptyDatabase() throws Exception {
        Path file = backup(Databases.filled(false, 12));
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 10] ^= 1;
        Files.write(file, bytes);
        DataSource target = Databases.onH2();

        assertThatThrownBy(() -> restore(file, target)).isInstanceOf(Refused.class);

        assertThat(Databases.everything(target)).containsOnlyKeys("sequences");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatOthersWriteMeanwhileIsNotInIt(boolean onPostgres) throws Exception {
        DataSource source = Databases.filled(onPostgres, 4);
        var before = Databases.everything(source);
        try (Snapshot snapshot = Snapshot.of(source)) {
            snapshot.tables();
            snapshot.count(snapshot.tables().get(0));
            try (Connection other = source.getConnection()) {
                Dialect.run(other, "delete from contract_document");
                Dialect.run(other, "delete from stored_chunk");
                Dialect.run(other, "delete from stored_file");
                Dialect.run(other, "update organisation set name = 'changed'");
                Dialect.run(other, "insert into turn (name) values ('meanwhile')");
            }
            for (Table table : snapshot.tables()) {
                Tally tally = new Tally();
                snapshot.rows(table, tally::add);
                assertThat(tally.sum().rows()).as(table.name()).isEqualTo(4);
            }
        }
        assertThat(Databases.everything(source)).isNotEqualTo(before);
    }

    @Test
    void theProofNamesTheTableThatDiffers() throws Exception {
        DataSource target = Databases.onH2();
        Manifest manifest = restore(backup(Databases.filled(false, 4)), target).manifest();
        Proof proof = new Proof(List.of(), Progress.NOBODY);

        change(target, "update organisation set name = 'x' where name like '1%'");
        assertThatThrownBy(() -> proof.compare(target, manifest))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason())
                                .hasToString("Reason[key=backup.problem.content, args=[organisation]]"));

        change(target, "delete from turn where name like '1%'");
        change(target, "delete from organisation where name like 'never'");
        assertThatThrownBy(() -> proof.compare(target, manifest)).isInstanceOf(Refused.class);
    }

    @Test
    void aFileWithOtherBytesThanItsNameSaysIsFound() throws Exception {
        try (Connection connection = Databases.filled(false, 2).getConnection()) {
            assertThat(new FilesWhole().problemIn(connection)).isPresent();
            Dialect.run(connection, "delete from stored_file");
            assertThat(new FilesWhole().problemIn(connection)).isEmpty();
            Dialect.run(
                    connection,
                    "insert into stored_file (sha256, size, media_type, stored_at) values ('" + SHA256_OF_ABC
                            + "', 3, 'text/plain', current_timestamp)");
            Dialect.run(
                    connection,
                    "insert into stored_chunk (sha256, no, bytes) values ('" + SHA256_OF_ABC + "', 0, X'616263')");
            assertThat(new FilesWhole().problemIn(connection)).isEmpty();
            Dialect.run(connection, "update stored_chunk set bytes = X'616264'");
            assertThat(new FilesWhole().problemIn(connection)).isPresent();
        }
    }

    private static void change(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Dialect.run(connection, sql);
        }
    }
}
