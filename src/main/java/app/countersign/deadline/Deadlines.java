package app.countersign.deadline;

import app.countersign.deadline.DeadlineEvent.DeadlineMet;
import app.countersign.deadline.DeadlineEvent.DeadlineStarted;
import app.countersign.deadline.DeadlineEvent.DeadlineWaived;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * All deadlines. A room starts one and ends it in the transaction of the act from which it follows.
 *
 * <pre>{@code
 * deadlines.start(DeadlineStart.of(subject, "notify-controller", "oculavis-dpa breach-1-b", span, aware, place, "dpo"));
 * deadlines.meet(breach.id(), "notify-controller", toldAt, who, reasonIfLate);
 * }</pre>
 */
@ApplicationScoped
public class Deadlines {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private DeadlineList list;

    @Inject
    private Event<DomainEvent> happened;

    /** Starts a clock, which from then on runs by itself. */
    @Transactional(TxType.MANDATORY)
    public Deadline start(DeadlineStart start) {
        Deadline deadline = new Deadline(start);
        entities.persist(deadline);
        happened.fire(new DeadlineStarted(deadline));
        return deadline;
    }

    /**
     * Ends the open deadlines of that kind, of the whole object and of its parts: what was to be done is done.
     *
     * @param by who did it, for people to read
     * @param why it is late; may be null where it is not
     * @throws app.countersign.kernel.Refused if it is late and no reason is given, or it was done before it began
     */
    @Transactional(TxType.MANDATORY)
    public void meet(UUID subjectId, String kind, Instant at, String by, String why) {
        open(subjectId, kind).forEach(id -> meet(lock(id), at, by, why));
    }

    /** As {@link #meet(UUID, String, Instant, String, String)}, of one part of the object only. */
    @Transactional(TxType.MANDATORY)
    public void meetPart(UUID subjectId, UUID part, String kind, Instant at, String by, String why) {
        openPart(subjectId, part, kind).forEach(id -> meet(lock(id), at, by, why));
    }

    /** By an index on the subject; a subject may have very many parts, so that the database looks for this one. */
    private List<UUID> openPart(UUID subjectId, UUID part, String kind) {
        return entities.createQuery(
                        "select d.id from Deadline d where d.subject.id = :subject and d.kind = :kind"
                                + " and d.subject.part = :part and d.endedAt is null order by d.dueAt, d.id",
                        UUID.class)
                .setParameter("subject", subjectId)
                .setParameter("kind", kind)
                .setParameter("part", part)
                .getResultList();
    }

    /** Whether doing it at that instant would be late: an open deadline of that kind and part has expired by then. */
    public boolean isLate(UUID subjectId, UUID part, String kind, Instant at) {
        return openPart(subjectId, part, kind).stream()
                .flatMap(id -> byId(id).stream())
                .anyMatch(deadline -> deadline.isLateAt(at));
    }

    /** Whether doing it at that instant would be late for any part of the object. */
    public boolean isAnyLate(UUID subjectId, String kind, Instant at) {
        return !entities.createQuery(
                        "select d.id from Deadline d where d.subject.id = :subject and d.kind = :kind"
                                + " and d.endedAt is null and d.legalEndAt < :at",
                        UUID.class)
                .setParameter("subject", subjectId)
                .setParameter("kind", kind)
                .setParameter("at", at)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** As {@link #meet(UUID, String, Instant, String, String)}, of one processor only. */
    @Transactional(TxType.MANDATORY)
    public void meet(UUID subjectId, UUID processor, String kind, Instant at, String by, String why) {
        open(subjectId, processor, kind).forEach(deadline -> meet(deadline, at, by, why));
    }

    /** Ends the open deadlines of that kind and processor without its being done, for that reason. */
    @Transactional(TxType.MANDATORY)
    public void waive(UUID subjectId, UUID processor, String kind, Instant at, String by, String why) {
        open(subjectId, processor, kind).forEach(deadline -> {
            deadline.waive(at, by, why);
            happened.fire(new DeadlineWaived(deadline));
        });
    }

    /** Those of that kind that are open, locked. */
    private List<Deadline> open(UUID subjectId, UUID processor, String kind) {
        return open(subjectId, kind).stream()
                .map(this::lock)
                .filter(deadline ->
                        deadline.subject().processor().filter(processor::equals).isPresent())
                .toList();
    }

    /** Ends whatever of the part is open without its being done, as when the part no longer concerns anybody. */
    @Transactional(TxType.MANDATORY)
    public void waivePart(UUID subjectId, UUID part, Instant at, String by, String why) {
        entities.createQuery(
                        "select d.id from Deadline d where d.subject.id = :subject and d.subject.part = :part"
                                + " and d.endedAt is null order by d.dueAt, d.id",
                        UUID.class)
                .setParameter("subject", subjectId)
                .setParameter("part", part)
                .getResultList()
                .forEach(id -> {
                    Deadline deadline = lock(id);
                    deadline.waive(at, by, why);
                    happened.fire(new DeadlineWaived(deadline));
                });
    }

    void meet(Deadline deadline, Instant at, String by, String why) {
        deadline.meet(at, by, why);
        happened.fire(new DeadlineMet(deadline));
    }

    /** Whether a deadline of the subject is still open. */
    public boolean anyOpen(UUID subjectId) {
        return !entities.createQuery(
                        "select d.id from Deadline d where d.subject.id = :subject and d.endedAt is null", UUID.class)
                .setParameter("subject", subjectId)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** The subject's deadlines, the first due first. */
    public List<Deadline> of(UUID subjectId) {
        return entities.createQuery(
                        "select d from Deadline d where d.subject.id = :subject order by d.dueAt, d.id", Deadline.class)
                .setParameter("subject", subjectId)
                .getResultList();
    }

    /** The subject's deadlines of that kind, the first due first. */
    public List<Deadline> of(UUID subjectId, String kind) {
        return entities.createQuery(
                        "select d from Deadline d where d.subject.id = :subject and d.kind = :kind"
                                + " order by d.dueAt, d.id",
                        Deadline.class)
                .setParameter("subject", subjectId)
                .setParameter("kind", kind)
                .getResultList();
    }

    /** Those of some parts of the subject that the caller may know of, the first due first.
     *
     * @param parts empty for the subject as a whole */
    public List<Deadline> ofParts(UUID subjectId, Collection<UUID> parts) {
        return list.ofParts(subjectId, parts);
    }

    /** Those of its parts, whichever they are, that the caller may know of: so many at most, the first due first. */
    public List<Deadline> ofAllParts(UUID subjectId, int most) {
        return list.ofAllParts(subjectId, most);
    }

    /** How many of the subject's the caller may know of, by state. */
    public Map<DeadlineState, Long> counts(UUID subjectId) {
        return list.counts(subjectId);
    }

    /** When the first open deadline of each subject is due; none is named that has none. */
    public Map<UUID, Instant> firstDue(Collection<UUID> subjects) {
        return list.firstDue(subjects);
    }

    public Optional<Deadline> byId(UUID id) {
        return Optional.ofNullable(entities.find(Deadline.class, id));
    }

    /** @throws NotFound if there is none */
    Deadline lock(UUID id) {
        Deadline deadline = entities.find(Deadline.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (deadline == null) {
            throw NotFound.because("deadline.refusal.unknown");
        }
        return deadline;
    }

    private List<UUID> open(UUID subjectId, String kind) {
        return entities.createQuery(
                        "select d.id from Deadline d where d.subject.id = :subject and d.kind = :kind"
                                + " and d.endedAt is null order by d.dueAt, d.id",
                        UUID.class)
                .setParameter("subject", subjectId)
                .setParameter("kind", kind)
                .getResultList();
    }

    /** Those about which there is something to say and that no other instance is looking at, locked. */
    List<Deadline> lockRinging(Instant now, int most) {
        List<?> ids = entities.createNativeQuery("select id from deadline where next_alarm_at between ? and ?"
                        + " order by next_alarm_at fetch first " + most + " rows only for update skip locked")
                // A lower bound, too: without one, H2 reads through all the empty values in the index first.
                .setParameter(1, Instant.EPOCH.atOffset(ZoneOffset.UTC))
                .setParameter(2, now.atOffset(ZoneOffset.UTC))
                .getResultList();
        return ids.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "select d from Deadline d where d.id in :ids order by d.nextAlarmAt", Deadline.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    /** As {@link #lockRinging}, not locked, and with those that others are looking at. */
    List<UUID> ringing(Instant now, int most) {
        return entities.createQuery(
                        "select d.id from Deadline d where d.nextAlarmAt between :epoch and :now order by d.nextAlarmAt",
                        UUID.class)
                .setParameter("epoch", Instant.EPOCH)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    void said(AlarmRow alarm) {
        entities.persist(alarm);
    }

    /** What was said about it, the earliest first. */
    List<AlarmRow> alarms(UUID deadlineId) {
        return entities.createQuery(
                        "select a from AlarmRow a where a.deadlineId = :id order by a.dueAt", AlarmRow.class)
                .setParameter("id", deadlineId)
                .getResultList();
    }
}
