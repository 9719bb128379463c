package app.countersign.retention;

import app.countersign.kernel.DomainEvent;
import java.util.Optional;
import java.util.UUID;

/** What happens to a processor's data because a clause demands it. */
interface ByClause extends DomainEvent {

    UUID ofProcessor();

    /** As the trail cites it: {@code okomo-dpa 4-3}. */
    String cited();

    @Override
    default Optional<UUID> processor() {
        return Optional.of(ofProcessor());
    }

    @Override
    default Optional<String> clause() {
        return Optional.of(cited());
    }
}
