package app.countersign.deadline;

import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.KebabCase;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What happens to a deadline, told as a thing that happened to its subject. Each cites the clause. */
public sealed interface DeadlineEvent extends DomainEvent {

    Deadline deadline();

    @Override
    default String objectKind() {
        return deadline().subject().kind();
    }

    @Override
    default UUID objectId() {
        return deadline().subject().id();
    }

    @Override
    default Optional<String> clause() {
        return Optional.of(deadline().clause());
    }

    @Override
    default Optional<UUID> processor() {
        return deadline().subject().processor();
    }

    @Override
    default Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("subject", deadline().subject().name());
        facts.put("deadline", deadline().id());
        facts.put("kind", deadline().kind());
        facts.put("due", deadline().dueAt());
        facts.put("state", KebabCase.of(deadline().state()));
        return facts;
    }

    record DeadlineStarted(Deadline deadline) implements DeadlineEvent {}

    /** Time is running out. */
    record DeadlineWarned(Deadline deadline) implements DeadlineEvent {}

    record DeadlineMissed(Deadline deadline) implements DeadlineEvent {}

    /** Nobody has taken note of it yet. */
    record DeadlineEscalated(Deadline deadline) implements DeadlineEvent {}

    record DeadlineMet(Deadline deadline) implements DeadlineEvent {}

    record DeadlineWaived(Deadline deadline) implements DeadlineEvent {}

    record DeadlineAcknowledged(Deadline deadline) implements DeadlineEvent {}
}
