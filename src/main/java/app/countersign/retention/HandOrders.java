package app.countersign.retention;

import app.countersign.access.Roles;
import app.countersign.deadline.DeadlineStart;
import app.countersign.deadline.Deadlines;
import app.countersign.deadline.Place;
import app.countersign.deadline.Subject;
import app.countersign.kernel.DomainEvent;
import app.countersign.party.Organisation;
import app.countersign.terms.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Orders deletions by hand, each with its clock. */
@ApplicationScoped
class HandOrders {

    static final String CLOCK = "delete-by-hand";

    private static final List<Integer> WARNINGS = List.of(50, 80);

    @Inject
    private HandDeletions deletions;

    @Inject
    private Deadlines deadlines;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /**
     * @param span of the clause, from the day of the request
     * @param dueAt by when it is to be done
     * @param disposal to which it belongs
     */
    HandDeletion order(
            Organisation processor,
            HandDeletion.Order what,
            LocalDate requestedOn,
            Span span,
            Instant dueAt,
            Optional<Disposal> disposal) {
        HandDeletion made =
                new HandDeletion(deletions.nextSerial(), processor.id(), what, requestedOn, dueAt, clock.instant());
        HandDeletion deletion = disposal.map(made::of).orElse(made);
        deletions.add(deletion);
        String about = deletion.contractNumber().isEmpty() ? "" : " · " + deletion.contractNumber();
        Subject subject = Subject.of(
                        HandDeletions.KIND,
                        deletion.id(),
                        deletion.number() + about,
                        "/deletion/view?id=" + deletion.id())
                .of(processor.id());
        deadlines.start(new DeadlineStart(
                subject,
                CLOCK,
                deletion.clause(),
                span,
                requestedOn.atStartOfDay(processor.zone()).toInstant(),
                Place.in(processor.zone()).country(processor.country().code()),
                Optional.of(dueAt),
                WARNINGS,
                List.of(Roles.DPO, Roles.LEGAL)));
        happened.fire(new HandDeletionEvent.HandDeletionOrdered(
                deletion.id(), processor.id(), deletion.clause(), HandDeletionEvent.facts(deletion)));
        return deletion;
    }

    /** The end of that day at the processor's seat. */
    static Instant endOf(LocalDate day, Organisation processor) {
        return day.plusDays(1).atStartOfDay(processor.zone()).toInstant();
    }
}
