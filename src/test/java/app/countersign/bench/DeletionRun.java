package app.countersign.bench;

import app.countersign.it.ApiClient;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/**
 * A run over messages of which each has an attachment and a reaction, a fifth of them expired, against one hand-written
 * {@code DELETE} per table in the right order, on a copy of the same database; what a writer waits meanwhile; and what a
 * preview costs against {@code count(*)}; and a partition that goes as a whole, against the same rows. The server has a heap of 256 MB, which does not grow with the rows.
 */
final class DeletionRun implements Figure {

    private static final String API = "/api/v1/retention/";
    private static final int WARM_UP = 1;
    private static final int ROUNDS = 5;
    private static final long GLANCE_MILLIS = 100;
    private static final long IDLE_MILLIS = 10_000;

    @Override
    public String name() {
        return "retention";
    }

    @Override
    public List<Line> measure() throws Exception {
        int messages = Integer.getInteger("bench.rows", 1_000_000);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Subject subject = Subject.onPostgres(postgres, "app", Map.of("java.options", "-Xmx256m"))) {
            Messages ours = Messages.fill(postgres, "ours", messages);
            Messages theirs = ours.copy(postgres, "theirs");
            String store = store(subject.api(), "Chats", postgres.getJdbcUrl("postgres", "ours"));
            String rule = rule(subject.api(), store, "public.message", "sent_at");
            double[] counted = Rounds.medianMillis(
                    WARM_UP,
                    ROUNDS,
                    () -> Subject.require(200, subject.api().post(API + "rules/" + rule + "/preview")),
                    ours::count);
            double idle;
            double byHand;
            long rows;
            double whileByHand;
            try (Writer writer = new Writer(theirs.database())) {
                idle = writer.during(() -> {
                    Thread.sleep(IDLE_MILLIS);
                    return null;
                });
                long before = theirs.all() - writer.written();
                double[] millis = new double[1];
                whileByHand = writer.during(() -> {
                    millis[0] = Rounds.millis(theirs::deleteByHand);
                    return null;
                });
                byHand = millis[0];
                rows = before - (theirs.all() - writer.written());
            }
            double byRun;
            double whileRunning;
            try (Writer writer = new Writer(ours.database())) {
                double[] millis = new double[1];
                whileRunning = writer.during(() -> {
                    millis[0] = run(subject, rule);
                    return null;
                });
                byRun = millis[0];
            }
            if (ours.expired() != 0 || theirs.expired() != 0) {
                throw new IllegalStateException("not everything is gone");
            }
            int old = messages / 5;
            String events = store(subject.api(), "Events", Events.fill(postgres, "events", old));
            double byPartition = run(subject, rule(subject.api(), events, Events.DIVIDED, "at"));
            double byRow = run(subject, rule(subject.api(), events, Events.PLAIN, "at"));
            String of = " of %,d messages".formatted(messages);
            return List.of(
                    new Line(
                            "rows deleted by a run" + of + " : by hand",
                            "per s",
                            rows * 1000 / byRun,
                            rows * 1000 / byHand,
                            ">= 0.8"),
                    new Line("a writer's p99 during a run : idle", "ms", whileRunning, idle, ""),
                    new Line(
                            "a writer's p99 during a run : during DELETE by hand",
                            "ms",
                            whileRunning,
                            whileByHand,
                            "< 1"),
                    new Line("preview : count(*)", "ms", counted[0], counted[1], ""),
                    new Line(
                            "rows of a partition of %,d by a run : row by row".formatted(old),
                            "per s",
                            old * 1000L / byPartition,
                            old * 1000L / byRow,
                            "> 1"));
        }
    }

    private static String store(ApiClient api, String name, String url) {
        return Subject.require(
                        201,
                        api.post(
                                API + "stores",
                                Subject.object(
                                        "processor",
                                        "okomo",
                                        "name",
                                        name,
                                        "location",
                                        url.replaceAll("\\?.*", ""),
                                        "userName",
                                        "postgres")))
                .json()
                .getString("id");
    }

    private static String rule(ApiClient api, String store, String table, String age) {
        return Subject.require(
                        201,
                        api.post(
                                API + "rules",
                                Subject.object(
                                        "store", store,
                                        "title", table,
                                        "clause", "okomo-dpa 4-3",
                                        "period", "P12M",
                                        "table", table,
                                        "ageColumn", age)))
                .json()
                .getString("id");
    }

    /** From its approval until it is done; the installation has one person only, so another is said to have asked. */
    private static double run(Subject subject, String rule) throws Exception {
        ApiClient api = subject.api();
        String run = Subject.require(
                        201,
                        api.post(
                                API + "runs",
                                Json.createObjectBuilder().add("rule", rule).build()))
                .json()
                .getString("id");
        await(api, run, "waiting");
        try (Connection connection = subject.database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update retention_run set asker_id = 'another'");
            statement.executeUpdate("update retention_rule set changer_id = 'another'");
        }
        return Rounds.millis(() -> {
            Subject.require(200, api.post(API + "runs/" + run + "/approval"));
            await(api, run, "done");
            return null;
        });
    }

    private static void await(ApiClient api, String run, String state) throws InterruptedException {
        while (true) {
            JsonObject now = Subject.require(200, api.get(API + "runs/" + run)).json();
            if (now.getString("state").equals(state)) {
                return;
            }
            if (now.getString("state").equals("failed") || now.containsKey("problem")) {
                throw new IllegalStateException(now.toString());
            }
            Thread.sleep(GLANCE_MILLIS);
        }
    }
}
