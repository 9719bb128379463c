package app.countersign.mail;

import app.countersign.kernel.DomainEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A mail was given up: a person must look at it. */
public record MailFailed(String objectKind, UUID objectId, Map<String, Object> facts, Optional<UUID> processor)
        implements DomainEvent {

    static MailFailed of(OutboxMail mail) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("mail", mail.id().toString());
        facts.put("to", mail.withoutSubscriber(mail.recipient()));
        facts.put("subject", mail.subject());
        facts.put("attempts", mail.attempts());
        mail.lastProblem().ifPresent(problem -> facts.put("problem", mail.withoutSubscriber(problem)));
        return new MailFailed(mail.aboutKind(), mail.aboutId(), facts, mail.processor());
    }
}
