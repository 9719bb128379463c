package app.countersign.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.transaction.Transactional;
import java.util.List;

/** Keeps what is to be told for those who want to hear it. The calls commit with the change that they tell of, or not at all. */
@ApplicationScoped
class Webhooks {

    /** What can be told, in the order in which it is offered. */
    static final List<String> EVENTS = List.of(
            "deadline.warned",
            "deadline.due",
            "deadline.escalated",
            "deadline.acknowledged",
            "deadline.met",
            "deadline.waived");

    /** What a person has sent to see whether it comes through; everybody hears it who is asked. */
    static final String TEST = "test";

    @Inject
    private Hooks hooks;

    /** One call for each receiver that wants to hear of it. */
    @Transactional(Transactional.TxType.MANDATORY)
    void tell(List<Message> messages) {
        List<Webhook> all = messages.isEmpty() ? List.of() : hooks.all();
        for (Message message : messages) {
            all.stream().filter(hook -> hook.hears(message)).forEach(hook -> hooks.add(call(hook, message)));
        }
    }

    /** As Standard Webhooks 1.0 wants it: what, when, and the rest. */
    static WebhookCall call(Webhook hook, Message message) {
        String body = Json.createObjectBuilder()
                .add("type", message.event())
                .add("timestamp", message.at().toString())
                .add("data", message.data())
                .build()
                .toString();
        return new WebhookCall(hook, message.event(), body, message.at());
    }
}
