package app.countersign.bench;

import app.countersign.it.ApiClient;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Contracts told per second of a change of sub-processors, from the announcement until the last one has its row and its
 * mail: in an installation with 10,000 contracts against one with 100.
 */
final class CampaignTelling implements Figure {

    private static final int SMALL = 100;
    private static final int LARGE = 10_000;
    private static final long GLANCE_MILLIS = 100;
    private static final String CHANGES = "/api/v1/sub-processor-changes";

    @Override
    public String name() {
        return "campaign";
    }

    @Override
    public List<Line> measure() throws Exception {
        try (Subject small = Subject.onH2();
                Subject large = Subject.onH2()) {
            small.filler().inForce(SMALL);
            large.filler().inForce(LARGE);
            // The first warms up.
            perSecond(small);
            double few = perSecond(small);
            double many = perSecond(large);
            return List.of(new Line(
                    "controllers told of a change, with 10,000 contracts : with 100", "per s", many, few, "~ 1"));
        }
    }

    private static double perSecond(Subject subject) throws Exception {
        ApiClient api = subject.api();
        String cloud = Subject.require(
                        201,
                        api.post(
                                "/api/v1/sub-processors",
                                Json.createObjectBuilder()
                                        .add("processor", "okomo")
                                        .add("name", "Cloud " + System.nanoTime())
                                        .add("country", "CH")
                                        .add("service", "Hosting")
                                        .add("places", Json.createArrayBuilder(List.of("CH")))
                                        .add("personal", "yes")
                                        .add("basis", "signed")
                                        .build()))
                .json()
                .getString("id");
        JsonObject wish = Json.createObjectBuilder()
                .add("kind", "new")
                .add("subProcessor", cloud)
                .add("on", LocalDate.now(ZoneOffset.UTC).plusDays(60).toString())
                .add("words", "Bench")
                .build();
        long[] told = {0};
        double millis = Rounds.millis(() -> {
            String path = CHANGES + "/"
                    + Subject.require(202, api.post(CHANGES, wish)).json().getString("id");
            told[0] = await(api, path);
            return path;
        });
        return told[0] * 1000 / millis;
    }

    private static long await(ApiClient api, String path) throws InterruptedException {
        JsonObject change = Subject.require(200, api.get(path)).json();
        while (!change.getBoolean("finished")) {
            Thread.sleep(GLANCE_MILLIS);
            change = Subject.require(200, api.get(path)).json();
        }
        return change.getInt("told");
    }
}
