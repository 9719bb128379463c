package app.countersign.trail;

import app.countersign.kernel.DomainEvent;
import java.util.Map;
import java.util.UUID;

/** What happens to the trail as a whole. */
sealed interface TrailEvent extends DomainEvent {

    @Override
    default String objectKind() {
        return "trail";
    }

    /** The whole of it was read and held against its heads. */
    record TrailVerified(UUID objectId, long rows, long flaws) implements TrailEvent {

        @Override
        public Map<String, Object> facts() {
            return Map.of("rows", rows, "flaws", flaws);
        }
    }

    /** Somebody took a copy of it.
     *
     * @param form {@code zip} or {@code csv} */
    record TrailExported(UUID objectId, String form) implements TrailEvent {

        @Override
        public Map<String, Object> facts() {
            return Map.of("form", form);
        }
    }
}
