package app.countersign.deadline;

import app.countersign.kernel.DomainEvent;
import java.util.Map;
import java.util.UUID;

/** What happens to an account's link to its calendar. */
public sealed interface CalendarLinkEvent extends DomainEvent {

    UUID account();

    @Override
    default String objectKind() {
        return "calendar-link";
    }

    @Override
    default Map<String, Object> facts() {
        return Map.of("account", account());
    }

    record CalendarLinkMade(UUID objectId, UUID account) implements CalendarLinkEvent {}

    record CalendarLinkRevoked(UUID objectId, UUID account) implements CalendarLinkEvent {}
}
