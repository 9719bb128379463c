package app.countersign.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.kernel.Refused;
import app.countersign.kernel.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hsqldb.jdbc.JDBCDriver;
import org.hsqldb.server.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A product of which the application knows nothing, by a driver that was put into a folder. */
class DriversTest {

    @TempDir
    private Path folder;

    private Drivers withHsqldb() throws Exception {
        Path jar = Path.of(JDBCDriver.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Files.copy(jar, folder.resolve("hsqldb.jar"));
        Files.writeString(folder.resolve("README.txt"), "no driver");
        return new Drivers(Optional.of(folder));
    }

    @Test
    void aDriverOfTheFolderIsFoundAndNoOther() throws Exception {
        Driver driver = withHsqldb().of("jdbc:hsqldb:hsql://localhost/chats");

        assertThat(driver.getClass().getName()).isEqualTo(JDBCDriver.class.getName());
        assertThat(driver).isNotInstanceOf(JDBCDriver.class);
        assertThatThrownBy(() -> withHsqldb().of("jdbc:mysql://localhost/chats"))
                .isInstanceOf(Exception.class);
        assertThatThrownBy(() -> new Drivers(Optional.empty()).of("jdbc:hsqldb:hsql://localhost/chats"))
                .hasMessage("retention.problem.no-driver");
        assertThatThrownBy(() -> new Drivers(Optional.of(folder.resolve("none"))).of("jdbc:mysql://localhost/x"))
                .hasMessage("retention.problem.no-driver");
    }

    @Test
    void rowsOfAThirdProductGoWithTheirDependants() throws Exception {
        Server server = new Server();
        server.setSilent(true);
        server.setLogWriter(null);
        server.setErrWriter(null);
        server.setDatabaseName(0, "chats");
        server.setDatabasePath(0, "mem:chats-" + UUID.randomUUID());
        server.setAddress("127.0.0.1");
        server.setPort(app.countersign.it.RunningApplication.freePort());
        server.start();
        try {
            String url = "jdbc:hsqldb:hsql://127.0.0.1:" + server.getPort() + "/chats";
            assertThatCode(() -> JdbcAddress.judged(url, false, true)).doesNotThrowAnyException();
            Driver driver = withHsqldb().of(url);
            try (Line line = Line.to(driver, url, "SA", Secret.of(""))) {
                fill(line);
                JdbcMeans.requireSameTime(line, Chats.NOW);
                runs(line);
            }
        } finally {
            server.stop();
        }
    }

    private static void fill(Line line) throws Exception {
        for (String sql : List.of(
                "create table message (id bigint primary key, sent_at timestamp with time zone, author varchar(60))",
                "create table attachment (id bigint primary key, message_id bigint references message (id))",
                "insert into message select x, current_timestamp - x * interval '1' month, 'p' || mod(x, 3)"
                        + " from unnest(sequence_array(1, 24, 1)) as t(x)",
                "insert into attachment select id, id from message")) {
            Product.run(line.connection(), sql);
        }
        line.commit();
    }

    private static void runs(Line line) throws Exception {
        RuleDetails rule = new RuleEntry(
                        UUID.randomUUID().toString(),
                        "Chats",
                        "",
                        "c",
                        "P12M",
                        "stored",
                        "delete",
                        "PUBLIC.MESSAGE",
                        "SENT_AT",
                        "zoned",
                        "",
                        "",
                        "",
                        "AUTHOR",
                        "")
                .read();
        Held p1 = new Held(Optional.of("p1"), List.of(), Optional.empty(), Optional.empty());
        Store store = ErasureTest.storeOf(rule);
        Errand errand = new Errand(
                store,
                rule,
                Chats.NOW,
                Cutoff.of(rule.period(), Chats.NOW, store.zone()),
                List.of(),
                List.of(p1),
                List.of());
        JdbcWork work = new JdbcWork(line, Plan.of(line, errand), errand, new Pseudonyms(new byte[32]));
        Preview preview = work.preview();
        assertThat(preview.rows()).isEqualTo(24);
        assertThat(preview.expired() + preview.held()).isBetween(12L, 13L);
        assertThat(preview.held()).isPositive();
        assertThat(preview.dependants()).isEqualTo(Map.of("PUBLIC.ATTACHMENT", preview.expired()));
        assertThat(work.grants()).isEqualTo(Grants.UNKNOWN);

        Taken first = work.take(Optional.empty(), 3).orElseThrow();
        work.commit();
        assertThat(first.keys()).hasSize(3);
        Taken rest = work.take(Optional.of(first.last()), 100).orElseThrow();
        work.commit();
        assertThat(first.keys().size() + rest.keys().size()).isEqualTo((int) preview.expired());
        assertThat(work.take(Optional.empty(), 100)).isEmpty();
        assertThat(line.number(Fragment.of("select count(*) from attachment"), 9))
                .isEqualTo(24 - preview.expired());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mariadb://db.example:3306/chats?sslMode=verify-full",
                "jdbc:sqlserver://db.example:1433;databaseName=chats;encrypt=true",
                "jdbc:derby://db.example:1527/chats"
            })
    void addressesOfOtherProductsAreTakenWhereThereAreDrivers(String url) {
        assertThatCode(() -> JdbcAddress.judged(url, false, true)).doesNotThrowAnyException();
        assertThatThrownBy(() -> JdbcAddress.judged(url, false, false)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://db.example/chats?allowLoadLocalInfile=true",
                "jdbc:mysql://db.example/chats?autoDeserialize=true&sslMode=REQUIRED",
                "jdbc:mysql://user:word@db.example/chats",
                "jdbc:mysql://(host=db.example,allowLoadLocalInfile=true)/chats",
                "jdbc:derby:/srv/chats;create=true",
                "jdbc:hsqldb:file:/srv/chats",
                "jdbc:sqlite:/srv/chats.db",
                "jdbc:db2://db.example/chats:clientRerouteServerListJNDIName=x;"
            })
    void addressesThatCouldDoMoreAreNotWhateverTheProduct(String url) {
        assertThatThrownBy(() -> JdbcAddress.judged(url, false, true)).isInstanceOf(Refused.class);
    }
}
