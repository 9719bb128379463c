package app.countersign.bench;

import app.countersign.it.ApiClient;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** The measures and their lights, and what proves one of them, with 100,000 items of evidence against 100. */
final class MeasureLists implements Figure {

    private static final String MEASURES = "/api/v1/measures?limit=50";
    private static final int SMALL = 100;
    private static final int LARGE = 100_000;
    private static final int WARM_UP = 30;
    private static final int ROUNDS = 30;

    @Override
    public String name() {
        return "measures";
    }

    @Override
    public List<Line> measure() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Subject large = Subject.onPostgres(postgres, "large");
                Subject small = Subject.onPostgres(postgres, "small")) {
            String manyOf = prove(large, LARGE);
            String fewOf = prove(small, SMALL);
            return List.of(
                    compared("measures and their lights", large.api(), MEASURES, small.api(), MEASURES),
                    compared(
                            "those unproven",
                            large.api(),
                            MEASURES + "&light=unproven",
                            small.api(),
                            MEASURES + "&light=unproven"),
                    compared("evidence of one measure", large.api(), manyOf, small.api(), fewOf));
        }
    }

    private static Line compared(String what, ApiClient many, String ofMany, ApiClient few, String ofFew)
            throws Exception {
        double[] millis = Rounds.medianMillis(
                WARM_UP,
                ROUNDS,
                () -> Subject.require(200, many.get(ofMany)),
                () -> Subject.require(200, few.get(ofFew)));
        return new Line(what + ", of %,d items : of %,d".formatted(LARGE, SMALL), "ms", millis[0], millis[1], "~ 1");
    }

    /** Spreads items evenly over the measures.
     *
     * @return where the evidence of the first one is listed */
    private static String prove(Subject subject, int count) throws Exception {
        String first = subject.someMeasure();
        fill(subject.database(), count);
        return "/api/v1/measures/" + first + "/evidence?limit=50";
    }

    private static void fill(DataSource database, int count) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("insert into evidence (id, processor_id, kind, title, words, of_all, occurred_at,"
                    + " valid_until, good, added_at, added_by) select cast(md5('evidence' || n) as uuid),"
                    + " (select processor_id from measure limit 1), 'statement', 'Evidence ' || n, 'As it should be.',"
                    + " false, now() - n * interval '1 minute', now() + interval '1 year', true, now(), 'Bench'"
                    + " from generate_series(1, " + count + ") n");
            statement.executeUpdate("insert into proof (id, evidence_id, measure_id, occurred_at, valid_until, good,"
                    + " source, latest, withdrawn) select cast(md5('proof' || n) as uuid),"
                    + " cast(md5('evidence' || n) as uuid), m.id, now() - n * interval '1 minute',"
                    + " now() + interval '1 year', true, '', true, false from generate_series(1, " + count + ") n"
                    + " join (select id, row_number() over (order by place) - 1 as no, count(*) over () as many"
                    + " from measure) m on m.no = mod(n, m.many)");
            statement.execute("analyze");
        }
    }
}
