package app.countersign.breach;

import app.countersign.access.CallersRemit;
import app.countersign.access.Remit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Lists of breaches and of the controllers concerned, page by page, of what the caller may know of. */
@ApplicationScoped
class BreachList {

    private static final String OWN_BREACHES =
            " and exists (select o.id from Breach o join o.processors p where o.id = b.id and p in :processors)";
    private static final String OWN_CONCERNS = " and c.processorId in :processors";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private CallersRemit remit;

    /** The newest first.
     *
     * @param after the last of the page before */
    List<Breach> page(BreachFilter filter, Optional<Breach> after, int limit) {
        if (isNobody()) {
            return List.of();
        }
        var query = entities.createQuery(
                        "select b from Breach b where b.state in :states"
                                + (filter.text().isEmpty()
                                        ? ""
                                        : " and (lower(b.number) like :text escape '!'"
                                                + " or lower(b.facts.title) like :text escape '!')")
                                + (limited() ? OWN_BREACHES : "")
                                + (after.isEmpty()
                                        ? ""
                                        : " and (b.reportedAt < :at or b.reportedAt = :at and b.id > :last)")
                                + " order by b.reportedAt desc, b.id",
                        Breach.class)
                .setParameter("states", filter.states())
                .setMaxResults(limit);
        bindText(query, filter.text());
        bindBreachProcessors(query);
        after.ifPresent(last -> query.setParameter("at", last.reportedAt()).setParameter("last", last.id()));
        return query.getResultList();
    }

    Map<BreachState, Long> counts() {
        Map<BreachState, Long> counts = new EnumMap<>(BreachState.class);
        if (!isNobody()) {
            Query query = entities.createQuery("select b.state, count(b) from Breach b where b.number <> ''"
                    + (limited() ? OWN_BREACHES : "") + " group by b.state");
            bindBreachProcessors(query);
            rows(query).forEach(row -> counts.put((BreachState) row[0], (Long) row[1]));
        }
        return counts;
    }

    /** How many controllers each of them concerns; none is named that concerns none. */
    Map<UUID, Long> controllers(Collection<UUID> breaches) {
        Map<UUID, Long> counts = new HashMap<>();
        if (!breaches.isEmpty() && !isNobody()) {
            Query query = entities.createQuery(
                            "select c.breachId, count(c) from Concern c where c.breachId in :breaches"
                                    + " and c.state <> :excluded" + (limited() ? OWN_CONCERNS : "")
                                    + " group by c.breachId")
                    .setParameter("breaches", breaches)
                    .setParameter("excluded", ConcernState.EXCLUDED);
            bindConcernProcessors(query);
            rows(query).forEach(row -> counts.put((UUID) row[0], (Long) row[1]));
        }
        return counts;
    }

    /** By name.
     *
     * @param after the last of the page before */
    List<Concern> concerns(UUID breachId, ConcernFilter filter, Optional<Concern> after, int limit) {
        if (isNobody()) {
            return List.of();
        }
        var query = entities.createQuery(
                        "select c from Concern c where c.breachId = :breach and c.state in :states"
                                + (filter.text().isEmpty()
                                        ? ""
                                        : " and (lower(c.controllerName) like :text escape '!'"
                                                + " or lower(c.contractNumber) like :text escape '!')")
                                + (limited() ? OWN_CONCERNS : "")
                                + (after.isEmpty()
                                        ? ""
                                        : " and (c.controllerName > :name"
                                                + " or c.controllerName = :name and c.contractNumber > :number)")
                                + " order by c.controllerName, c.contractNumber",
                        Concern.class)
                .setParameter("breach", breachId)
                .setParameter("states", filter.states())
                .setMaxResults(limit);
        bindText(query, filter.text());
        bindConcernProcessors(query);
        after.ifPresent(last ->
                query.setParameter("name", last.controllerName()).setParameter("number", last.contractNumber()));
        return query.getResultList();
    }

    /** Confirms whoever was found and is not decided yet; in one statement, for there may be very many.
     *
     * @return how many */
    int confirmFound(UUID breachId, Instant now, String by) {
        if (isNobody()) {
            return 0;
        }
        Query update = entities.createQuery(
                        "update Concern c set c.state = :confirmed, c.decidedAt = :now, c.decidedBy = :by,"
                                + " c.reason = null where c.breachId = :breach and c.state = :found"
                                + (limited() ? OWN_CONCERNS : ""))
                .setParameter("confirmed", ConcernState.CONFIRMED)
                .setParameter("now", now)
                .setParameter("by", by)
                .setParameter("breach", breachId)
                .setParameter("found", ConcernState.FOUND);
        bindConcernProcessors(update);
        return update.executeUpdate();
    }

    Map<ConcernState, Long> concernCounts(UUID breachId) {
        Map<ConcernState, Long> counts = new EnumMap<>(ConcernState.class);
        if (!isNobody()) {
            Query query = entities.createQuery("select c.state, count(c) from Concern c where c.breachId = :breach"
                            + (limited() ? OWN_CONCERNS : "") + " group by c.state")
                    .setParameter("breach", breachId);
            bindConcernProcessors(query);
            rows(query).forEach(row -> counts.put((ConcernState) row[0], (Long) row[1]));
        }
        return counts;
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }

    private static void bindText(Query query, String text) {
        if (!text.isEmpty()) {
            query.setParameter("text", containing(text));
        }
    }

    /** A pattern for {@code like … escape '!'}: that text within another, in lower case. */
    static String containing(String text) {
        return "%" + text.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
    }

    private void bindBreachProcessors(Query query) {
        if (limited()) {
            query.setParameter(
                    "processors",
                    remit.get().processors().stream().map(UUID::toString).toList());
        }
    }

    private void bindConcernProcessors(Query query) {
        if (limited()) {
            query.setParameter("processors", remit.get().processors());
        }
    }

    private boolean limited() {
        return !remit.get().everyProcessor();
    }

    private boolean isNobody() {
        Remit own = remit.get();
        return !own.everyProcessor() && own.processors().isEmpty();
    }
}
