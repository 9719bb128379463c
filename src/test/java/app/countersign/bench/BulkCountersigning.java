package app.countersign.bench;

import app.countersign.it.ApiClient;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Contracts countersigned per second by {@code POST /countersignings}, from the request until the last one is done, in an
 * installation that holds 10,000 contracts against one that holds 100, those being signed not counted.
 */
final class BulkCountersigning implements Figure {

    private static final int SMALL = 100;
    private static final int LARGE = 10_000;
    private static final int WARM_UP = 1;
    private static final int ROUNDS = 3;
    private static final int AT_ONCE = 200;
    private static final long GLANCE_MILLIS = 100;

    @Override
    public String name() {
        return "bulk";
    }

    @Override
    public List<Line> measure() throws Exception {
        try (Subject small = Subject.onH2();
                Subject large = Subject.onH2()) {
            small.filler().fill(SMALL);
            large.filler().fill(LARGE);
            List<Double> ofSmall = new ArrayList<>();
            List<Double> ofLarge = new ArrayList<>();
            for (int round = 0; round < WARM_UP + ROUNDS; round++) {
                double one = perSecond(small);
                double other = perSecond(large);
                if (round >= WARM_UP) {
                    ofSmall.add(one);
                    ofLarge.add(other);
                }
            }
            return List.of(new Line(
                    "countersigned in bulk, with 10,000 contracts : with 100",
                    "per s",
                    Rounds.median(ofLarge),
                    Rounds.median(ofSmall),
                    "~ 1"));
        }
    }

    private static double perSecond(Subject subject) throws Exception {
        List<UUID> contracts = subject.filler().accepted(AT_ONCE);
        JsonArrayBuilder ids = Json.createArrayBuilder();
        contracts.forEach(id -> ids.add(id.toString()));
        var body = Json.createObjectBuilder().add("contracts", ids).build();
        return AT_ONCE
                * 1000
                / Rounds.millis(() -> {
                    String run = Subject.require(202, subject.api().post("/api/v1/countersignings", body))
                            .json()
                            .getString("id");
                    await(subject.api(), "/api/v1/countersignings/" + run);
                    return run;
                });
    }

    private static void await(ApiClient api, String run) throws InterruptedException {
        var progress = Subject.require(200, api.get(run)).json();
        while (progress.getInt("waiting") > 0) {
            Thread.sleep(GLANCE_MILLIS);
            progress = Subject.require(200, api.get(run)).json();
        }
        if (progress.getInt("failed") > 0) {
            throw new IllegalStateException(progress.toString());
        }
    }
}
