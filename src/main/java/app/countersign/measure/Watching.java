package app.countersign.measure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Starts the clocks that are wanting. */
@ApplicationScoped
class Watching {

    private static final int BATCH = 100;

    @Inject
    private Measures measures;

    @Inject
    private MeasureClocks clocks;

    @Inject
    private Clock clock;

    /** For evidence that ends, has ended or failed.
     *
     * @return how many were started */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int evidence() {
        int started = 0;
        for (UUID id : inOrder(measures.toWatch(clock.instant(), BATCH))) {
            Measure measure = measures.lock(id);
            if (!measure.isWatched()) {
                clocks.wanting(measure);
                started++;
            }
        }
        return started;
    }

    /** For reviews, the next after one that was waived.
     *
     * @return how many were started */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int reviews() {
        measures.annexes().forEach(clocks::begin);
        List<UUID> without = inOrder(measures.withoutReviewClock());
        for (UUID id : without) {
            Measure measure = measures.lock(id);
            clocks.begin(measure, measures.version(id, measure.versionNo()).statement());
        }
        return without.size();
    }

    /** Whoever locks several does so in one order. */
    private static List<UUID> inOrder(List<UUID> ids) {
        return ids.stream().sorted().toList();
    }
}
