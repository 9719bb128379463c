package app.countersign.announcement;

import app.countersign.kernel.DomainEvent;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What happens to a subscription, without a word of whose it is: the trail forgets nothing. */
public sealed interface SubscriptionEvent extends DomainEvent {

    @Override
    default String objectKind() {
        return Subscribers.KIND;
    }

    record SubscriptionConfirmed(UUID objectId, Map<String, Object> facts, Optional<UUID> processor)
            implements SubscriptionEvent {}

    record SubscriptionEnded(UUID objectId, Map<String, Object> facts, Optional<UUID> processor)
            implements SubscriptionEvent {}
}
