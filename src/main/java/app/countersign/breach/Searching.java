package app.countersign.breach;

import app.countersign.access.CallersRemit;
import app.countersign.contract.Contract;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Finds the controllers that a breach concerns and starts the clocks of each with its finding. The first are found within
 * the report, the others by a job right after it.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Searching {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private CallersRemit remit;

    @Inject
    private Breaches breaches;

    @Inject
    private Found found;

    @Inject
    private BreachClocks clocks;

    @Inject
    private OpenBreach open;

    @Inject
    private Clock clock;

    /** Begins the search among the contracts of each processor.
     *
     * @param most so many are found at once
     * @return how many there are in all; where not all are found at once, as many as there may be */
    long begin(Breach breach, int most) {
        long total = 0;
        int room = most;
        for (UUID processor : breach.processors()) {
            Search search = new Search(breach.id(), processor, found.count(breach, processor));
            entities.persist(search);
            room -= goOn(breach, search, room);
            total += search.total();
        }
        return total;
    }

    /** Looks once more, since what is known of the breach has changed. Whoever was found before stays.
     *
     * @param most so many contracts are looked at at once
     * @return as {@link #begin} */
    long again(Breach breach, int most) {
        long total = 0;
        int room = most;
        List<Search> searches = entities.createQuery(
                        "select s from Search s where s.breachId = :breach order by s.id", Search.class)
                .setParameter("breach", breach.id())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        for (Search search : searches) {
            search.again(found.count(breach, search.processorId()));
            room -= goOn(breach, search, room);
            total += search.total();
        }
        return total;
    }

    /** Goes on with whichever search is not finished and with which no other instance goes on.
     *
     * @return how many contracts were looked at; less than asked for if nothing is left */
    int goOn(int most) {
        int done = 0;
        for (Search search : lockUnfinished()) {
            if (done < most) {
                done += goOn(breaches.of(search), search, most - done);
            }
        }
        return done;
    }

    private int goOn(Breach breach, Search search, int most) {
        List<Contract> some =
                most == 0 ? List.of() : found.contracts(breach, search.processorId(), search.reached(), most);
        Set<UUID> concerned = found.concerned(
                breach, search.processorId(), some.stream().map(Contract::id).toList());
        // A person may have added one in the meantime.
        Set<UUID> known = breaches.concerned(breach.id(), concerned);
        for (Contract contract : some) {
            if (concerned.contains(contract.id()) && !known.contains(contract.id())) {
                Concern concern = new Concern(breach.id(), contract, Found.hasEnded(contract));
                breaches.add(concern);
                clocks.start(breach, concern, clock.instant());
            }
        }
        if (!some.isEmpty()) {
            open.concernsMore(breach.id());
            search.found(concerned.size(), some.get(some.size() - 1).serial());
        }
        if (some.size() < most) {
            search.finish();
        }
        return some.size();
    }

    private List<Search> lockUnfinished() {
        List<?> ids = entities.createNativeQuery("select id from breach_search where finished = false"
                        + " fetch first 10 rows only for update skip locked")
                .getResultList();
        return ids.isEmpty()
                ? List.of()
                : entities.createQuery("select s from Search s where s.id in :ids", Search.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    /** How many controllers of that breach, of processors within the caller's remit, are still to be found. */
    @Transactional(Transactional.TxType.SUPPORTS)
    long left(UUID breachId) {
        return entities.createQuery(
                        "select s from Search s where s.breachId = :breach and s.finished = false", Search.class)
                .setParameter("breach", breachId)
                .getResultStream()
                .filter(search -> remit.covers(search.processorId()))
                .mapToLong(Search::left)
                .sum();
    }
}
