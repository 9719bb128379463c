package app.countersign.bench;

import app.countersign.it.ApiClient;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * From the report of a breach that concerns 5,000 contracts until the clock of each one runs, against one that concerns
 * 500; how long the report itself takes, which finds the first 100; and how long one looks for pages of it.
 * {@code -Dbench.rows=} makes it more.
 */
final class BreachReport implements Figure {

    private static final int MANY = Integer.getInteger("bench.rows", 5000);
    private static final int FEW = 500;
    private static final int WARM_UP = 20;
    private static final int ROUNDS = 20;
    private static final String BREACHES = "/api/v1/breaches";

    /** What one looks at, by its name. */
    private static final Map<String, String> PAGES = pages();

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("the breach", "");
        pages.put("50 controllers", "/controllers?limit=50");
        pages.put("a controller's number", "/controllers?limit=50&q=MUSTER-2026-1000042");
        pages.put("50 letters", "/notices?limit=50");
        return pages;
    }

    private static final long GLANCE_MILLIS = 100;

    @Override
    public String name() {
        return "breach";
    }

    /**
     * @param id of the breach
     * @param report milliseconds until the report is answered
     * @param clocks until all clocks run
     */
    private record Taken(String id, double report, double clocks) {}

    @Override
    public List<Line> measure() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Subject many = Subject.onPostgres(postgres, "many");
                Subject few = Subject.onPostgres(postgres, "few")) {
            many.filler().inForce(MANY);
            few.filler().inForce(FEW);
            reported(few);
            reported(many);
            Taken ofFew = reported(few);
            Taken ofMany = reported(many);
            List<Line> lines = new ArrayList<>();
            lines.add(new Line(compared("breach reported"), "ms", ofMany.report(), ofFew.report(), "~ 1"));
            lines.add(new Line(
                    compared("clocks started after a report"),
                    "per s",
                    MANY * 1000 / ofMany.clocks(),
                    FEW * 1000 / ofFew.clocks(),
                    "~ 1"));
            for (var page : PAGES.entrySet()) {
                double[] millis = Rounds.medianMillis(
                        WARM_UP,
                        ROUNDS,
                        () -> looked(many, ofMany, page.getValue()),
                        () -> looked(few, ofFew, page.getValue()));
                lines.add(new Line(compared("look at " + page.getKey()), "ms", millis[0], millis[1], "~ 1"));
            }
            return lines;
        }
    }

    private static String compared(String what) {
        return String.format("%s, %,d contracts : %,d", what, MANY, FEW);
    }

    private static Object looked(Subject subject, Taken of, String page) {
        return Subject.require(200, subject.api().get(BREACHES + "/" + of.id() + page));
    }

    private static Taken reported(Subject subject) throws Exception {
        ApiClient api = subject.api();
        String[] id = new String[1];
        double[] report = new double[1];
        double all = Rounds.millis(() -> {
            report[0] = Rounds.millis(() -> {
                id[0] = Subject.require(
                                201,
                                api.post(
                                        BREACHES,
                                        Json.createObjectBuilder()
                                                .add("title", "Bench")
                                                .build()))
                        .json()
                        .getString("id");
                return id;
            });
            while (left(api, id[0]) > 0) {
                Thread.sleep(GLANCE_MILLIS);
            }
            return id;
        });
        return new Taken(id[0], report[0], all);
    }

    private static long left(ApiClient api, String id) {
        JsonObject breach = Subject.require(200, api.get(BREACHES + "/" + id)).json();
        return breach.getJsonNumber("unstarted").longValue();
    }
}
