package app.countersign.contract;

import app.countersign.access.Actor;
import app.countersign.access.Roles;
import app.countersign.deadline.DeadlineStart;
import app.countersign.deadline.Deadlines;
import app.countersign.deadline.Place;
import app.countersign.deadline.Subject;
import app.countersign.kernel.Texts;
import app.countersign.terms.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The clocks of a contract's end: its last day, and the time within which a violation is to be cured. */
@ApplicationScoped
class EndClocks {

    static final String END = "end-contract";
    static final String CURE = "cure-violation";
    static final String AWAIT_CURE = "await-cure";

    private static final List<Integer> WARNINGS = List.of(50, 80);

    @Inject
    private Deadlines deadlines;

    @Inject
    private Actor actor;

    @Inject
    private Clock clock;

    /** It runs to the contract's last day, from the day on which the notice was received. */
    void start(Contract contract, PlannedEnd end) {
        LocalDate from = contract.endReceivedOn().orElseGet(() -> today(contract));
        Span span = end.term().flatMap(term -> term.span("notice")).orElseGet(() -> between(from, end.lastDay()));
        start(contract, END, clause(contract, contract.endClause().orElse("")), span, from, end.lastDay());
    }

    void start(Contract contract, Cure cure, String clauseId) {
        String kind = cure.setBy() == Side.CONTROLLER ? CURE : AWAIT_CURE;
        Span span = between(cure.setOn(), cure.until());
        start(contract, kind, clause(contract, clauseId), span, cure.setOn(), cure.until());
    }

    private void start(Contract contract, String kind, String clause, Span span, LocalDate from, LocalDate lastDay) {
        Subject subject = Subject.of(
                        Correspondence.ABOUT, contract.id(), contract.number(), "/contract/view?id=" + contract.id())
                .of(contract.processor().id());
        deadlines.start(new DeadlineStart(
                subject,
                kind,
                clause,
                span,
                startOf(contract, from),
                Place.in(contract.processor().zone())
                        .country(contract.processor().country().code()),
                Optional.of(endOf(contract, lastDay)),
                WARNINGS,
                List.of(Roles.LEGAL)));
    }

    /** The contract has come to its end, which it does by itself and in time. */
    void ended(Contract contract) {
        Instant last = contract.endsOn().map(day -> endOf(contract, day)).orElseThrow();
        Instant now = clock.instant();
        deadlines.meet(contract.id(), END, now.isBefore(last) ? now : last, who(), null);
        drop(contract, CURE, "contract.clock.ended");
        drop(contract, AWAIT_CURE, "contract.clock.ended");
    }

    /** It does not end on that day after all. */
    void dropEnd(Contract contract, String why) {
        drop(contract, END, why);
    }

    /** @param late why it was cured only now; for a violation of ours it is asked for */
    void cured(Contract contract, String late) {
        deadlines.meet(contract.id(), CURE, clock.instant(), who(), late);
        deadlines.meet(contract.id(), AWAIT_CURE, clock.instant(), who(), late);
    }

    private void drop(Contract contract, String kind, String why) {
        String reason = Texts.of(contract.language()).text(why);
        deadlines.waive(contract.id(), contract.processor().id(), kind, clock.instant(), who(), reason);
    }

    private String who() {
        return actor.identity().name();
    }

    private static String clause(Contract contract, String id) {
        return (contract.template().code() + " " + id).strip();
    }

    private static Span between(LocalDate from, LocalDate to) {
        return new Span(Period.ofDays((int) Math.max(1, ChronoUnit.DAYS.between(from, to))), null, false);
    }

    private static Instant startOf(Contract contract, LocalDate day) {
        return day.atStartOfDay(contract.processor().zone()).toInstant();
    }

    private static Instant endOf(Contract contract, LocalDate day) {
        return startOf(contract, day.plusDays(1));
    }

    private LocalDate today(Contract contract) {
        return LocalDate.now(clock.withZone(contract.processor().zone()));
    }
}
