package app.countersign.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.ArrayList;
import java.util.List;

/**
 * What a sweep costs in which 100 deadlines are due, where 1,000,000 others are open against where 100 are; and how many
 * alarms a second are said when 10,000 fall due at once: found, noted, told by mail, recorded in the trail.
 */
final class DeadlineSweep implements Figure {

    private static final int DUE = 100;
    private static final int SMALL = 100;
    private static final int ROUNDS = 15;
    private static final int WARM_UP = 5;
    private static final int AT_ONCE = 10_000;

    @Override
    public String name() {
        return "sweep";
    }

    @Override
    public List<Line> measure() throws Exception {
        int open = Integer.getInteger("bench.rows", 1_000_000);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Subject large = Subject.onPostgres(postgres, "large");
                Subject small = Subject.onPostgres(postgres, "small")) {
            Deadlines ofLarge = new Deadlines(large.database());
            Deadlines ofSmall = new Deadlines(small.database());
            ofLarge.open(open);
            ofSmall.open(SMALL);
            List<Double> largeMillis = new ArrayList<>();
            List<Double> smallMillis = new ArrayList<>();
            for (int round = 0; round < WARM_UP + ROUNDS; round++) {
                double one = swept(ofLarge);
                double other = swept(ofSmall);
                if (round >= WARM_UP) {
                    largeMillis.add(one);
                    smallMillis.add(other);
                }
            }
            return List.of(
                    new Line(
                            "sweep with 100 due, %,d open : 100 open".formatted(open),
                            "ms",
                            Rounds.median(largeMillis),
                            Rounds.median(smallMillis),
                            "< 1.2"),
                    new Line(
                            "alarms said, 10,000 due at once, %,d open : 100".formatted(open),
                            "per s",
                            drained(ofLarge),
                            drained(ofSmall),
                            "~ 1"));
        }
    }

    private static double swept(Deadlines deadlines) throws Exception {
        deadlines.due(DUE);
        double millis = deadlines.sweepOf(DUE);
        deadlines.quiet();
        return millis;
    }

    private static double drained(Deadlines deadlines) throws Exception {
        int before = deadlines.said();
        deadlines.due(AT_ONCE);
        double millis = Rounds.millis(() -> {
            while (deadlines.said() < before + AT_ONCE) {
                Thread.sleep(50);
            }
            return null;
        });
        deadlines.quiet();
        return AT_ONCE * 1000 / millis;
    }
}
