package app.countersign.access;

import app.countersign.kernel.DomainEvent;
import java.util.Map;
import java.util.UUID;

/** A session has ended.
 *
 * @param why {@code asked}, {@code idle}, {@code longest}, {@code ended-elsewhere}, {@code password}, {@code roles},
 *     {@code factor}, {@code closed} */
record SignedOut(UUID objectId, String why) implements DomainEvent {

    @Override
    public String objectKind() {
        return "account";
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("why", why);
    }
}
