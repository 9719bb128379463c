package app.countersign.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All receivers, and the calls to them. */
@ApplicationScoped
class Hooks {

    /** So long a call can be looked up after it was made. */
    private static final Duration KEPT = Duration.ofDays(30);

    private static final int FORGOTTEN_AT_ONCE = 1000;

    @PersistenceContext
    private EntityManager entities;

    List<Webhook> all() {
        return entities.createQuery("select w from Webhook w order by w.label, w.createdAt", Webhook.class)
                .getResultList();
    }

    Optional<Webhook> byId(UUID id) {
        return Optional.ofNullable(entities.find(Webhook.class, id));
    }

    Optional<Webhook> lock(UUID id) {
        return Optional.ofNullable(entities.find(Webhook.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    void add(Webhook hook) {
        entities.persist(hook);
    }

    void add(WebhookCall call) {
        entities.persist(call);
    }

    /** With the calls to it: nobody is left to make them to. */
    void remove(Webhook hook) {
        entities.createQuery("delete from WebhookCall c where c.webhookId = :hook")
                .setParameter("hook", hook.id())
                .executeUpdate();
        entities.remove(hook);
    }

    /** Those whose time of rest is over. */
    List<UUID> due(Instant now) {
        return entities.createQuery("select w.id from Webhook w where w.resumeAt <= :now order by w.id", UUID.class)
                .setParameter("now", now)
                .getResultList();
    }

    /** The calls that wait for it, the earliest first. */
    List<UUID> waiting(UUID hook, int most) {
        return entities.createQuery(
                        "select c.id from WebhookCall c where c.webhookId = :hook and c.state = :state"
                                + " order by c.createdAt, c.id",
                        UUID.class)
                .setParameter("hook", hook)
                .setParameter("state", CallState.WAITING)
                .setMaxResults(most)
                .getResultList();
    }

    Optional<WebhookCall> call(UUID id) {
        return Optional.ofNullable(entities.find(WebhookCall.class, id));
    }

    /** The newest first. */
    List<WebhookCall> newest(UUID hook, int most) {
        return entities.createQuery(
                        "select c from WebhookCall c where c.webhookId = :hook order by c.createdAt desc, c.id",
                        WebhookCall.class)
                .setParameter("hook", hook)
                .setMaxResults(most)
                .getResultList();
    }

    /** Forgets calls of long ago; those that still wait are given up long before. */
    int forgetOld(Instant now) {
        return entities.createNativeQuery("delete from webhook_call where id in (select id from webhook_call"
                        + " where created_at < ? fetch first " + FORGOTTEN_AT_ONCE + " rows only)")
                .setParameter(1, now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }
}
