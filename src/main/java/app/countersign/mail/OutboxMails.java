package app.countersign.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The mails in the outbox. */
@ApplicationScoped
class OutboxMails {

    @PersistenceContext
    private EntityManager entities;

    Optional<OutboxMail> byId(UUID id) {
        return Optional.ofNullable(entities.find(OutboxMail.class, id));
    }

    Optional<OutboxMail> byMessageId(String messageId) {
        return entities.createQuery("select m from OutboxMail m where m.messageId = :id", OutboxMail.class)
                .setParameter("id", messageId)
                .getResultStream()
                .findFirst();
    }

    /**
     * The mail that is due the longest and that no other instance is looking at, locked. Mails that an instance claimed
     * and never finished are due again when their claim lapses.
     */
    Optional<OutboxMail> lockNextDue(Instant now) {
        List<?> ids = entities.createNativeQuery("select id from outbox_mail"
                        + " where state in ('waiting', 'sending') and next_attempt_at between ? and ?"
                        + " order by next_attempt_at fetch first 1 rows only for update skip locked")
                // A lower bound, too: without one, H2 reads through all the empty values in the index first.
                .setParameter(1, Instant.EPOCH.atOffset(ZoneOffset.UTC))
                .setParameter(2, now.atOffset(ZoneOffset.UTC))
                .getResultList();
        return ids.stream().findFirst().flatMap(id -> byId((UUID) id));
    }

    List<OutboxMail> about(String kind, UUID id) {
        return entities.createQuery(
                        "select m from OutboxMail m where m.aboutKind = :kind and m.aboutId = :id"
                                + " order by m.createdAt desc",
                        OutboxMail.class)
                .setParameter("kind", kind)
                .setParameter("id", id)
                .getResultList();
    }

    /** Those that have not gone, the newest first. */
    List<OutboxMail> unsent(int limit) {
        return entities.createQuery(
                        "select m from OutboxMail m where m.state <> :sent order by m.createdAt desc", OutboxMail.class)
                .setParameter("sent", MailState.SENT)
                .setMaxResults(limit)
                .getResultList();
    }

    List<OutboxMail> newest(int limit) {
        return entities.createQuery("select m from OutboxMail m order by m.createdAt desc", OutboxMail.class)
                .setMaxResults(limit)
                .getResultList();
    }
}
