package app.countersign.access;

import app.countersign.kernel.DomainEvent;
import java.util.Map;
import java.util.UUID;

/** A second factor was set up, used up or taken away.
 *
 * @param what {@code set-up}, {@code recovery-codes-made}, {@code recovery-code-used}, {@code removed}, {@code reset} */
record SecondFactorChanged(UUID objectId, String what) implements DomainEvent {

    @Override
    public String objectKind() {
        return "account";
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("what", what);
    }
}
