package app.countersign.webhook;

import app.countersign.kernel.Reason;
import app.countersign.kernel.StoredReason;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One thing to tell one receiver. Waits, is tried until it comes through, or is given up after three days. */
@Entity
@Table(name = "webhook_call")
public class WebhookCall {

    static final Duration GIVEN_UP_AFTER = Duration.ofDays(3);

    @Id
    private UUID id;

    @Column(name = "webhook_id")
    private UUID webhookId;

    private String event;
    private String body;
    private CallState state;

    @Column(name = "created_at")
    private Instant createdAt;

    private int attempts;

    @Column(name = "tried_at")
    private Instant triedAt;

    @Column(name = "problem_key")
    private String problemKey;

    @Column(name = "problem_detail")
    private String problemDetail;

    protected WebhookCall() {}

    WebhookCall(Webhook hook, String event, String body, Instant now) {
        this.id = UUID.randomUUID();
        this.webhookId = hook.id();
        this.event = event;
        this.body = body;
        this.state = CallState.WAITING;
        this.createdAt = now;
    }

    void delivered(Instant now) {
        attempts++;
        triedAt = now;
        state = CallState.DELIVERED;
        problemKey = null;
        problemDetail = null;
    }

    /** It did not come through; after three days it is given up. */
    void failed(Reason problem, Instant now) {
        attempts++;
        triedAt = now;
        StoredReason stored = StoredReason.of(problem);
        problemKey = stored.key();
        problemDetail = stored.detail();
        if (!now.isBefore(createdAt.plus(GIVEN_UP_AFTER))) {
            state = CallState.FAILED;
        }
    }

    /** The same on every attempt. */
    public UUID id() {
        return id;
    }

    public UUID webhookId() {
        return webhookId;
    }

    public String event() {
        return event;
    }

    /** JSON. */
    public String body() {
        return body;
    }

    public CallState state() {
        return state;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public int attempts() {
        return attempts;
    }

    /** When it was tried last. */
    public Optional<Instant> triedAt() {
        return Optional.ofNullable(triedAt);
    }

    /** Why it did not come through the last time. */
    public Optional<Reason> problem() {
        return Optional.ofNullable(problemKey).map(key -> new StoredReason(key, problemDetail).reason());
    }
}
