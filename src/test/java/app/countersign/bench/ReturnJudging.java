package app.countersign.bench;

import app.countersign.document.IssuedForm;
import app.countersign.document.Judgement;
import app.countersign.document.Limits;
import app.countersign.document.Pages;
import app.countersign.document.ReturnCheck;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/** Judging a filled form that came back against reading the same file once with PDFBox: opening it, and its words. */
final class ReturnJudging implements Figure {

    private static final int WARM_UP = 60;
    private static final int ROUNDS = 60;
    private static final double MOST_MILLIS = 250;
    private static final double NANOS_PER_MILLI = 1e6;

    @Override
    public String name() {
        return "returns";
    }

    @Override
    public List<Line> measure() throws Exception {
        IssuedForm issued = IssuedForm.of(resource("issued"), List.of());
        byte[] returned = resource("pdf-js");
        ReturnCheck check = new ReturnCheck(Set.of(), Limits.RETURNED, Clock.systemUTC());
        double[] millis = Rounds.medianMillis(
                WARM_UP, ROUNDS, () -> honest(check.judge(issued, returned)), () -> Pages.text(returned, 0));
        return List.of(
                new Line(
                        "judging an honest return : reading the same file with PDFBox",
                        "ms",
                        millis[0],
                        millis[1],
                        "<= 1"),
                new Line(
                        "work of judging an honest return : what it may take",
                        "ms CPU",
                        busy(() -> honest(check.judge(issued, returned))),
                        MOST_MILLIS,
                        "<= 1"));
    }

    /** Median milliseconds that this thread works on it, whatever else the machine does. */
    private static double busy(Callable<?> thing) throws Exception {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        List<Double> taken = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long before = threads.getCurrentThreadCpuTime();
            thing.call();
            taken.add((threads.getCurrentThreadCpuTime() - before) / NANOS_PER_MILLI);
        }
        return Rounds.median(taken);
    }

    /** Median milliseconds of one judgement. */
    static double millis(int rounds) throws Exception {
        IssuedForm issued = IssuedForm.of(resource("issued"), List.of());
        byte[] returned = resource("pdf-js");
        ReturnCheck check = new ReturnCheck(Set.of(), Limits.RETURNED, Clock.systemUTC());
        return Rounds.medianMillis(rounds, rounds, () -> honest(check.judge(issued, returned)))[0];
    }

    private static Judgement honest(Judgement judgement) {
        if (judgement.verdict() != Judgement.Verdict.HONEST) {
            throw new IllegalStateException(String.valueOf(judgement.reasons()));
        }
        return judgement;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream input = ReturnJudging.class.getResourceAsStream("/returns/" + name + ".pdf")) {
            return input.readAllBytes();
        }
    }
}
