package app.countersign.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.kernel.Schema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class SharedLedgerTest {

    private static final int LIMIT = 200;
    private static final int BATCH = LIMIT / 20;

    private static EmbeddedPostgres postgres;
    private static DataSource database;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        database = postgres.getPostgresDatabase();
        Schema.migrate(database, true);
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void two_instances_together_answer_no_more_than_one() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
        List<Allowance> instances = List.of(instance(clock), instance(clock));

        int answered = IntStream.range(0, 8)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(() -> AllowanceTest.answered(instances.get(i % 2), "key", LIMIT)))
                .toList()
                .stream()
                .mapToInt(CompletableFuture::join)
                .sum();

        assertThat(answered).isEqualTo(LIMIT);
    }

    @Test
    void an_instance_that_is_hardly_asked_keeps_less_than_a_batch_to_itself() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T11:00:00Z"), ZoneOffset.UTC);
        AllowanceTest.answered(instance(clock), "key", 1);

        assertThat(AllowanceTest.answered(instance(clock), "key", LIMIT)).isEqualTo(LIMIT - BATCH);
    }

    @Test
    void what_is_over_is_swept_away() throws SQLException {
        SharedLedger ledger = new SharedLedger(database);
        String asker = ApiKey.hashOf("sweeping");
        long begins = Instant.parse("2026-11-23T10:00:00Z").getEpochSecond();

        ledger.take(asker, begins, 1, LIMIT);
        ledger.take(asker, begins + 60, 1, LIMIT);
        assertThat(rows(asker)).isEqualTo(2);
        ledger.take(asker, begins + 180, 1, LIMIT);
        assertThat(rows(asker)).isEqualTo(1);
    }

    @Test
    void while_the_database_is_away_nobody_is_turned_away_for_it() {
        PGSimpleDataSource away = new PGSimpleDataSource();
        away.setUrl("jdbc:postgresql://127.0.0.1:1/none");

        assertThat(new SharedLedger(away).take(ApiKey.hashOf("key"), 0, BATCH, LIMIT))
                .isEqualTo(BATCH);
    }

    private static Allowance instance(Clock clock) {
        return new Allowance(LIMIT, new SharedLedger(database), clock);
    }

    private static int rows(String asker) throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet count = connection
                        .createStatement()
                        .executeQuery("select count(*) from request_count where asker = '" + asker + "'")) {
            count.next();
            return count.getInt(1);
        }
    }
}
