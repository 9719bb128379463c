package app.countersign.retention;

import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Settings;
import app.countersign.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What is written down of runs, each step in a transaction of its own. A batch is written down before its store commits it,
 * and settled afterwards: whoever dies in between leaves one batch of which the store itself tells what became of it.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class Ledger {

    @Inject
    private Runs runs;

    @Inject
    private Rules rules;

    @Inject
    private Stores stores;

    @Inject
    private Errands errands;

    @Inject
    private Erasures erasures;

    @Inject
    private Holds holds;

    @Inject
    private HandDeletions deletions;

    @Inject
    private Pseudonyms pseudonyms;

    @Inject
    private Vault vault;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /**
     * What is needed to go on with a run.
     *
     * @param holds how often holds had been placed or widened when that was found out
     * @param worker who goes on: an instance that has lost the job's row to another, say with its connection, and does not
     *     know, takes nothing more once the other one has begun
     */
    record Ready(Run run, Rule rule, Errand errand, Optional<String> reached, long holds, UUID worker) {}

    /** A batch of which it is not known whether it was committed. */
    record Unsettled(UUID id, List<String> keys, Map<String, Long> counts, String whole) {

        /** It was. */
        Committed committed(int nextSize) {
            return Committed.of(id, new Taken(keys, counts, whole), nextSize);
        }
    }

    /** A batch that its store has committed.
     *
     * @param reached the last key; empty where the run is where it was */
    record Committed(UUID id, long rows, Map<String, Long> counts, Optional<String> reached, int nextSize) {

        static Committed of(UUID id, Taken taken, int nextSize) {
            return new Committed(id, taken.keys().size(), taken.counts(), taken.reached(), nextSize);
        }
    }

    /** Rules whose night has come, each with a run of its own.
     *
     * @return whether it was begun */
    boolean begin(UUID ruleId) {
        Rule rule = rules.lock(ruleId).orElseThrow();
        Instant now = clock.instant();
        boolean due = rule.isActive()
                && rule.isApproved()
                && rule.nextRunAt().filter(at -> !at.isAfter(now)).isPresent();
        if (!due) {
            rule.comesForward(Nights.next(now, stores.byId(rule.storeId()).orElseThrow()));
            return false;
        }
        rule.runsNext(null);
        if (runs.openOf(ruleId).isPresent()) {
            return false;
        }
        begin(rule, new Person("", "Countersign"), now);
        return true;
    }

    /** Within the caller's transaction, which holds the rule. */
    @Transactional(Transactional.TxType.MANDATORY)
    Run begin(Rule rule, Person by, Instant now) {
        Store store = stores.byId(rule.storeId()).orElseThrow();
        Run run = new Run(rule, Cutoff.of(rule.period(), now, store.zone()), by, now);
        runs.add(run);
        happened.fire(RunEvent.of(RunEvent.RetentionRunAsked::new, run, rule));
        return run;
    }

    /** Within the caller's transaction: the rule, for one person. Such a run is no night of the rule. */
    @Transactional(Transactional.TxType.MANDATORY)
    Run erase(Rule rule, Erasure erasure, Person by, Instant now) {
        Run run = new Run(rule, new Cutoff(now), by, now).of(erasure);
        runs.add(run);
        return run;
    }

    /** @return empty if there is nothing to do any more
     * @throws Trouble if such a rule never acts by itself */
    Optional<Ready> ready(UUID runId) throws Trouble {
        Optional<Run> run =
                runs.lock(runId).filter(one -> one.state() == RunState.ASKED || one.state() == RunState.RUNNING);
        if (run.isEmpty()) {
            return Optional.empty();
        }
        Rule rule = rules.byId(run.get().ruleId()).orElseThrow();
        Store store = stores.byId(run.get().storeId()).orElseThrow();
        if (isTooLoud(run.get(), store)) {
            return Optional.empty();
        }
        // Counted before they are read: one that comes in between counts as one that came later.
        long before = holds.count(store.processorId());
        UUID worker = UUID.randomUUID();
        run.get().goesOnWith(worker);
        return Optional.of(
                new Ready(run.get(), rule, errand(run.get(), rule, store), reached(run.get()), before, worker));
    }

    /** To count disturbs nobody; rows go in the store's quiet hours only. */
    private boolean isTooLoud(Run run, Store store) {
        Instant now = clock.instant();
        boolean loud = run.state() == RunState.RUNNING
                && store.quietHours()
                        .filter(hours -> !hours.contain(now, store.zone()))
                        .isPresent();
        if (loud) {
            run.waitUntil(store.quietHours().orElseThrow().next(now, store.zone()));
        }
        return loud;
    }

    private Errand errand(Run run, Rule rule, Store store) throws Trouble {
        if (run.erasure().isEmpty()) {
            return errands.of(store, rule.details(), run.askedAt(), clock.instant(), run.cutoff());
        }
        Erasure erasure = erasures.byId(run.erasure().get()).orElseThrow();
        return errands.erasing(
                store, rule.details(), erasure, erasures.persons(erasure), clock.instant(), run.cutoff());
    }

    private Optional<String> reached(Run run) {
        return run.reached().map(concealed -> revealed(concealed, ConcealedReached.purposeOf(run.id())));
    }

    private String revealed(byte[] concealed, String purpose) {
        byte[] plain = vault.reveal(concealed, purpose);
        try {
            return new String(plain, StandardCharsets.UTF_8);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private byte[] concealed(String text, String purpose) {
        return vault.conceal(text.getBytes(StandardCharsets.UTF_8), purpose);
    }

    void counted(UUID runId, Preview preview, List<String> statements, String plan) {
        Run run = runs.lock(runId).orElseThrow();
        if (run.state() != RunState.ASKED) {
            return;
        }
        Rule rule = rules.byId(run.ruleId()).orElseThrow();
        Optional<Reason> waits = waits(run, rule, preview, plan);
        run.counted(preview, statements, plan, waits, clock.instant());
        happened.fire(RunEvent.of(
                waits.isPresent() ? RunEvent.RetentionRunWaiting::new : RunEvent.RetentionRunBegun::new, run, rule));
    }

    private Optional<Reason> waits(Run run, Rule rule, Preview preview, String plan) {
        if (run.erasure().isPresent()) {
            return preview.expired() == 0 ? Optional.empty() : Optional.of(Reason.of("retention.waits.erasure"));
        }
        return run.revision() == rule.revision()
                ? RunRules.waits(rule, preview, plan, runs.lastDone(rule.id()))
                : Optional.of(Reason.of("retention.waits.changed"));
    }

    /** Within the caller's transaction, before it holds the rule: the run that waits for a second person. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<Run> waiting(UUID ruleId) {
        return runs.openOf(ruleId).flatMap(run -> runs.lock(run.id())).filter(run -> run.state() == RunState.WAITING);
    }

    /** Within the caller's transaction: the rule says something else now, so nobody could approve the run any more. */
    @Transactional(Transactional.TxType.MANDATORY)
    void overtaken(Run run, Person by) {
        run.stop(by, clock.instant());
        ended(run, RunEvent.RetentionRunStopped::new);
    }

    /** What it would run is not what was approved. */
    void recount(UUID runId) {
        runs.lock(runId).filter(run -> run.state() == RunState.RUNNING).ifPresent(Run::recount);
    }

    /** The keys of a batch, to be written down: work that nobody need wait for. */
    Note note(TableName table, List<String> keys) {
        return Note.of(pseudonyms, table, keys);
    }

    /** Before the store commits it, and after it has committed the one before.
     *
     * @return empty if the run is not to go on, or not like this: a hold was placed or widened meanwhile, or somebody else
     *     goes on with it */
    Optional<UUID> intend(Ready ready, Taken taken, Note note, Optional<Committed> before) {
        UUID runId = ready.run().id();
        Run run = runs.lock(runId).orElseThrow();
        before.ifPresent(batch -> settle(run, batch));
        boolean asBefore = run.state() == RunState.RUNNING && run.isWith(ready.worker());
        if (!asBefore || holds.count(run.processorId()) != ready.holds()) {
            return Optional.empty();
        }
        UUID id = UUID.randomUUID();
        runs.add(new Batch(
                id,
                runId,
                runs.nextNumber(runId),
                concealed(note.keys(), ConcealedRowKeys.purposeOf(id)),
                note.hashes(),
                taken,
                clock.instant()));
        return Optional.of(id);
    }

    /** The store has committed it. */
    void settle(UUID runId, Committed batch) {
        settle(runs.lock(runId).orElseThrow(), batch);
    }

    private void settle(Run run, Committed batch) {
        if (runs.settle(batch.id(), clock.instant())) {
            Optional<byte[]> reached = batch.reached().map(key -> concealed(key, ConcealedReached.purposeOf(run.id())));
            run.did(batch.rows(), batch.counts(), reached, batch.nextSize());
        }
    }

    /** The store has not committed it. */
    void annul(UUID batchId) {
        Batch batch = runs.batch(batchId);
        if (batch.state() == BatchState.INTENDED) {
            batch.annul(clock.instant());
        }
    }

    Optional<Unsettled> unsettled(UUID runId) {
        return runs.unsettled(runId)
                .map(batch -> new Unsettled(
                        batch.id(),
                        Condition.array(revealed(batch.keys(), ConcealedRowKeys.purposeOf(batch.id())))
                                .getValuesAs(JsonString.class)
                                .stream()
                                .map(JsonString::getString)
                                .toList(),
                        new LinkedHashMap<>(batch.counts()),
                        batch.whole()));
    }

    void postpone(UUID runId, Reason trouble) {
        Run run = runs.lock(runId).orElseThrow();
        if (run.state().isOpen()) {
            run.postpone(trouble, clock.instant());
            if (run.state() == RunState.FAILED) {
                ended(run, RunEvent.RetentionRunFailed::new);
            }
        }
    }

    void fail(UUID runId, Reason trouble) {
        Run run = runs.lock(runId).orElseThrow();
        if (run.state().isOpen()) {
            run.fail(trouble, clock.instant());
            ended(run, RunEvent.RetentionRunFailed::new);
        }
    }

    /** Nothing is left of it, as far as that one sees who goes on with it. */
    void finish(Ready ready) {
        Run run = runs.lock(ready.run().id()).orElseThrow();
        if (run.state() == RunState.RUNNING && run.isWith(ready.worker())) {
            run.finish(clock.instant());
            again(run);
        }
    }

    /** Within the caller's transaction: it is over, and the rule has its next night. */
    @Transactional(Transactional.TxType.REQUIRED)
    void ended(Run run, RunEvent.Kind how) {
        Rule rule = again(run);
        happened.fire(RunEvent.of(how, run, rule));
    }

    private Rule again(Run run) {
        if (run.erasure().isPresent()) {
            over(run.erasure().get());
            return rules.byId(run.ruleId()).orElseThrow();
        }
        Rule rule = rules.lock(run.ruleId()).orElseThrow();
        Store store = stores.byId(rule.storeId()).orElseThrow();
        if (rule.isActive() && rule.isApproved() && rule.since() != Since.REQUEST) {
            rule.runsNext(Nights.next(clock.instant(), store));
        }
        return rule;
    }

    /** Nobody has approved in time what waits: whatever is open is stopped, and who it was is forgotten.
     *
     * @return whether it was so */
    boolean lapse(UUID id) {
        List<Run> all = runs.ofErasure(id).stream()
                .map(Run::id)
                .sorted()
                .map(run -> runs.lock(run).orElseThrow())
                .toList();
        Erasure erasure = erasures.lock(id).orElseThrow();
        Instant now = clock.instant();
        if (erasure.lapsesAt(all, settings.erasureWait())
                .filter(at -> !at.isAfter(now))
                .isEmpty()) {
            return false;
        }
        erasure.lapse();
        List<Run> open = all.stream().filter(run -> run.state().isOpen()).toList();
        open.forEach(run -> run.stop(new Person("", "Countersign"), now));
        open.forEach(run -> ended(run, RunEvent.RetentionRunStopped::new));
        over(id);
        happened.fire(ErasureEvent.of(ErasureEvent.RetentionErasureLapsed::new, erasure, all, deletions.ofErasure(id)));
        return true;
    }

    /** Within the caller's transaction. With the last thing that is done for it an erasure ends, and who it was is forgotten. */
    @Transactional(Transactional.TxType.MANDATORY)
    void over(UUID id) {
        Erasure erasure = erasures.lock(id).orElseThrow();
        if (erasure.endedAt().isEmpty() && !isToDo(erasure)) {
            erasure.end(clock.instant());
        }
    }

    /** Where people have to delete, a second person approves even if nothing was found elsewhere. */
    private boolean isToDo(Erasure erasure) {
        if (runs.ofErasure(erasure.id()).stream().anyMatch(run -> run.state().isOpen())) {
            return true;
        }
        return erasure.approvedAt().isPresent()
                ? deletions.ofErasure(erasure.id()).stream().anyMatch(HandDeletion::isOpen)
                : !erasure.isLapsed() && !stores.byHand(erasure.processorId()).isEmpty();
    }

    /** The same of an erasure. */
    @Transactional(Transactional.TxType.MANDATORY)
    void erasureRecorded(UUID id, String json, String pdf) {
        Erasure erasure = erasures.lock(id).orElseThrow();
        erasure.recorded(json, pdf);
        happened.fire(ErasureEvent.of(
                ErasureEvent.RetentionErasureEnded::new, erasure, runs.ofErasure(id), deletions.ofErasure(id)));
    }

    /** With the SHA-256 of its protocol, as JSON and as PDF/A. */
    @Transactional(Transactional.TxType.MANDATORY)
    void recorded(UUID runId, String json, String pdf) {
        Run run = runs.lock(runId).orElseThrow();
        run.recorded(json, pdf);
        happened.fire(RunEvent.of(
                RunEvent.RetentionRunEnded::new, run, rules.byId(run.ruleId()).orElseThrow()));
    }
}
