package app.countersign.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedFileTest {

    private static final String WORD = "Blumen Lukasiewicz";

    @TempDir
    Path folder;

    private Settings settings() {
        Map<String, String> given = Map.of("countersign.data.dir", folder.toString());
        return Settings.read(name -> Optional.ofNullable(given.get(name)));
    }

    private Path file() {
        return folder.resolve("countersign.mv.db");
    }

    @Test
    void nothingOfWhatIsStoredStandsInTheFile() throws Exception {
        write(new Database(settings()).getConnection());

        assertThat(read(new Database(settings()).getConnection())).isEqualTo(WORD);
        assertThat(bytes()).startsWith("H2encrypt").doesNotContain(WORD);
    }

    @Test
    void aFileThatAnEarlierVersionLeftInTheClearIsEncryptedWhenItIsOpened() throws Exception {
        write(DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("countersign"), "sa", ""));
        assertThat(bytes()).contains(WORD);
        // What a crash in the middle of an earlier attempt leaves.
        Files.writeString(
                Files.createDirectories(folder.resolve("countersign-encrypting"))
                        .resolve("x"),
                "half");

        assertThat(read(new Database(settings()).getConnection())).isEqualTo(WORD);

        assertThat(bytes()).startsWith("H2encrypt").doesNotContain(WORD);
        assertThat(folder.resolve("countersign-encrypting")).doesNotExist();
    }

    @Test
    void aFileThatAnotherProcessUsesIsLeftAsItIs() throws Exception {
        try (Connection other =
                DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("countersign"), "sa", "")) {
            other.createStatement().execute("create table note (text varchar(100))");

            assertThatThrownBy(() -> new Database(settings())).isInstanceOf(CannotStart.class);
        }
        assertThat(bytes()).startsWith("H:2");
    }

    @Test
    void withoutItsKeyTheStartEndsAndNoNewKeyIsMade() throws Exception {
        write(new Database(settings()).getConnection());
        byte[] before = Files.readAllBytes(file());
        Files.delete(settings().keyFile());

        assertThatThrownBy(() -> new Database(settings()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("is missing")
                .hasMessageContaining("countersign.key.file");

        assertThat(settings().keyFile()).doesNotExist();
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void withAnotherKeyTheStartEndsAndNothingIsOverwritten() throws Exception {
        write(new Database(settings()).getConnection());
        byte[] before = Files.readAllBytes(file());
        InstallationKey.fresh().replace(settings().keyFile());

        Database database = new Database(settings());
        assertThatThrownBy(database::getConnection)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("another installation key")
                .hasMessageNotContaining("\n");

        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    private String bytes() throws IOException {
        return Files.readString(file(), StandardCharsets.ISO_8859_1);
    }

    private static void write(Connection connection) throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute("create table note (text varchar(100))");
            statement.execute("insert into note values ('" + WORD + "')");
        }
    }

    private static String read(Connection connection) throws SQLException {
        try (connection;
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select text from note")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
