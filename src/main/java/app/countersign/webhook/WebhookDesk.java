package app.countersign.webhook;

import app.countersign.access.Actor;
import app.countersign.access.CallersRemit;
import app.countersign.access.FreshProof;
import app.countersign.access.Roles;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.PlainText;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.kernel.Settings;
import app.countersign.party.Organisation;
import app.countersign.party.Organisations;
import app.countersign.vault.Vault;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who is called, and what came of it. */
@Stateless
public class WebhookDesk {

    /** So many are more than anybody's pagers need. */
    static final int MOST = 20;

    private static final int LATEST = 50;
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final PlainText LABEL = PlainText.line(100);

    @Inject
    private Hooks hooks;

    @Inject
    private Organisations organisations;

    @Inject
    private Vault vault;

    @Inject
    private CallersRemit remit;

    @Inject
    private FreshProof proof;

    @Inject
    private Actor actor;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /** @param secret to be shown once: it is kept encrypted, and nobody sees it again */
    public record Made(Webhook hook, String secret) {}

    /** What can be told, in the order in which it is offered. */
    public static final List<String> EVENTS = Webhooks.EVENTS;

    /** The event of a call that a person asked for to see whether it comes through. */
    public static final String TEST = Webhooks.TEST;

    /** Those of which the caller may know. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO})
    public List<Webhook> all() {
        return hooks.all().stream().filter(this::isVisible).toList();
    }

    /** @throws NotFound if there is none, or none that the caller may know of */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO})
    public Webhook details(UUID id) {
        return visible(hooks.byId(id));
    }

    /** The last calls to it, the newest first. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO})
    public List<WebhookCall> latest(UUID id) {
        return hooks.newest(details(id).id(), LATEST);
    }

    /**
     * From now on it is called.
     *
     * @param processor the code of whose matters it hears; empty for everybody's, which only those may choose who answer
     *     for all
     * @throws Invalid with complaints for {@code label}, {@code url}, {@code processor}, {@code events}
     */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO})
    public Made add(String label, String url, String processor, Set<String> events) {
        String called = LABEL.require("label", label);
        String address = judged(url);
        Optional<UUID> whose = whose(processor);
        if (events.isEmpty() || !Webhooks.EVENTS.containsAll(events)) {
            throw Invalid.field("events", Reason.of("webhook.complaint.events", String.join(", ", Webhooks.EVENTS)));
        }
        proof.require();
        if (hooks.all().size() >= MOST) {
            throw Refused.because("webhook.refusal.too-many", MOST);
        }
        UUID id = UUID.randomUUID();
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        Webhook hook = new Webhook(
                id,
                called,
                address,
                whose,
                events,
                vault.conceal(secret, ConcealedSecrets.purposeOf(id)),
                clock.instant(),
                actor.identity().name());
        hooks.add(hook);
        happened.fire(WebhookEvent.added(hook));
        String text = Signed.text(secret);
        Arrays.fill(secret, (byte) 0);
        return new Made(hook, text);
    }

    private Optional<UUID> whose(String code) {
        Optional<Organisation> named = Optional.ofNullable(code)
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .map(one -> organisations
                        .byCode(one)
                        .orElseThrow(() -> Invalid.field("processor", Reason.of("webhook.complaint.processor"))));
        if (!remit.covers(named.map(Organisation::id).orElse(null))) {
            throw Invalid.field("processor", Reason.of("webhook.complaint.processor"));
        }
        return named.map(Organisation::id);
    }

    /** Those of whose matters the caller may have others told. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO})
    public List<Organisation> processors() {
        return organisations.processors().stream()
                .filter(one -> remit.covers(one.id()))
                .toList();
    }

    /** Whether the caller may have others told of everybody's matters. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO})
    public boolean mayHearAll() {
        return remit.get().everyProcessor();
    }

    private String judged(String url) {
        if (url == null || url.isBlank()) {
            throw Invalid.field("url", Reason.of("kernel.text.missing"));
        }
        try {
            Target.read(url.strip()).address(settings.webhookNetworks());
            return url.strip();
        } catch (Refused e) {
            throw Invalid.field("url", e.reason());
        }
    }

    /** It is called no more; what waited for it is dropped. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO})
    public void remove(UUID id) {
        Webhook hook = visible(hooks.lock(id).orElse(null));
        hooks.remove(hook);
        happened.fire(WebhookEvent.removed(hook));
    }

    /**
     * Calls it within seconds, to see whether that comes through; what waits for it is tried at once, too.
     *
     * @return the call's id
     */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO})
    public UUID test(UUID id) {
        Webhook hook = visible(hooks.lock(id).orElse(null));
        Instant now = clock.instant();
        WebhookCall call = Webhooks.call(
                hook,
                new Message(
                        Webhooks.TEST,
                        hook.processor(),
                        now,
                        Json.createObjectBuilder()
                                .add("webhook", hook.id().toString())
                                .build()));
        hooks.add(call);
        hook.resume(now);
        return call.id();
    }

    private Webhook visible(Optional<Webhook> hook) {
        return visible(hook.orElse(null));
    }

    private Webhook visible(Webhook hook) {
        if (hook == null || !isVisible(hook)) {
            throw NotFound.because("webhook.refusal.unknown");
        }
        return hook;
    }

    private boolean isVisible(Webhook hook) {
        return remit.covers(hook.processor().orElse(null));
    }
}
