package app.countersign.inquiry;

import app.countersign.access.Roles;
import app.countersign.deadline.Deadline;
import app.countersign.deadline.DeadlineStart;
import app.countersign.deadline.Deadlines;
import app.countersign.deadline.Place;
import app.countersign.deadline.Reckoning;
import app.countersign.deadline.Subject;
import app.countersign.party.Organisation;
import app.countersign.terms.Law;
import app.countersign.terms.LegalRule;
import app.countersign.terms.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The clock of an answer: as the law has it where a person asks, else to the day that those who ask have set. */
@ApplicationScoped
class AnswerClock {

    static final String KIND = "answer-inquiry";

    private static final List<Integer> WARNINGS = List.of(50, 80);

    @Inject
    private Deadlines deadlines;

    @Inject
    private Law law;

    /**
     * By when, and why.
     *
     * @param day the last one, where one was set
     */
    record Term(Span span, String clause, Optional<LocalDate> day) {

        /** To the end of a day that was set. */
        static Term until(LocalDate day, LocalDate receivedOn, String clause) {
            Period days = Period.ofDays(Math.toIntExact(ChronoUnit.DAYS.between(receivedOn, day)));
            return new Term(new Span(days, null, false), clause, Optional.of(day));
        }

        Instant end(LocalDate receivedOn, Organisation processor) {
            return day.map(last -> endOf(last, processor))
                    .orElseGet(() -> Reckoning.of(span, beginOf(receivedOn, processor), place(processor))
                            .due());
        }
    }

    /** What the processor's law says of a person's inquiry that came in that day; empty if it says no period. */
    Optional<Term> ofPerson(Organisation processor, LocalDate receivedOn) {
        return rule(processor, receivedOn)
                .flatMap(rule ->
                        rule.promise().span("within").map(span -> new Term(span, rule.citation(), Optional.empty())));
    }

    /** The same with what may be added to it once; empty if the law knows no such thing. */
    Optional<Term> extended(Organisation processor, LocalDate receivedOn) {
        return rule(processor, receivedOn)
                .flatMap(rule -> rule.promise()
                        .span("within")
                        .flatMap(within -> rule.promise()
                                .span("extended")
                                .map(more -> new Span(within.period().plus(more.period()), null, false)))
                        .map(span -> new Term(span, rule.citation(), Optional.empty())));
    }

    private Optional<LegalRule> rule(Organisation processor, LocalDate receivedOn) {
        String act = law.actAt(processor.country().code());
        return law.on(receivedOn, "handle").stream()
                .filter(rule -> rule.act().equals(act) && rule.promise().says("of", "inquiries"))
                .findFirst();
    }

    /** @return when it is due */
    Instant start(Inquiry inquiry, Organisation processor, Term term) {
        Subject subject = Subject.of(Inquiries.KIND, inquiry.id(), inquiry.number(), "/inquiry/view?id=" + inquiry.id())
                .of(processor.id());
        Deadline started = deadlines.start(new DeadlineStart(
                subject,
                KIND,
                term.clause(),
                term.span(),
                beginOf(inquiry.receivedOn(), processor),
                place(processor),
                Optional.of(term.end(inquiry.receivedOn(), processor)),
                WARNINGS,
                List.of(Roles.DPO, Roles.LEGAL)));
        return started.dueAt();
    }

    /** It runs to another day from now on. */
    Instant move(Inquiry inquiry, Organisation processor, Term term, Instant now, String by, String why) {
        deadlines.waive(inquiry.id(), processor.id(), KIND, now, by, why);
        return start(inquiry, processor, term);
    }

    boolean isLate(Inquiry inquiry, Instant at) {
        return deadlines.isAnyLate(inquiry.id(), KIND, at);
    }

    void stop(Inquiry inquiry, Instant at, String by, String late) {
        deadlines.meet(inquiry.id(), KIND, at, by, late);
    }

    private static Place place(Organisation processor) {
        return Place.in(processor.zone()).country(processor.country().code());
    }

    private static Instant beginOf(LocalDate day, Organisation processor) {
        return day.atStartOfDay(processor.zone()).toInstant();
    }

    static Instant endOf(LocalDate day, Organisation processor) {
        return beginOf(day.plusDays(1), processor);
    }
}
