package app.countersign.webhook;

import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.Reason;
import app.countersign.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The transactions around a call: none is open while it is made. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class Calls {

    @Inject
    private Hooks hooks;

    @Inject
    private Vault vault;

    @Inject
    private GivenUpMails mails;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /** What is needed to make a call. */
    record Ready(UUID id, String url, String body, byte[] secret) {}

    List<UUID> dueHooks() {
        return hooks.due(clock.instant());
    }

    List<UUID> waiting(UUID hook, int most) {
        return hooks.waiting(hook, most);
    }

    /** Empty if somebody has removed the receiver meanwhile. */
    Optional<Ready> ready(UUID callId) {
        return hooks.call(callId)
                .filter(call -> call.state() == CallState.WAITING)
                .flatMap(call -> hooks.byId(call.webhookId())
                        .map(hook -> new Ready(
                                call.id(),
                                hook.url(),
                                call.body(),
                                vault.reveal(hook.secret(), ConcealedSecrets.purposeOf(hook.id())))));
    }

    /** What came of it. */
    void made(UUID hookId, UUID callId, Optional<Reason> problem) {
        Optional<Webhook> hook = hooks.lock(hookId);
        Optional<WebhookCall> call = hooks.call(callId);
        if (hook.isEmpty() || call.isEmpty()) {
            return;
        }
        problem.ifPresentOrElse(
                reason -> failed(hook.get(), call.get(), reason), () -> delivered(hook.get(), call.get()));
    }

    private void delivered(Webhook hook, WebhookCall call) {
        call.delivered(clock.instant());
        hook.answered(clock.instant());
    }

    private void failed(Webhook hook, WebhookCall call, Reason problem) {
        call.failed(problem, clock.instant());
        hook.failed(clock.instant());
        if (call.state() == CallState.FAILED) {
            happened.fire(WebhookEvent.gaveUp(hook, call));
            mails.tell(hook, call, problem);
        }
    }

    int forgetOld() {
        return hooks.forgetOld(clock.instant());
    }
}
