package app.countersign.bench;

import app.countersign.backup.BackupSubject;
import java.util.List;

/** A backup of many files and rows, and its restoration, against copying the same bytes from file to file. */
final class BackupThroughput implements Figure {

    private static final int MEGABYTES = 256;
    private static final int WARM_UP = 1;
    private static final int ROUNDS = 3;

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public List<Line> measure() throws Exception {
        BackupSubject subject = BackupSubject.with(MEGABYTES);
        double[] millis = Rounds.medianMillis(WARM_UP, ROUNDS, subject::write, subject::restore, subject::copy);
        return List.of(
                line(
                        "backup of " + MEGABYTES + " MB from H2 : copying its bytes, forced to disk",
                        millis[0],
                        millis[2]),
                line("restoration into H2, each row compared : copying its bytes", millis[1], millis[2]),
                new Line(
                        "most heap that a backup of twice as much takes : of once as much",
                        "MB",
                        BackupSubject.with(2 * MEGABYTES).heapOfWriting(),
                        subject.heapOfWriting(),
                        "1"));
    }

    private static Line line(String what, double millis, double base) {
        return new Line(what, "ms", millis, base, "small");
    }
}
