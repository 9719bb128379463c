package app.countersign.mail;

import app.countersign.access.Remit;
import app.countersign.kernel.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** All mails that came in, and how far each mailbox has been read. */
@ApplicationScoped
class IntakeMails {

    private static final Instant FAR_OFF = Instant.parse("9000-01-01T00:00:00Z");

    @PersistenceContext
    private EntityManager entities;

    void add(IntakeMail mail) {
        entities.persist(mail);
    }

    Optional<IntakeMail> byId(UUID id) {
        return Optional.ofNullable(entities.find(IntakeMail.class, id));
    }

    /** Locked until the transaction ends.
     *
     * @throws NotFound if there is none */
    IntakeMail lock(UUID id) {
        IntakeMail mail = entities.find(IntakeMail.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (mail == null) {
            throw NotFound.because("mail.intake.refusal.unknown");
        }
        return mail;
    }

    /** Whether that mail is recorded already, under whatever number. */
    boolean knows(String fingerprint) {
        return !entities.createQuery("select m.id from IntakeMail m where m.fingerprint = :print", UUID.class)
                .setParameter("print", fingerprint)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Ids, the oldest first. */
    List<UUID> in(IntakeState state, int limit) {
        return entities.createQuery(
                        "select m.id from IntakeMail m where m.state = :state order by m.arrivedAt", UUID.class)
                .setParameter("state", state)
                .setMaxResults(limit)
                .getResultList();
    }

    /**
     * Those within the remit, the newest first. One question for each processor: each is answered by an index in the
     * wanted order.
     *
     * @param before empty for the newest of all
     */
    List<IntakeMail> newest(Remit remit, IntakeState state, Optional<Instant> before, int limit) {
        Stream<IntakeMail> found = remit.everyProcessor()
                ? newest(Optional.empty(), state, before, limit)
                : remit.processors().stream()
                        .flatMap(processor -> newest(Optional.of(processor), state, before, limit));
        return found.sorted(Comparator.comparing(IntakeMail::arrivedAt).reversed())
                .limit(limit)
                .toList();
    }

    private Stream<IntakeMail> newest(
            Optional<UUID> processor, IntakeState state, Optional<Instant> before, int limit) {
        String where = processor.isPresent() ? " and m.processorId = :processor" : "";
        TypedQuery<IntakeMail> query = entities.createQuery(
                "select m from IntakeMail m where m.state = :state and m.arrivedAt < :before" + where
                        + " order by m.arrivedAt desc",
                IntakeMail.class);
        processor.ifPresent(one -> query.setParameter("processor", one.toString()));
        return query.setParameter("state", state)
                .setParameter("before", before.orElse(FAR_OFF))
                .setMaxResults(limit)
                .getResultStream();
    }

    /** The newest first. */
    List<IntakeMail> about(String kind, UUID id, int limit) {
        return entities.createQuery(
                        "select m from IntakeMail m where m.aboutKind = :kind and m.aboutId = :id"
                                + " order by m.arrivedAt desc",
                        IntakeMail.class)
                .setParameter("kind", kind)
                .setParameter("id", id.toString())
                .setMaxResults(limit)
                .getResultList();
    }

    /** How many of them are within the remit. */
    long count(Remit remit, IntakeState state) {
        return remit.everyProcessor()
                ? entities.createQuery("select count(m) from IntakeMail m where m.state = :state", Long.class)
                        .setParameter("state", state)
                        .getSingleResult()
                : remit.processors().stream()
                        .mapToLong(processor -> count(processor, state))
                        .sum();
    }

    private long count(UUID processor, IntakeState state) {
        return entities.createQuery(
                        "select count(m) from IntakeMail m where m.state = :state and m.processorId = :processor",
                        Long.class)
                .setParameter("state", state)
                .setParameter("processor", processor.toString())
                .getSingleResult();
    }

    /** Filed mails that still lie where they came in. */
    List<IntakeMail> toMove(String mailbox, long validity, int limit) {
        return entities.createQuery(
                        "select m from IntakeMail m where m.mailbox = :mailbox and m.moved = false"
                                + " and m.state = :filed and m.uidValidity = :validity order by m.uid",
                        IntakeMail.class)
                .setParameter("mailbox", mailbox)
                .setParameter("filed", IntakeState.FILED)
                .setParameter("validity", validity)
                .setMaxResults(limit)
                .getResultList();
    }

    Optional<Mailbox> mailbox(String name) {
        return Optional.ofNullable(entities.find(Mailbox.class, name));
    }

    void add(Mailbox mailbox) {
        entities.persist(mailbox);
    }
}
