package app.countersign.mail;

import app.countersign.kernel.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All mails that came in, and how far each mailbox has been read. */
@ApplicationScoped
class IntakeMails {

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

    /** The newest first. */
    List<IntakeMail> newest(IntakeState state, int limit) {
        return entities.createQuery(
                        "select m from IntakeMail m where m.state = :state order by m.arrivedAt desc", IntakeMail.class)
                .setParameter("state", state)
                .setMaxResults(limit)
                .getResultList();
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

    long count(IntakeState state) {
        return entities.createQuery("select count(m) from IntakeMail m where m.state = :state", Long.class)
                .setParameter("state", state)
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
