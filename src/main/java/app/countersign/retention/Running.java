package app.countersign.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Goes on with runs, a while at a time. In a batch three things follow each other: the store does it without committing;
 * the ledger keeps its keys and counts; the store commits. A death before the ledger leaves nothing; one after it leaves a
 * batch whose rows are either all there or all gone, and the next turn sees which.
 */
@ApplicationScoped
class Running {

    /** Then other runs have their turn. */
    private static final Duration TURN = Duration.ofSeconds(5);

    /** A batch is to take about that long: short locks, and few commits. */
    private static final Duration BATCH = Duration.ofMillis(500);

    private static final int LEAST = 5;

    @Inject
    private Ledger ledger;

    @Inject
    private AllMeans means;

    protected Running() {}

    Running(Ledger ledger, AllMeans means) {
        this.ledger = ledger;
        this.means = means;
    }

    /** @return whether there is more to do at once */
    boolean goOn(UUID run) {
        try {
            Optional<Ledger.Ready> ready = ledger.ready(run);
            return ready.isPresent() && goOn(ready.get());
        } catch (Trouble e) {
            if (e.isPassing()) {
                ledger.postpone(run, e.reason());
            } else {
                ledger.fail(run, e.reason());
            }
            return false;
        }
    }

    private boolean goOn(Ledger.Ready ready) throws Trouble {
        UUID run = ready.run().id();
        try (Work work = means.of(ready.errand().store()).open(ready.errand())) {
            if (ready.run().state() == RunState.ASKED) {
                ledger.counted(run, work.preview(), work.statements(), work.fingerprint());
                return true;
            }
            boolean asApproved = ready.rule().revision() == ready.run().revision()
                    && work.fingerprint().equals(ready.run().plan());
            Optional<Ledger.Unsettled> unsettled = ledger.unsettled(run);
            if (unsettled.isPresent()) {
                settle(ready, unsettled.get(), work, asApproved);
                return true;
            }
            if (!asApproved) {
                ledger.recount(run);
                return true;
            }
            return batches(ready, work);
        }
    }

    /** Somebody died, or the store did, while this batch was being committed. */
    private void settle(Ledger.Ready ready, Ledger.Unsettled batch, Work work, boolean asApproved) throws Trouble {
        UUID run = ready.run().id();
        int size = ready.run().batchSize();
        String last = batch.keys().get(batch.keys().size() - 1);
        if (!asApproved) {
            // Nothing more is taken, and only rows that are not there at all are known to be gone.
            String table = ready.errand().rule().table().toString();
            if (batch.counts().containsKey(table) && work.present(batch.keys()) == 0) {
                ledger.settle(run, batch.id(), last, size);
            } else {
                ledger.annul(batch.id());
            }
            return;
        }
        if (work.remaining(batch.keys()) == 0) {
            ledger.settle(run, batch.id(), last, size);
            return;
        }
        // Waits for a transaction of ours that may still be under way there.
        Optional<Taken> again = work.takeAgain(batch.keys());
        if (again.isPresent() && again.get().counts().equals(batch.counts())) {
            work.commit();
            ledger.settle(run, batch.id(), last, size);
            return;
        }
        work.rollback();
        if (work.remaining(batch.keys()) == 0) {
            ledger.settle(run, batch.id(), last, size);
        } else {
            ledger.annul(batch.id());
        }
    }

    private boolean batches(Ledger.Ready ready, Work work) throws Trouble {
        UUID run = ready.run().id();
        Optional<String> after = ready.reached();
        int size = ready.run().batchSize();
        Pace pace = new Pace();
        long end = System.nanoTime() + TURN.toNanos();
        while (System.nanoTime() < end) {
            long begun = System.nanoTime();
            Optional<Taken> taken = work.take(after, size);
            if (taken.isEmpty()) {
                ledger.finish(run);
                return false;
            }
            Optional<UUID> batch = intended(ready, taken.get(), work);
            if (batch.isEmpty()) {
                return false;
            }
            work.commit();
            long took = System.nanoTime() - begun;
            size = next(size, took, work.most());
            pace.rest(took, taken.get().keys().size());
            ledger.settle(run, batch.get(), taken.get().last(), size);
            after = Optional.of(taken.get().last());
        }
        return true;
    }

    private Optional<UUID> intended(Ledger.Ready ready, Taken taken, Work work) throws Trouble {
        boolean kept = false;
        try {
            Optional<UUID> batch = ledger.intend(ready, taken);
            kept = batch.isPresent();
            return batch;
        } finally {
            if (!kept) {
                work.rollback();
            }
        }
    }

    /** Larger while batches are quick, smaller as soon as the database is busy. */
    static int next(int size, long nanos, int most) {
        if (nanos > BATCH.toNanos() * 2) {
            return Math.max(LEAST, size / 2);
        }
        return nanos < BATCH.toNanos() ? Math.min(most, size * 2) : size;
    }
}
