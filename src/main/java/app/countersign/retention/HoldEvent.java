package app.countersign.retention;

import app.countersign.kernel.DomainEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What happens to a hold. Facts say what kind of thing it keeps, never whose. */
public sealed interface HoldEvent extends DomainEvent {

    UUID ofProcessor();

    @Override
    default String objectKind() {
        return "retention-hold";
    }

    @Override
    default Optional<UUID> processor() {
        return Optional.of(ofProcessor());
    }

    record RetentionHoldPlaced(UUID objectId, UUID ofProcessor, Optional<String> clause, Map<String, Object> facts)
            implements HoldEvent {}

    record RetentionHoldLifted(UUID objectId, UUID ofProcessor, Optional<String> clause, Map<String, Object> facts)
            implements HoldEvent {}

    /** How an event of a hold is made. */
    interface Kind {
        HoldEvent of(UUID objectId, UUID ofProcessor, Optional<String> clause, Map<String, Object> facts);
    }

    static HoldEvent of(Kind kind, Hold hold) {
        return kind.of(hold.id(), hold.processorId(), hold.origin().map(Origin::clause), facts(hold));
    }

    private static Map<String, Object> facts(Hold hold) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("reason", hold.reason());
        hold.origin().ifPresent(origin -> facts.put(origin.kind(), origin.number()));
        facts.put("ofPerson", hold.isOfPerson());
        hold.controller().ifPresent(controller -> facts.put("controller", controller));
        hold.from().ifPresent(day -> facts.put("from", day.toString()));
        hold.to().ifPresent(day -> facts.put("until", day.toString()));
        hold.endsOn().ifPresent(day -> facts.put("endsOn", day.toString()));
        return facts;
    }
}
