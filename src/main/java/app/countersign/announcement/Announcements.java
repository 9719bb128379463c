package app.countersign.announcement;

import app.countersign.access.CallersRemit;
import app.countersign.access.Remit;
import app.countersign.kernel.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All announced changes, with the rows of those who were told. Of another processor's, none is there. */
@ApplicationScoped
class Announcements {

    static final String KIND = "sub-processor-change";
    private static final String UNKNOWN = "announcement.refusal.unknown";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private CallersRemit remit;

    /** The next number, from a sequence: never given twice. */
    String nextNumber(int year) {
        Number serial = (Number) entities.createNativeQuery("select nextval('sub_processor_change_serial')")
                .getSingleResult();
        return "UA-%d-%04d".formatted(year, serial.longValue());
    }

    void add(Announcement change) {
        entities.persist(change);
    }

    void add(ChangeNotice notice) {
        entities.persist(notice);
    }

    /** One that is known to be there, whoever asks. */
    Optional<Announcement> byId(UUID id) {
        return Optional.ofNullable(entities.find(Announcement.class, id));
    }

    /** @throws NotFound if there is none that the caller may know of */
    Announcement require(UUID id) {
        Announcement change = byId(id).orElseThrow(() -> NotFound.because(UNKNOWN));
        remit.require(change.processorId(), KIND, id, UNKNOWN);
        return change;
    }

    /** Locked until the transaction ends, whoever asks. */
    Announcement lock(UUID id) {
        return entities.find(Announcement.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The newest first.
     *
     * @param after the last of the page before */
    List<Announcement> page(Optional<UUID> processor, Optional<Announcement> after, int limit) {
        Remit own = remit.get();
        if (!own.everyProcessor() && own.processors().isEmpty()) {
            return List.of();
        }
        TypedQuery<Announcement> query = entities.createQuery(
                        "select a from Announcement a where a.id <> :nobody"
                                + (own.everyProcessor() ? "" : " and a.processorId in :own")
                                + processor
                                        .map(one -> " and a.processorId = :processor")
                                        .orElse("")
                                + after.map(last ->
                                                " and (a.announcedAt < :at or a.announcedAt = :at and a.id > :last)")
                                        .orElse("")
                                + " order by a.announcedAt desc, a.id",
                        Announcement.class)
                .setParameter("nobody", Announcement.NOBODY)
                .setMaxResults(limit);
        if (!own.everyProcessor()) {
            query.setParameter("own", own.processors());
        }
        processor.ifPresent(one -> query.setParameter("processor", one));
        after.ifPresent(last -> query.setParameter("at", last.announcedAt()).setParameter("last", last.id()));
        return query.getResultList();
    }

    /** Those about an engagement that have not taken effect by that day. */
    boolean isAnnounced(UUID engagement, LocalDate day) {
        return !entities.createQuery(
                        "select a.id from Announcement a where (a.engagementId = :engagement"
                                + " or a.replacedId = :engagement) and a.effectiveOn > :day"
                                + " and a.withdrawnAt is null",
                        UUID.class)
                .setParameter("engagement", engagement)
                .setParameter("day", day)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Whether another was announced in its place. */
    boolean isReplaced(UUID engagement) {
        return !entities.createQuery(
                        "select a.id from Announcement a where a.replacedId = :engagement and a.withdrawnAt is null",
                        UUID.class)
                .setParameter("engagement", engagement)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** The contracts for which the beginning of an engagement was announced and had no effect before that instant. */
    List<UUID> notYetReached(UUID engagement, Collection<UUID> contracts, Instant before) {
        return withoutEffect(
                "a.engagementId = :engagement and a.kind in (app.countersign.subprocessor.ChangeKind.NEW,"
                        + " app.countersign.subprocessor.ChangeKind.REPLACED)",
                engagement,
                contracts,
                before);
    }

    /** The contracts for which another was announced in its place, without effect before that instant. */
    List<UUID> notYetLeft(UUID engagement, Collection<UUID> contracts, Instant before) {
        return withoutEffect("a.replacedId = :engagement", engagement, contracts, before);
    }

    private List<UUID> withoutEffect(String which, UUID engagement, Collection<UUID> contracts, Instant before) {
        return entities.createQuery(
                        "select n.contractId from ChangeNotice n, Announcement a where n.changeId = a.id and " + which
                                + " and a.withdrawnAt is null and n.contractId in :contracts"
                                + " and (n.effectiveAt is null or n.effectiveAt >= :before)",
                        UUID.class)
                .setParameter("engagement", engagement)
                .setParameter("contracts", contracts)
                .setParameter("before", before)
                .getResultList();
    }

    /** The newest of a processor, whoever asks: what is announced is public. */
    List<Announcement> newest(UUID processor, int most) {
        return entities.createQuery(
                        "select a from Announcement a where a.processorId = :processor"
                                + " order by a.announcedAt desc, a.id",
                        Announcement.class)
                .setParameter("processor", processor)
                .setMaxResults(most)
                .getResultList();
    }

    /** Changes whose telling is not finished, the oldest first. */
    List<UUID> unfinished(int most) {
        return entities.createQuery(
                        "select a.id from Announcement a where a.finished = false order by a.announcedAt", UUID.class)
                .setMaxResults(most)
                .getResultList();
    }

    /** Changes whose day has come and that the register does not show yet. */
    List<UUID> unapplied(LocalDate day, int most) {
        return entities.createQuery(
                        "select a.id from Announcement a where a.applied = false and a.effectiveOn <= :day"
                                + " and a.withdrawnAt is null",
                        UUID.class)
                .setParameter("day", day)
                .setMaxResults(most)
                .getResultList();
    }

    /** Withdrawn changes of which controllers are yet to hear. */
    List<UUID> unretold(int most) {
        return entities.createQuery(
                        "select a.id from Announcement a where a.retold = false order by a.withdrawnAt", UUID.class)
                .setMaxResults(most)
                .getResultList();
    }

    /** Rows of a withdrawn change whose controllers are yet to hear. */
    List<UUID> unretold(UUID change, int most) {
        return entities.createQuery(
                        "select n.id from ChangeNotice n where n.changeId = :change and n.retoldAt is null"
                                + " order by n.id",
                        UUID.class)
                .setParameter("change", change)
                .setMaxResults(most)
                .getResultList();
    }

    /** Whether it has taken effect for any contract. */
    boolean isInEffect(UUID change) {
        return !entities.createQuery(
                        "select n.id from ChangeNotice n where n.changeId = :change and n.effectiveAt is not null",
                        UUID.class)
                .setParameter("change", change)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Changes of which subscribers are yet to hear, the oldest first. */
    List<UUID> unspread(int most) {
        return entities.createQuery(
                        "select a.id from Announcement a where a.spread = false order by a.announcedAt", UUID.class)
                .setMaxResults(most)
                .getResultList();
    }

    boolean isTold(UUID change, UUID contract) {
        return notice(change, contract).isPresent();
    }

    Optional<ChangeNotice> notice(UUID change, UUID contract) {
        return entities.createQuery(
                        "select n from ChangeNotice n where n.changeId = :change and n.contractId = :contract",
                        ChangeNotice.class)
                .setParameter("change", change)
                .setParameter("contract", contract)
                .getResultStream()
                .findFirst();
    }

    /** Locked until the transaction ends, and as it is now. */
    ChangeNotice lockNotice(UUID id) {
        return entities.find(ChangeNotice.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** To be looked at only; null if there is none. */
    ChangeNotice lookNotice(UUID id) {
        return entities.find(ChangeNotice.class, id);
    }

    /** By name of the controller.
     *
     * @param after the last of the page before */
    List<ChangeNotice> notices(
            UUID change, Set<AnswerState> states, String text, Optional<ChangeNotice> after, int limit) {
        TypedQuery<ChangeNotice> query = entities.createQuery(
                        "select n from ChangeNotice n where n.changeId = :change and n.state in :states"
                                + (text.isEmpty()
                                        ? ""
                                        : " and (lower(n.controllerName) like :text escape '!'"
                                                + " or lower(n.contractNumber) like :text escape '!')")
                                + after.map(last -> " and (n.controllerName > :name"
                                                + " or n.controllerName = :name and n.contractNumber > :number)")
                                        .orElse("")
                                + " order by n.controllerName, n.contractNumber",
                        ChangeNotice.class)
                .setParameter("change", change)
                .setParameter("states", states)
                .setMaxResults(limit);
        if (!text.isEmpty()) {
            String plain = text.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
            query.setParameter("text", "%" + plain + "%");
        }
        after.ifPresent(last ->
                query.setParameter("name", last.controllerName()).setParameter("number", last.contractNumber()));
        return query.getResultList();
    }

    Map<AnswerState, Long> counts(UUID change) {
        Map<AnswerState, Long> counts = new EnumMap<>(AnswerState.class);
        entities.createQuery(
                        "select n.state, count(n) from ChangeNotice n where n.changeId = :change group by n.state",
                        Object[].class)
                .setParameter("change", change)
                .getResultList()
                .forEach(row -> counts.put((AnswerState) row[0], (Long) row[1]));
        return counts;
    }

    /** What a contract's controller was told, the newest first. */
    List<ChangeNotice> toldTo(UUID contract) {
        return entities.createQuery(
                        "select n from ChangeNotice n where n.contractId = :contract and n.state <> :barred"
                                + " order by n.toldAt desc, n.id",
                        ChangeNotice.class)
                .setParameter("contract", contract)
                .setParameter("barred", AnswerState.BARRED)
                .getResultList();
    }

    /** Rows for which the time of something has come. */
    List<UUID> due(Instant now, int most) {
        return entities.createQuery(
                        "select n.id from ChangeNotice n where n.nextAt between :epoch and :now order by n.nextAt",
                        UUID.class)
                .setParameter("epoch", Instant.EPOCH)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    /** The clauses by which a change asks controllers without taking silence for an answer, each once. */
    List<String> askingClauses(UUID change) {
        return entities.createQuery(
                        "select distinct n.clause from ChangeNotice n where n.changeId = :change and n.asks = true"
                                + " and n.silence = false and n.state = :waiting order by n.clause",
                        String.class)
                .setParameter("change", change)
                .setParameter("waiting", AnswerState.WAITING)
                .getResultList();
    }

    boolean isAsking(UUID change) {
        return !askingClauses(change).isEmpty();
    }
}
