package app.countersign.mail;

import app.countersign.access.Remit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The mails in the outbox. */
@ApplicationScoped
class OutboxMails {

    private static final Comparator<OutboxMail> NEWEST =
            Comparator.comparing(OutboxMail::createdAt).reversed();

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

    /** Of the mails to that address of which the end is known, the newest. */
    Optional<OutboxMail> lastEnded(String recipient) {
        return entities.createQuery(
                        "select m from OutboxMail m where m.recipient = :recipient and m.state in :ended"
                                + " order by m.createdAt desc",
                        OutboxMail.class)
                .setParameter("recipient", recipient)
                .setParameter("ended", List.of(MailState.SENT, MailState.FAILED, MailState.BOUNCED))
                .setMaxResults(1)
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

    /**
     * Makes mails due again that an instance claimed a while ago and never finished. Asked by whoever is the only one to
     * deliver at this time, so that nobody else is still at them.
     */
    void release(Instant now) {
        entities.createNativeQuery("update outbox_mail set next_attempt_at = ? where state = 'sending'"
                        + " and next_attempt_at between ? and ?")
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .setParameter(2, now.atOffset(ZoneOffset.UTC))
                .setParameter(
                        3, now.plus(OutboxMail.CLAIM).minus(OutboxMail.LEFT).atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** Those within the remit that tell of that object, the newest first. */
    List<OutboxMail> about(String kind, UUID id, Remit remit) {
        return entities.createQuery(
                        "select m from OutboxMail m where m.aboutKind = :kind and m.aboutId = :id"
                                + " order by m.createdAt desc",
                        OutboxMail.class)
                .setParameter("kind", kind)
                .setParameter("id", id)
                .getResultStream()
                .filter(mail -> isWithin(remit, mail))
                .toList();
    }

    static boolean isWithin(Remit remit, OutboxMail mail) {
        return remit.covers(mail.processor().orElse(null))
                && remit.reaches(mail.createdAt(), Optional.of(mail.createdAt()));
    }

    /** Those within the remit that have not gone, the newest first. */
    List<OutboxMail> unsent(Remit remit, int limit) {
        return Stream.of(MailState.WAITING, MailState.SENDING, MailState.FAILED)
                .flatMap(state -> newest(remit, Optional.of(state), limit))
                .sorted(NEWEST)
                .limit(limit)
                .toList();
    }

    /** Those within the remit, the newest first. */
    List<OutboxMail> newest(Remit remit, int limit) {
        return newest(remit, Optional.empty(), limit)
                .sorted(NEWEST)
                .limit(limit)
                .toList();
    }

    /** One question for each processor: each is answered by an index in the wanted order. */
    private Stream<OutboxMail> newest(Remit remit, Optional<MailState> state, int limit) {
        return remit.everyProcessor()
                ? question(remit, Optional.empty(), state, limit)
                : remit.processors().stream()
                        .flatMap(processor -> question(remit, Optional.of(processor), state, limit));
    }

    private Stream<OutboxMail> question(Remit remit, Optional<UUID> processor, Optional<MailState> state, int limit) {
        List<String> conditions = new ArrayList<>();
        processor.ifPresent(p -> conditions.add("m.processor = :processor"));
        state.ifPresent(s -> conditions.add("m.state = :state"));
        remit.since().ifPresent(first -> conditions.add("m.createdAt >= :since"));
        remit.before().ifPresent(last -> conditions.add("m.createdAt < :before"));
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        // The columns before it are named in the order, too, so that H2 uses the index.
        String order =
                (processor.isPresent() ? "m.processor desc, " : "") + (state.isPresent() ? "m.state desc, " : "");
        TypedQuery<OutboxMail> query = entities.createQuery(
                "select m from OutboxMail m" + where + " order by " + order + "m.createdAt desc", OutboxMail.class);
        processor.ifPresent(p -> query.setParameter("processor", p.toString()));
        state.ifPresent(s -> query.setParameter("state", s));
        remit.since().ifPresent(first -> query.setParameter("since", first));
        remit.before().ifPresent(last -> query.setParameter("before", last));
        return query.setMaxResults(limit).getResultStream();
    }
}
