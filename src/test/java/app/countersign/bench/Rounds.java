package app.countersign.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/** Things that are done by turns, so that whatever else the machine does meets all of them alike. */
final class Rounds {

    private static final double NANOS_PER_MILLI = 1e6;

    private Rounds() {}

    /**
     * Median milliseconds of each.
     *
     * @param warmUp rounds that do not count
     */
    static double[] medianMillis(int warmUp, int rounds, Callable<?>... things) throws Exception {
        List<double[]> taken = new ArrayList<>();
        for (int round = 0; round < warmUp + rounds; round++) {
            double[] millis = new double[things.length];
            for (int i = 0; i < things.length; i++) {
                millis[i] = millis(things[i]);
            }
            if (round >= warmUp) {
                taken.add(millis);
            }
        }
        double[] medians = new double[things.length];
        Arrays.setAll(
                medians, i -> median(taken.stream().map(millis -> millis[i]).toList()));
        return medians;
    }

    static double millis(Callable<?> thing) throws Exception {
        long start = System.nanoTime();
        thing.call();
        return (System.nanoTime() - start) / NANOS_PER_MILLI;
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }
}
