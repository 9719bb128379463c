package app.countersign.measure;

import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.KebabCase;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What happens to a probe; what it finds is evidence. */
public sealed interface ProbeEvent extends DomainEvent {

    Probe of();

    @Override
    default String objectKind() {
        return "probe";
    }

    @Override
    default UUID objectId() {
        return of().id();
    }

    @Override
    default Optional<UUID> processor() {
        return Optional.of(of().processor());
    }

    @Override
    default Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("label", of().label());
        facts.put("probe", KebabCase.of(of().kind()));
        facts.put("target", of().target());
        facts.put("expected", of().expected());
        return facts;
    }

    record ProbeAdded(Probe of) implements ProbeEvent {}

    record ProbeRemoved(Probe of) implements ProbeEvent {}
}
