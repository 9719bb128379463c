package app.countersign.breach;

import app.countersign.access.CallersRemit;
import app.countersign.access.Remit;
import app.countersign.kernel.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** All notices, with their words, what proves that they were told, and who has read them. */
@ApplicationScoped
class Notices {

    private static final String UNKNOWN = "notice.refusal.unknown";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private CallersRemit remit;

    void add(Notice notice) {
        entities.persist(notice);
    }

    void add(NoticeText text) {
        entities.persist(text);
    }

    void add(ToldFacts facts) {
        entities.persist(facts);
    }

    void add(Telling telling) {
        entities.persist(telling);
    }

    void add(NoticeReading reading) {
        entities.persist(reading);
    }

    void flush() {
        entities.flush();
    }

    /** @throws NotFound if it is none of the breach's, or none that the caller may know of */
    Notice require(UUID breachId, UUID id) {
        return visible(breachId, entities.find(Notice.class, id));
    }

    /** As {@link #require}, locked until the transaction ends and as it is now. */
    Notice lock(UUID breachId, UUID id) {
        return visible(breachId, entities.find(Notice.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    private Notice visible(UUID breachId, Notice notice) {
        if (notice == null
                || breachId != null && !notice.breachId().equals(breachId)
                || !remit.covers(notice.processorId())) {
            throw NotFound.because(UNKNOWN);
        }
        return notice;
    }

    Optional<Notice> byId(UUID id) {
        return Optional.ofNullable(entities.find(Notice.class, id));
    }

    /** By whom they are for, each one's phases in order; at most that many after the given one. */
    List<Notice> page(UUID breachId, NoticeFilter filter, Optional<Notice> after, int limit) {
        Remit own = remit.get();
        if (!own.everyProcessor() && own.processors().isEmpty()) {
            return List.of();
        }
        List<String> where = new ArrayList<>(List.of("n.breachId = :breach", "n.state in :states"));
        if (!own.everyProcessor()) {
            where.add("n.processorId in :processors");
        }
        if (!filter.text().isEmpty()) {
            where.add("(lower(n.addressee) like :text escape '!' or lower(n.contractNumber) like :text escape '!')");
        }
        if (after.isPresent()) {
            where.add("(n.addressee > :addressee or n.addressee = :addressee and n.id > :id)");
        }
        TypedQuery<Notice> query = entities.createQuery(
                        "select n from Notice n where " + String.join(" and ", where) + " order by n.addressee, n.id",
                        Notice.class)
                .setParameter("breach", breachId)
                .setParameter("states", filter.states());
        if (!filter.text().isEmpty()) {
            query.setParameter("text", BreachList.containing(filter.text()));
        }
        if (!own.everyProcessor()) {
            query.setParameter("processors", own.processors());
        }
        after.ifPresent(
                last -> query.setParameter("addressee", last.addressee()).setParameter("id", last.id()));
        return query.setMaxResults(limit).getResultList();
    }

    /** What those of the breach that the caller may know of were told, with what proves it, the earliest first;
     * so many at most. */
    List<Told> toldOf(UUID breachId, int most) {
        Remit own = remit.get();
        if (!own.everyProcessor() && own.processors().isEmpty()) {
            return List.of();
        }
        TypedQuery<Object[]> query = entities.createQuery(
                        "select n, t from Notice n, Telling t where t.noticeId = n.id and n.breachId = :breach"
                                + (own.everyProcessor() ? "" : " and n.processorId in :processors")
                                + " order by t.toldAt, t.id",
                        Object[].class)
                .setParameter("breach", breachId)
                .setMaxResults(most);
        if (!own.everyProcessor()) {
            query.setParameter("processors", own.processors());
        }
        return query.getResultStream()
                .map(row -> new Told((Notice) row[0], (Telling) row[1]))
                .toList();
    }

    /** That somebody was told, and by which letter. */
    record Told(Notice notice, Telling telling) {}

    /** How many there are in each state that the caller may know of. */
    Map<NoticeState, Long> counts(UUID breachId) {
        Map<NoticeState, Long> counts = new EnumMap<>(NoticeState.class);
        entities.createQuery(
                        "select n.state, n.processorId, count(n) from Notice n where n.breachId = :breach"
                                + " group by n.state, n.processorId",
                        Object[].class)
                .setParameter("breach", breachId)
                .getResultStream()
                .filter(row -> remit.covers((UUID) row[1]))
                .forEach(row -> counts.merge((NoticeState) row[0], (Long) row[2], Long::sum));
        return counts;
    }

    /** Of one concern, or of the persons, all phases in order. */
    List<Notice> sameAddressee(Notice notice) {
        return entities.createQuery(
                        "select n from Notice n where n.breachId = :breach and n.concernId = :concern"
                                + " and n.processorId = :processor order by n.phase",
                        Notice.class)
                .setParameter("breach", notice.breachId())
                .setParameter("concern", notice.concernId().orElse(Notice.NONE))
                .setParameter("processor", notice.processorId())
                .getResultList();
    }

    /** Whether that controller was told, in any phase, and it did not come back. */
    boolean isTold(UUID concernId) {
        return !entities.createQuery(
                        "select n.id from Notice n where n.concernId = :concern and n.state = :sent", UUID.class)
                .setParameter("concern", concernId)
                .setParameter("sent", NoticeState.SENT)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** The last phase of a concern. */
    Optional<Notice> latest(UUID concernId) {
        return entities.createQuery(
                        "select n from Notice n where n.concernId = :concern and n.latest = :yes", Notice.class)
                .setParameter("concern", concernId)
                .setParameter("yes", true)
                .getResultStream()
                .findFirst();
    }

    /** The last phase of what the persons are told by that processor. */
    Optional<Notice> latestToPersons(UUID breachId, UUID processorId) {
        return entities.createQuery(
                        "select n from Notice n where n.breachId = :breach and n.concernId = :none"
                                + " and n.processorId = :processor and n.latest = :yes",
                        Notice.class)
                .setParameter("breach", breachId)
                .setParameter("none", Notice.NONE)
                .setParameter("processor", processorId)
                .setParameter("yes", true)
                .getResultStream()
                .findFirst();
    }

    /**
     * Concerns that have no letter yet, or whose last one told other facts.
     *
     * @param facts the facts as they are, if somebody was told them; others say something else
     */
    List<Concern> undrafted(UUID breachId, Optional<ToldFacts> facts, int limit) {
        Remit own = remit.get();
        if (!own.everyProcessor() && own.processors().isEmpty()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>(List.of(breachId));
        // Native, since the persistence provider writes what it compares in a subquery in a way that H2 refuses.
        Query query = entities.createNativeQuery("select c.id from breach_concern c where c.breach_id = ?"
                + " and c.state <> 'excluded' and c.started_at is not null"
                + within("c.processor_id", own, values)
                + " and not exists (select 1 from breach_notice n where n.concern_id = c.id and n.latest = true"
                + " and (n.state in ('draft', 'unmailable', 'queued') or n.facts_id = ?))"
                + " order by c.controller_name, c.id fetch first " + limit + " rows only");
        values.add(facts.map(ToldFacts::id).orElse(Notice.NONE));
        return with(values, query).getResultList().stream()
                .map(id -> entities.find(Concern.class, id))
                .toList();
    }

    /** Narrows to the remit; adds what the condition needs to the values. */
    private static String within(String column, Remit own, List<Object> values) {
        if (own.everyProcessor()) {
            return "";
        }
        values.addAll(own.processors());
        return own.processors().stream()
                .map(id -> "?")
                .collect(Collectors.joining(", ", " and " + column + " in (", ")"));
    }

    private static Query with(List<Object> values, Query query) {
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return query;
    }

    /** The facts as the breach has them now, if they were told to somebody before. */
    Optional<ToldFacts> told(Breach breach) {
        return entities.createQuery("select f from ToldFacts f where f.breachId = :breach", ToldFacts.class)
                .setParameter("breach", breach.id())
                .getResultStream()
                .filter(told -> told.facts().saysTheSameAs(breach.facts()))
                .findFirst();
    }

    Optional<ToldFacts> toldFacts(UUID id) {
        return Optional.ofNullable(entities.find(ToldFacts.class, id));
    }

    /** Puts all that are not told yet and are the last of their phase into the queue.
     *
     * @return how many */
    int queueAll(UUID breachId, String by, String why, Instant now) {
        Remit own = remit.get();
        if (!own.everyProcessor() && own.processors().isEmpty()) {
            return 0;
        }
        List<Object> values = new ArrayList<>(List.of(now.atOffset(ZoneOffset.UTC), by, why, breachId, breachId));
        String update = "update breach_notice set state = 'queued', queued_at = ?, queued_by = ?, late_reason = ?,"
                + " problem_key = null, problem_detail = null, version = version + 1"
                + " where breach_id = ? and latest = true and state in ('draft', 'unmailable')"
                + " and concern_id in (select id from breach_concern where breach_id = ? and state <> 'excluded')"
                + within("processor_id", own, values);
        return with(values, entities.createNativeQuery(update)).executeUpdate();
    }

    /** Those whose turn it is; another instance may be at some of them. */
    List<UUID> queued(Instant now, int limit) {
        List<?> ids = entities.createNativeQuery("select id from breach_notice where queued_at between ? and ?"
                        + " order by queued_at, id fetch first " + limit + " rows only")
                // A lower bound, too: without one, H2 reads through all the empty values in the index first.
                .setParameter(1, Instant.EPOCH.atOffset(ZoneOffset.UTC))
                .setParameter(2, now.atOffset(ZoneOffset.UTC))
                .getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }

    Optional<NoticeText> text(Notice notice) {
        return Optional.ofNullable(entities.find(NoticeText.class, new NoticeText.Key(notice.id(), notice.textNo())));
    }

    /** Every version, the first first. */
    List<NoticeText> texts(UUID noticeId) {
        return entities.createQuery(
                        "select t from NoticeText t where t.noticeId = :notice order by t.no", NoticeText.class)
                .setParameter("notice", noticeId)
                .getResultList();
    }

    /** The earliest first. */
    List<Telling> tellings(UUID noticeId) {
        return entities.createQuery(
                        "select t from Telling t where t.noticeId = :notice order by t.recordedAt", Telling.class)
                .setParameter("notice", noticeId)
                .getResultList();
    }

    Optional<Telling> byMail(UUID mailId) {
        return entities.createQuery("select t from Telling t where t.mailId = :mail", Telling.class)
                .setParameter("mail", mailId)
                .getResultStream()
                .findFirst();
    }

    /** The earliest first. */
    List<NoticeReading> readings(UUID noticeId) {
        return entities.createQuery(
                        "select r from NoticeReading r where r.noticeId = :notice order by r.readAt",
                        NoticeReading.class)
                .setParameter("notice", noticeId)
                .getResultList();
    }

    boolean wasRead(UUID noticeId, String reader, Instant since) {
        return !entities.createQuery(
                        "select r.id from NoticeReading r where r.noticeId = :notice and r.reader = :reader"
                                + " and r.readAt > :since",
                        UUID.class)
                .setParameter("notice", noticeId)
                .setParameter("reader", reader)
                .setParameter("since", since)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** What a contract's controller was told, the newest first. */
    List<Notice> toldTo(UUID contractId) {
        return entities.createQuery(
                        "select n from Notice n where n.contractId = :contract and n.state in :told"
                                + " order by n.toldAt desc",
                        Notice.class)
                .setParameter("contract", contractId)
                .setParameter("told", List.of(NoticeState.SENT, NoticeState.BOUNCED))
                .setMaxResults(200)
                .getResultList();
    }

    void order(DraftingOrder order) {
        if (entities.find(DraftingOrder.class, order.breachId()) == null) {
            entities.persist(order);
        }
    }

    boolean isOrdered(UUID breachId) {
        return entities.find(DraftingOrder.class, breachId) != null;
    }

    Optional<DraftingOrder> nextOrder() {
        return entities.createQuery("select o from DraftingOrder o order by o.askedAt", DraftingOrder.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    void done(DraftingOrder order) {
        entities.remove(entities.contains(order) ? order : entities.merge(order));
    }
}
