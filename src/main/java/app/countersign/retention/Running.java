package app.countersign.retention;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;

/** Goes on with runs, a while at a time, see {@link Turn}. Of a batch that a death left behind it first sees what became. */
@ApplicationScoped
class Running {

    /** A batch is to take about that long: short locks, and few commits. */
    private static final Duration BATCH = Duration.ofMillis(500);

    private static final int LEAST = 5;

    @Inject
    private Ledger ledger;

    @Inject
    private AllMeans means;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    private Executor aside;

    protected Running() {}

    /** @param aside what has keys noted while the store is at work with them */
    Running(Ledger ledger, AllMeans means, Executor aside) {
        this.ledger = ledger;
        this.means = means;
        this.aside = aside;
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
            return new Turn(ledger, ready, work, aside).go();
        }
    }

    /** Somebody died, or the store did, while this batch was being committed. */
    private void settle(Ledger.Ready ready, Ledger.Unsettled batch, Work work, boolean asApproved) throws Trouble {
        UUID run = ready.run().id();
        int size = ready.run().batchSize();
        if (!asApproved) {
            // Nothing more is taken, and only rows that are not there at all are known to be gone.
            String table = ready.errand().rule().table().toString();
            if (batch.counts().containsKey(table) && work.present(batch.keys()) == 0) {
                ledger.settle(run, batch.committed(size));
            } else {
                ledger.annul(batch.id());
            }
            return;
        }
        if (work.remaining(batch.keys()) == 0) {
            ledger.settle(run, batch.committed(size));
            return;
        }
        // Waits for a transaction of ours that may still be under way there.
        Optional<Taken> again = work.takeAgain(batch.keys());
        if (again.isPresent() && again.get().counts().equals(batch.counts())) {
            work.commit();
            ledger.settle(run, batch.committed(size));
            return;
        }
        work.rollback();
        if (work.remaining(batch.keys()) == 0) {
            ledger.settle(run, batch.committed(size));
        } else {
            ledger.annul(batch.id());
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
