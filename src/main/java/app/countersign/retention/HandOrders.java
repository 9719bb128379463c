package app.countersign.retention;

import app.countersign.access.Roles;
import app.countersign.deadline.DeadlineStart;
import app.countersign.deadline.Deadlines;
import app.countersign.deadline.Place;
import app.countersign.deadline.Subject;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.Settings;
import app.countersign.kernel.Texts;
import app.countersign.party.Organisation;
import app.countersign.terms.Law;
import app.countersign.terms.LegalRule;
import app.countersign.terms.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
    private Law law;

    @Inject
    private Settings settings;

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
        return order(processor, disposal.map(made::of).orElse(made), span);
    }

    /** In a store that only people reach, as soon as the law wants a person's request dealt with. */
    HandDeletion order(Organisation processor, Store store, Erasure erasure) {
        LocalDate askedOn = LocalDate.ofInstant(erasure.askedAt(), processor.zone());
        Span span = law.on(askedOn, "handle").stream()
                .map(LegalRule::promise)
                .filter(term -> term.says("of", "inquiries"))
                .flatMap(term -> term.span("within").stream())
                .findFirst()
                .orElse(Span.WITHOUT_DELAY);
        HandDeletion.Order what = new HandDeletion.Order(
                store.name(), erasure.clause(), Texts.of(processor.language()).text("deletion.order.person"));
        return order(
                processor,
                new HandDeletion(
                                deletions.nextSerial(),
                                processor.id(),
                                what,
                                askedOn,
                                due(span, askedOn, processor),
                                clock.instant())
                        .of(erasure),
                span);
    }

    private Instant due(Span span, LocalDate askedOn, Organisation processor) {
        if (span.immediate()) {
            return clock.instant().plus(settings.withoutDelay());
        }
        return span.period() == null
                ? span.after(askedOn.atStartOfDay(processor.zone()))
                : endOf(askedOn.plus(span.period()), processor);
    }

    private HandDeletion order(Organisation processor, HandDeletion deletion, Span span) {
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
                deletion.requestedOn().atStartOfDay(processor.zone()).toInstant(),
                Place.in(processor.zone()).country(processor.country().code()),
                Optional.of(deletion.dueAt()),
                WARNINGS,
                List.of(Roles.DPO, Roles.LEGAL)));
        happened.fire(new HandDeletionEvent.HandDeletionOrdered(
                deletion.id(), processor.id(), deletion.clause(), HandDeletionEvent.facts(deletion)));
        return deletion;
    }

    /** It need not be done; its clock ends.
     *
     * @throws Invalid with a complaint for {@code reason} */
    void drop(HandDeletion deletion, String reason, String by) {
        deletion.drop(by, reason, clock.instant());
        deadlines.waive(
                deletion.id(),
                deletion.processorId(),
                CLOCK,
                clock.instant(),
                by,
                HandDeletion.NOTE.require("reason", reason));
        Map<String, Object> facts = HandDeletionEvent.facts(deletion);
        facts.put("reason", deletion.statement().orElse(""));
        happened.fire(new HandDeletionEvent.HandDeletionDropped(
                deletion.id(), deletion.processorId(), deletion.clause(), facts));
    }

    /** The end of that day at the processor's seat. */
    static Instant endOf(LocalDate day, Organisation processor) {
        return day.plusDays(1).atStartOfDay(processor.zone()).toInstant();
    }
}
