package app.countersign.bench;

import app.countersign.it.ApiClient;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A page of the contract list with 100,000 contracts against the same page with 100, on both databases. */
final class ContractLists implements Figure {

    private static final int SMALL = 100;
    private static final int LARGE = 100_000;
    private static final int WARM_UP = 30;
    private static final int ROUNDS = 30;

    private static final Map<String, String> PAGES = pages();

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("the newest 50", "");
        pages.put("the oldest 50", "&after=1000051");
        pages.put("in force", "&state=in-force");
        pages.put("refused, one in a hundred", "&state=refused");
        pages.put("accepted or returned", "&state=accepted,returned");
        pages.put("of a template", "&template=okomo-dpa");
        pages.put("a name that one has", "&q=muster%20000042");
        pages.put("a word that all have", "&q=handels");
        pages.put("a number", "&q=MUSTER-2026-1000042");
        return pages;
    }

    @Override
    public String name() {
        return "list";
    }

    @Override
    public List<Line> measure() throws Exception {
        List<Line> lines = new ArrayList<>();
        try (Subject small = Subject.onH2();
                Subject large = Subject.onH2()) {
            lines.addAll(compared("H2", small, large));
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Subject small = Subject.onPostgres(postgres, "small");
                Subject large = Subject.onPostgres(postgres, "large")) {
            lines.addAll(compared("PostgreSQL", small, large));
        }
        return lines;
    }

    private static List<Line> compared(String database, Subject small, Subject large) throws Exception {
        small.filler().fillLists(SMALL);
        large.filler().fillLists(LARGE);
        List<Line> lines = new ArrayList<>();
        for (var page : PAGES.entrySet()) {
            String path = "/api/v1/contracts?limit=50" + page.getValue();
            ApiClient few = small.api();
            ApiClient many = large.api();
            double[] millis = Rounds.medianMillis(
                    WARM_UP,
                    ROUNDS,
                    () -> Subject.require(200, many.get(path)),
                    () -> Subject.require(200, few.get(path)));
            lines.add(new Line(
                    "list on " + database + ", " + page.getKey() + ", of 100,000 : of 100",
                    "ms",
                    millis[0],
                    millis[1],
                    "~ 1"));
        }
        return lines;
    }
}
