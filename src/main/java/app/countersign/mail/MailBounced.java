package app.countersign.mail;

import app.countersign.kernel.DomainEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A mail came back: it could not be delivered to the recipient after all. */
public record MailBounced(String objectKind, UUID objectId, Map<String, Object> facts) implements DomainEvent {

    static MailBounced of(OutboxMail mail) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("mail", mail.id().toString());
        facts.put("to", mail.withoutSubscriber(mail.recipient()));
        facts.put("subject", mail.subject());
        facts.put("attempts", mail.attempts());
        mail.lastProblem().ifPresent(problem -> facts.put("problem", mail.withoutSubscriber(problem)));
        return new MailBounced(mail.aboutKind(), mail.aboutId(), facts);
    }
}
