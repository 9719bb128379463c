package app.countersign.bench;

import app.countersign.export.ExportSubject;
import java.util.List;

/** An archive of 2 GB of evidence in 2,000 files against {@code zip -0} of the same files plus {@code sha256sum}. */
final class EvidenceArchive implements Figure {

    private static final int MEGABYTES = 2000;
    private static final int HEAP = 256;
    private static final int WARM_UP = 0;
    private static final int ROUNDS = 3;

    @Override
    public String name() {
        return "evidence-export";
    }

    @Override
    public List<Line> measure() throws Exception {
        ExportSubject subject = ExportSubject.with(MEGABYTES);
        double[] millis = Rounds.medianMillis(WARM_UP, ROUNDS, subject::archive, subject::zip, subject::verify);
        double small = Rounds.millis(() -> subject.archiveInHeapOf(HEAP));
        subject.remove();
        return List.of(
                new Line("archive of 2 GB in 2,000 files : zip -0 and sha256sum", "ms", millis[0], millis[1], "small"),
                new Line("verifying it offline : zip -0 and sha256sum", "ms", millis[2], millis[1], "small"),
                new Line("archive by a process with a heap of 256 MB : with 512 MB", "ms", small, millis[0], "~ 1"));
    }
}
