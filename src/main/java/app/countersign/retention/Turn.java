package app.countersign.retention;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * A while of a run, batch after batch. In a batch three things follow each other: the store does it without committing;
 * the ledger keeps its keys and counts; the store commits. A death before the ledger leaves nothing; one after it leaves a
 * batch whose rows are either all there or all gone, and the next turn sees which.
 *
 * <p>The ledger settles a batch when it gets the next one, so that both cost one commit, and its keys are hashed while the
 * store is at work with them.
 */
final class Turn {

    /** Then other runs have theirs. To open a store and to look for the next rows takes up to seconds, each time. */
    private static final Duration LENGTH = Duration.ofSeconds(30);

    private final Ledger ledger;
    private final Ledger.Ready ready;
    private final Work work;
    private final Executor aside;
    private final UUID run;
    private final Pace pace = new Pace();
    private Optional<String> after;
    private int size;

    /** Of the batch that is at work. */
    private CompletableFuture<Note> note;

    /** The store has it, and the ledger is yet to be told. */
    private Optional<Ledger.Committed> before = Optional.empty();

    Turn(Ledger ledger, Ledger.Ready ready, Work work, Executor aside) {
        this.ledger = ledger;
        this.ready = ready;
        this.work = work;
        this.aside = aside;
        this.run = ready.run().id();
        this.after = ready.reached();
        this.size = ready.run().batchSize();
    }

    /** @return whether there is more to do at once */
    boolean go() throws Trouble {
        long end = System.nanoTime() + LENGTH.toNanos();
        try {
            // First what goes at once; then the rest in the order of its keys.
            for (Optional<Whole> whole = work.whole(); whole.isPresent(); whole = work.whole()) {
                if (!goes(whole.get())) {
                    return false;
                }
            }
            while (System.nanoTime() < end) {
                if (!batch()) {
                    return false;
                }
            }
        } catch (Trouble e) {
            settle();
            throw e;
        }
        settle();
        return true;
    }

    /**
     * Every key is in the ledger before the store commits. If it stays, what the ledger has of it is void.
     *
     * @return whether the run is to go on
     */
    private boolean goes(Whole whole) throws Trouble {
        List<Ledger.Committed> batches = new ArrayList<>();
        try {
            for (Optional<Taken> some = whole.next(); some.isPresent(); some = whole.next()) {
                Taken taken = some.get();
                Note written = ledger.note(ready.errand().rule().table(), taken.keys());
                Optional<UUID> batch = ledger.intend(ready, taken, written, Optional.empty());
                if (batch.isEmpty()) {
                    stays(batches);
                    return false;
                }
                batches.add(Ledger.Committed.of(batch.get(), taken, size));
            }
            whole.drop();
        } catch (Trouble e) {
            stays(batches);
            if (e.isPassing()) {
                throw e;
            }
            // Something needs it as it is: its rows go one by one.
            return true;
        }
        work.commit();
        batches.forEach(batch -> ledger.settle(run, batch));
        return true;
    }

    private void stays(List<Ledger.Committed> batches) throws Trouble {
        work.rollback();
        batches.forEach(batch -> ledger.annul(batch.id()));
    }

    /** @return whether the run is to go on */
    private boolean batch() throws Trouble {
        long begun = System.nanoTime();
        TableName table = ready.errand().rule().table();
        Optional<Taken> taken = work.take(
                after, size, keys -> note = CompletableFuture.supplyAsync(() -> ledger.note(table, keys), aside));
        long store = System.nanoTime() - begun;
        if (taken.isEmpty()) {
            settle();
            ledger.finish(ready);
            return false;
        }
        Optional<UUID> batch = intended(taken.get());
        if (batch.isEmpty()) {
            return false;
        }
        long noted = System.nanoTime();
        work.commit();
        long now = System.nanoTime();
        long took = now - begun;
        size = Running.next(size, took, work.most());
        before = Optional.of(Ledger.Committed.of(batch.get(), taken.get(), size));
        after = Optional.of(taken.get().last());
        // How long our own books take says nothing of the store.
        pace.rest(store + now - noted, taken.get().keys().size());
        return true;
    }

    private Optional<UUID> intended(Taken taken) throws Trouble {
        boolean kept = false;
        try {
            Optional<UUID> batch = ledger.intend(ready, taken, note.join(), before);
            before = Optional.empty();
            kept = batch.isPresent();
            return batch;
        } finally {
            if (!kept) {
                work.rollback();
            }
        }
    }

    private void settle() {
        before.ifPresent(batch -> ledger.settle(run, batch));
        before = Optional.empty();
    }
}
