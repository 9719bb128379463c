package app.countersign.retention;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A ledger in memory, and a machine that can die at any moment of it. */
final class Books extends Ledger {

    /** What was at work is gone, as with a kill; the books are not. */
    static final class Killed extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    final Run run;
    final Rule rule;
    private Errand errand;
    private final Map<UUID, Taken> intended = new HashMap<>();
    final List<String> settled = new ArrayList<>();
    final Map<String, Long> counts = new HashMap<>();
    final Set<String> wholes = new HashSet<>();
    private String reached;

    /** After so many steps it dies; never if negative. */
    int dies = -1;

    boolean paused;

    /** So many batches more, and then it is paused; never if negative. */
    int pausesAfter = -1;

    Books(Rule rule, Errand errand) {
        this.rule = rule;
        this.errand = errand;
        this.run = new Run(rule, errand.cutoff(), new Person("1", "Dora"), errand.now());
    }

    /** From now on it is earlier; the cut-off stands with the run. */
    void setBack(Duration by) {
        errand = new Errand(
                errand.store(),
                errand.rule(),
                errand.now().minus(by),
                run.cutoff(),
                errand.tenants(),
                errand.holds(),
                errand.relations());
    }

    private void step() {
        if (dies == 0) {
            dies = -1;
            throw new Killed();
        }
        dies--;
    }

    @Override
    Optional<Ready> ready(UUID runId) {
        boolean atWork = run.state() == RunState.ASKED || run.state() == RunState.RUNNING;
        return atWork
                ? Optional.of(new Ready(run, rule, errand, Optional.ofNullable(reached), 0, UUID.randomUUID()))
                : Optional.empty();
    }

    @Override
    void counted(UUID runId, Preview preview, List<String> statements, String plan) {
        run.counted(preview, statements, plan, Optional.empty(), errand.now());
    }

    @Override
    void recount(UUID runId) {
        run.recount();
    }

    @Override
    Note note(TableName table, List<String> keys) {
        return new Note("", new byte[0]);
    }

    /** What the real one does in one transaction, happens here without a step in between. */
    @Override
    Optional<UUID> intend(Ready ready, Taken taken, Note note, Optional<Committed> before) {
        step();
        before.ifPresent(this::book);
        if (paused || pausesAfter-- == 0) {
            return Optional.empty();
        }
        UUID id = UUID.randomUUID();
        intended.put(id, taken);
        step();
        return Optional.of(id);
    }

    @Override
    void settle(UUID runId, Committed batch) {
        step();
        book(batch);
        step();
    }

    private void book(Committed batch) {
        Taken taken = intended.remove(batch.id());
        settled.addAll(taken.keys());
        if (!taken.whole().isEmpty()) {
            wholes.add(taken.whole());
        }
        batch.counts().forEach((table, count) -> counts.merge(table, count, Long::sum));
        reached = batch.reached().orElse(reached);
        run.did(batch.rows(), batch.counts(), Optional.of(new byte[0]), batch.nextSize());
    }

    @Override
    void annul(UUID batchId) {
        intended.remove(batchId);
    }

    @Override
    Optional<Unsettled> unsettled(UUID runId) {
        return intended.entrySet().stream()
                .findFirst()
                .map(batch -> new Unsettled(
                        batch.getKey(),
                        batch.getValue().keys(),
                        batch.getValue().counts(),
                        batch.getValue().whole()));
    }

    @Override
    void postpone(UUID runId, app.countersign.kernel.Reason trouble) {
        run.postpone(trouble, errand.now());
    }

    @Override
    void fail(UUID runId, app.countersign.kernel.Reason trouble) {
        run.fail(trouble, errand.now());
    }

    @Override
    void finish(Ready ready) {
        run.finish(errand.now());
    }
}
