package app.countersign.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.it.Patience;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged before a crash is there after it, also in a file that had gaps. */
class LastStateTest {

    private static final int ACKNOWLEDGED = 5;
    private static final int KILLS = 4;

    @TempDir
    Path folder;

    /** A process that is killed in the middle of its work. */
    static final class Writer {

        private Writer() {}

        /** @param args the data folder, and whether to leave gaps */
        public static void main(String[] args) throws Exception {
            try (Connection connection = database(Path.of(args[0])).getConnection();
                    Statement statement = connection.createStatement()) {
                if (Boolean.parseBoolean(args[1])) {
                    leaveGaps(statement);
                }
                while (true) {
                    statement.execute("insert into act (n) values (1)");
                    System.out.write(1);
                    System.out.flush();
                }
            }
        }

        private static void leaveGaps(Statement statement) throws SQLException {
            statement.execute("set retention_time 0");
            statement.execute("create table act (n int)");
            statement.execute("create table ballast (n int primary key, bytes varbinary(100000))");
            for (int n = 0; n < 60; n++) {
                statement.execute("insert into ballast values (" + n + ", secure_rand(100000))");
            }
            statement.execute("delete from ballast where mod(n, 4) <> 3");
            statement.execute("set retention_time 45000");
        }
    }

    private static Database database(Path folder) {
        Map<String, String> given = Map.of("countersign.data.dir", folder.toString());
        return new Database(Settings.read(name -> Optional.ofNullable(given.get(name))));
    }

    @Test
    void noCommitIsLostThatWasAcknowledged() throws Exception {
        killedAfter(1, true);
        Path file = folder.resolve("countersign.mv.db");
        Path gaps = Files.copy(file, folder.resolve("gaps"));
        int before = acts();
        for (int kill = 0; kill < KILLS; kill++) {
            Files.copy(gaps, file, StandardCopyOption.REPLACE_EXISTING);
            int acknowledged = killedAfter(ACKNOWLEDGED + kill, false);
            assertThat(acts()).as("kill %d", kill).isGreaterThanOrEqualTo(before + acknowledged);
        }
    }

    private int acts() throws SQLException {
        try (Connection connection = database(folder).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from act")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** @return how many were acknowledged when it was killed */
    private int killedAfter(int count, boolean gaps) throws Exception {
        Path acknowledged = folder.resolve("acknowledged");
        Files.deleteIfExists(acknowledged);
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        folder.toString(),
                        String.valueOf(gaps))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(acknowledged.toFile())
                .start();
        Patience.until(
                "it works", Duration.ofMinutes(1), () -> acknowledged.toFile().length() >= count);
        writer.destroyForcibly().waitFor();
        return (int) Files.size(acknowledged);
    }
}
