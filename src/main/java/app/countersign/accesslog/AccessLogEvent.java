package app.countersign.accesslog;

import app.countersign.kernel.DomainEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What happens to the access log. */
sealed interface AccessLogEvent extends DomainEvent {

    String KIND = "access-log";

    @Override
    default String objectKind() {
        return KIND;
    }

    /** There is one log. */
    @Override
    default UUID objectId() {
        return new UUID(0, 0);
    }

    /** What was older than the terms allow is gone. */
    record AccessLogPurged(long rows, Instant before, Optional<String> clause) implements AccessLogEvent {

        @Override
        public Map<String, Object> facts() {
            return Map.of("before", before, "rows", rows);
        }
    }

    /** Somebody took a copy. */
    record AccessLogExported(String form) implements AccessLogEvent {

        @Override
        public Map<String, Object> facts() {
            return Map.of("form", form);
        }
    }

    /** Somebody has reviewed it; the hash is that of the figures that they saw. */
    record AccessLogReviewed(UUID review, Instant from, Instant until, String figures, Optional<String> clause)
            implements AccessLogEvent {

        @Override
        public Map<String, Object> facts() {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("review", review);
            facts.put("from", from);
            facts.put("until", until);
            facts.put("figures", figures);
            return facts;
        }
    }
}
