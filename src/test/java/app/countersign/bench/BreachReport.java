package app.countersign.bench;

import app.countersign.it.ApiClient;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;

/**
 * From the report of a breach that concerns 5,000 contracts until the clock of each one runs, against one that concerns
 * 500; and how long the report itself takes, which finds the first 100.
 */
final class BreachReport implements Figure {

    private static final int MANY = 5000;
    private static final int FEW = 500;
    private static final long GLANCE_MILLIS = 100;

    @Override
    public String name() {
        return "breach";
    }

    /** @param report milliseconds until the report is answered
     * @param clocks until all clocks run */
    private record Taken(double report, double clocks) {}

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
            return List.of(
                    new Line("breach reported, 5,000 contracts : 500", "ms", ofMany.report(), ofFew.report(), "~ 1"),
                    new Line(
                            "clocks started after a report, 5,000 contracts : 500",
                            "per s",
                            MANY * 1000 / ofMany.clocks(),
                            FEW * 1000 / ofFew.clocks(),
                            "~ 1"));
        }
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
                                        "/api/v1/breaches",
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
        return new Taken(report[0], all);
    }

    private static long left(ApiClient api, String id) {
        JsonObject breach =
                Subject.require(200, api.get("/api/v1/breaches/" + id)).json();
        return breach.getJsonNumber("unstarted").longValue();
    }
}
