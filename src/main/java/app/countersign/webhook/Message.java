package app.countersign.webhook;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that a room has to tell.
 *
 * @param event {@code deadline.due}: one of {@link Webhooks#EVENTS}
 * @param processor whose business it is; empty for the installation's own, of which only those hear who hear of all
 * @param at when it happened
 * @param data what happened, for programs
 */
public record Message(String event, Optional<UUID> processor, Instant at, JsonObject data) {}
