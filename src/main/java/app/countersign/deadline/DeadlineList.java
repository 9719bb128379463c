package app.countersign.deadline;

import app.countersign.access.CallersRemit;
import app.countersign.access.Remit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Lists of deadlines, the first due first. One question for each state, and for each processor of a limited remit: each
 * is answered by an index in the wanted order, so that a page costs the same with a million of them.
 */
@ApplicationScoped
class DeadlineList {

    private static final Comparator<Deadline> FIRST_DUE = Comparator.comparing(Deadline::dueAt)
            .thenComparing(deadline -> deadline.id().toString());

    /** Of nobody, and not {@link Subject#NOBODY} either, which stands for the whole installation. */
    private static final UUID NOWHERE = new UUID(0, 1);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private CallersRemit remit;

    /** @param after the last of the page before */
    List<Deadline> page(DeadlineFilter filter, Optional<DeadlineCursor> after, int limit) {
        return page(remit.get(), filter, after, limit);
    }

    /** As it looks to whoever has that remit. */
    List<Deadline> page(Remit own, DeadlineFilter filter, Optional<DeadlineCursor> after, int limit) {
        Stream<Optional<UUID>> processors = own.everyProcessor()
                ? Stream.of(Optional.empty())
                : own.processors().stream().map(Optional::of);
        return processors
                .flatMap(processor ->
                        filter.states().stream().flatMap(state -> some(filter, state, processor, after, limit)))
                .sorted(FIRST_DUE)
                .limit(limit)
                .toList();
    }

    private Stream<Deadline> some(
            DeadlineFilter filter,
            DeadlineState state,
            Optional<UUID> processor,
            Optional<DeadlineCursor> after,
            int limit) {
        List<String> where = new ArrayList<>(List.of("d.state = :state"));
        processor.ifPresent(id -> where.add("d.subject.processor = :processor"));
        filter.dueBefore().ifPresent(at -> where.add("d.dueAt < :before"));
        filter.subject().ifPresent(id -> where.add("d.subject.id = :subject"));
        after.ifPresent(cursor -> where.add("(d.dueAt > :due or d.dueAt = :due and d.id > :id) and d.dueAt >= :due"));
        TypedQuery<Deadline> query = entities.createQuery(
                "select d from Deadline d where " + String.join(" and ", where) + " order by d.dueAt, d.id",
                Deadline.class);
        query.setParameter("state", state);
        processor.ifPresent(id -> query.setParameter("processor", id));
        filter.dueBefore().ifPresent(at -> query.setParameter("before", at));
        filter.subject().ifPresent(id -> query.setParameter("subject", id));
        after.ifPresent(cursor -> query.setParameter("due", cursor.dueAt()).setParameter("id", cursor.id()));
        return query.setMaxResults(limit).getResultStream();
    }

    /** Alarms that were said within that time of deadlines within the remit, the newest first. */
    List<Rung> saidBetween(Instant from, Instant to, int most) {
        Remit own = remit.get();
        return own.everyProcessor()
                ? saidBetween(from, to, Optional.empty(), most)
                : own.processors().stream()
                        .flatMap(processor -> saidBetween(from, to, Optional.of(processor), most).stream())
                        .toList();
    }

    private List<Rung> saidBetween(Instant from, Instant to, Optional<UUID> processor, int most) {
        TypedQuery<Object[]> query = entities.createQuery(
                        "select d, a from AlarmRow a, Deadline d where a.firedAt > :from and a.firedAt <= :to"
                                + " and d.id = a.deadlineId"
                                + processor
                                        .map(id -> " and d.subject.processor = :processor")
                                        .orElse("")
                                + " order by a.firedAt desc, a.dueAt desc",
                        Object[].class)
                .setParameter("from", from)
                .setParameter("to", to)
                .setMaxResults(most);
        processor.ifPresent(id -> query.setParameter("processor", id));
        return query.getResultStream()
                .map(row -> new Rung((Deadline) row[0], ((AlarmRow) row[1]).alarm()))
                .toList();
    }

    /** How many in that state fall due before that instant, counted no further than that many. */
    int count(DeadlineState state, Optional<Instant> before, int most) {
        return page(new DeadlineFilter(Set.of(state), before, Optional.empty()), Optional.empty(), most)
                .size();
    }

    List<Deadline> ofParts(UUID subjectId, Collection<UUID> parts) {
        TypedQuery<Deadline> query = entities.createQuery(
                "select d from Deadline d where d.subject.id = :subject and d.subject.part in :parts" + own()
                        + " order by d.dueAt, d.id",
                Deadline.class);
        query.setParameter("subject", subjectId)
                .setParameter("parts", parts.isEmpty() ? Set.of(Subject.NOBODY) : parts);
        return bound(query).getResultList();
    }

    List<Deadline> ofAllParts(UUID subjectId, int most) {
        TypedQuery<Deadline> query = entities.createQuery(
                "select d from Deadline d where d.subject.id = :subject and d.subject.part <> :nobody" + own()
                        + " order by d.dueAt, d.id",
                Deadline.class);
        query.setParameter("subject", subjectId).setParameter("nobody", Subject.NOBODY);
        return bound(query).setMaxResults(most).getResultList();
    }

    Map<DeadlineState, Long> counts(UUID subjectId) {
        Map<DeadlineState, Long> counts = new EnumMap<>(DeadlineState.class);
        TypedQuery<Object[]> query = entities.createQuery(
                "select d.state, count(d) from Deadline d where d.subject.id = :subject" + own() + " group by d.state",
                Object[].class);
        query.setParameter("subject", subjectId);
        bound(query).getResultList().forEach(row -> counts.put((DeadlineState) row[0], (Long) row[1]));
        return counts;
    }

    /** One by one, along the index, and not by min(): its result PostgreSQL's driver gives in a form of its own. */
    Map<UUID, Instant> firstDue(Collection<UUID> subjects) {
        Map<UUID, Instant> due = new HashMap<>();
        for (UUID subject : subjects) {
            TypedQuery<Instant> query = entities.createQuery(
                    "select d.dueAt from Deadline d where d.subject.id = :subject and d.endedAt is null" + own()
                            + " order by d.dueAt",
                    Instant.class);
            query.setParameter("subject", subject);
            bound(query).setMaxResults(1).getResultStream().findFirst().ifPresent(first -> due.put(subject, first));
        }
        return due;
    }

    private String own() {
        return remit.get().everyProcessor() ? "" : " and d.subject.processor in :own";
    }

    private <T> TypedQuery<T> bound(TypedQuery<T> query) {
        Remit own = remit.get();
        return own.everyProcessor()
                ? query
                : query.setParameter("own", own.processors().isEmpty() ? Set.of(NOWHERE) : own.processors());
    }
}
