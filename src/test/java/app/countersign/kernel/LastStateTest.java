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

        /** @param args the data folder, and what to do */
        public static void main(String[] args) throws Exception {
            try (Connection connection = database(Path.of(args[0])).getConnection();
                    Statement statement = connection.createStatement()) {
                if (args[1].equals("count")) {
                    System.out.write(new byte[acts(statement)]);
                    return;
                }
                if (args[1].equals("gaps")) {
                    leaveGaps(statement);
                }
                while (true) {
                    statement.execute("insert into act (n) values (1)");
                    System.out.write(1);
                    System.out.flush();
                }
            }
        }

        private static int acts(Statement statement) throws SQLException {
            try (ResultSet rows = statement.executeQuery("select count(*) from act")) {
                rows.next();
                return rows.getInt(1);
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
        killedAfter(1, "gaps");
        Path file = folder.resolve("countersign.mv.db");
        Path gaps = Files.copy(file, folder.resolve("gaps"));
        int before = acts();
        for (int kill = 0; kill < KILLS; kill++) {
            Files.copy(gaps, file, StandardCopyOption.REPLACE_EXISTING);
            int acknowledged = killedAfter(ACKNOWLEDGED + kill, "write");
            assertThat(acts()).as("kill %d", kill).isGreaterThanOrEqualTo(before + acknowledged);
        }
    }

    @Test
    void whileOneProcessHasItOpenNoOtherGetsIn() throws Exception {
        Database here = database(folder);
        try (Connection open = here.getConnection();
                Statement statement = open.createStatement()) {
            statement.execute("create table act (n int)");
            // As a job does that encrypts secrets anew.
            database(folder);

            Process other = writer("count", folder.resolve("said")).start();

            assertThat(other.waitFor()).isEqualTo(1);
            statement.execute("insert into act values (1)");
        }
    }

    private int acts() throws Exception {
        Path acts = folder.resolve("acts");
        assertThat(writer("count", acts).start().waitFor()).isZero();
        return (int) Files.size(acts);
    }

    /** @return how many were acknowledged when it was killed */
    private int killedAfter(int count, String what) throws Exception {
        Path acknowledged = folder.resolve("acknowledged");
        Files.deleteIfExists(acknowledged);
        Process writer = writer(what, acknowledged).start();
        Patience.until(
                "it works", Duration.ofMinutes(1), () -> acknowledged.toFile().length() >= count);
        writer.destroyForcibly().waitFor();
        return (int) Files.size(acknowledged);
    }

    private ProcessBuilder writer(String what, Path said) {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // Ten of them start; none lives long enough to be worth compiling well.
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        folder.toString(),
                        what)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(said.toFile());
    }
}
