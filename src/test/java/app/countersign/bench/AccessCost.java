package app.countersign.bench;

import app.countersign.it.ApiClient;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What it costs a request that it is written into the access log: things are looked at for the first time, which is
 * written down, and then once more, which within a quarter of an hour is not.
 */
final class AccessCost implements Figure {

    private static final int THINGS = 150;
    private static final int WARM_UP = 2;
    private static final int ROUNDS = 7;

    @Override
    public String name() {
        return "access-log";
    }

    @Override
    public List<Line> measure() throws Exception {
        List<Line> lines = new ArrayList<>();
        try (Subject subject = Subject.onH2()) {
            lines.add(compared("H2", subject.api()));
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Subject subject = Subject.onPostgres(postgres, "looked")) {
            lines.add(compared("PostgreSQL", subject.api()));
        }
        return lines;
    }

    private static Line compared(String database, ApiClient api) throws Exception {
        List<Double> first = new ArrayList<>();
        List<Double> again = new ArrayList<>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            List<String> things = things(api);
            double written = Rounds.millis(() -> looks(api, things));
            double unwritten = Rounds.millis(() -> looks(api, things));
            if (round >= WARM_UP) {
                first.add(written / THINGS);
                again.add(unwritten / THINGS);
            }
        }
        return new Line(
                "a look at something on " + database + " that is written down : one that is not",
                "ms",
                Rounds.median(first),
                Rounds.median(again),
                "~ 1");
    }

    private static List<String> things(ApiClient api) {
        List<String> things = new ArrayList<>();
        for (int i = 0; i < THINGS; i++) {
            String name = "Probe " + UUID.randomUUID() + " AG";
            things.add(Subject.require(
                            201,
                            api.post(
                                    "/api/v1/organisations",
                                    Subject.object("name", name, "address", "Weg 1, 8000 Zürich", "country", "CH")))
                    .json()
                    .getString("id"));
        }
        return things;
    }

    private static Object looks(ApiClient api, List<String> things) {
        things.forEach(id -> Subject.require(200, api.get("/api/v1/organisations/" + id)));
        return things;
    }
}
