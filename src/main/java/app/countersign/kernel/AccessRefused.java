package app.countersign.kernel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who is signed in asked for what is not theirs. Of what was refused it tells kind and id, and nothing else.
 *
 * @param objectId of what was asked for; {@link #NOTHING} where the request named nothing
 * @param processor whose it is, where it is another processor's
 */
public record AccessRefused(String objectKind, UUID objectId, Map<String, Object> facts, Optional<UUID> processor)
        implements DomainEvent {

    public static final UUID NOTHING = new UUID(0, 0);

    /** @param untold how many earlier ones of the same person there were no rows for */
    static AccessRefused of(RefusedAttempts.Attempt attempt, String method, int untold) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("because", attempt.because());
        facts.put("method", method);
        if (untold > 0) {
            facts.put("untold", untold);
        }
        return new AccessRefused(attempt.kind(), attempt.id(), facts, attempt.processor());
    }
}
