package app.countersign.trail;

import app.countersign.access.Actor;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Remembers which rows this instance has committed until they have their place in the chain. A row that is taken away
 * before leaves no gap, and nobody else would miss it: then this is recorded.
 */
@ApplicationScoped
class Witness {

    /** By then a row has its place, unless the chaining stands still. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** How often a row must be missed: a database that is put back in order may lack it for a moment. */
    private static final int LOOKS = 3;

    private static final int MOST = 100_000;
    private static final int AT_ONCE = 500;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Chaining chaining;

    @Inject
    private Writing writing;

    @Inject
    private Clock clock;

    private final LinkedBlockingQueue<Committed> waiting = new LinkedBlockingQueue<>(MOST);

    /** @param next when to look for it
     * @param missed how often it was not there */
    private record Committed(long id, String content, Instant next, int missed) {

        Committed later(Instant next, boolean isMissing) {
            return new Committed(id, content, next, isMissing ? missed + 1 : 0);
        }
    }

    /** The row is written in the transaction that runs, and counts if that commits. */
    void sees(TrailRow row) {
        Committed committed = new Committed(row.id(), row.content(), row.at().plus(PATIENCE), 0);
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Nothing is known yet.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    waiting.offer(committed);
                }
            }
        });
    }

    /** Looks for those whose time has come, and records which of them have vanished. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void look() {
        List<Committed> due = due();
        if (due.isEmpty()) {
            return;
        }
        try {
            stillWaiting(due).forEach(waiting::offer);
        } catch (RuntimeException e) {
            // The database is away for a while.
            due.forEach(waiting::offer);
            throw e;
        }
    }

    private List<Committed> stillWaiting(List<Committed> due) {
        Map<Long, TrailRow> there = there(due);
        Instant next = clock.instant().plus(PATIENCE);
        List<Committed> again = new ArrayList<>();
        for (Committed committed : due) {
            TrailRow row = there.get(committed.id());
            if (row == null && committed.missed() + 1 >= LOOKS) {
                vanished(committed);
            } else if (row == null || row.isWaiting()) {
                again.add(committed.later(next, row == null));
            }
        }
        return again;
    }

    private void vanished(Committed committed) {
        UUID installation = chaining.seen().map(Head::installation).orElse(new UUID(0, 0));
        TrailEvent event = new TrailEvent.EntryVanished(installation, committed.id(), committed.content());
        writing.write(event, Actor.Identity.SYSTEM, null);
    }

    private Map<Long, TrailRow> there(List<Committed> due) {
        return em.createQuery("select t from TrailRow t where t.id in :ids", TrailRow.class)
                .setParameter("ids", due.stream().map(Committed::id).toList())
                .getResultStream()
                .collect(Collectors.toMap(TrailRow::id, Function.identity()));
    }

    private List<Committed> due() {
        Instant now = clock.instant();
        List<Committed> due = new ArrayList<>();
        for (Committed first = waiting.peek(); first != null && due.size() < AT_ONCE; first = waiting.peek()) {
            if (now.isBefore(first.next())) {
                break;
            }
            due.add(waiting.poll());
        }
        return due;
    }
}
