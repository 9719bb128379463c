package app.countersign.retention;

import app.countersign.access.Actor;
import app.countersign.access.Roles;
import app.countersign.contract.Contract;
import app.countersign.contract.ContractEvent;
import app.countersign.contract.Contracts;
import app.countersign.contract.TemplateVersions;
import app.countersign.deadline.DeadlineStart;
import app.countersign.deadline.Deadlines;
import app.countersign.deadline.Place;
import app.countersign.deadline.Subject;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Settings;
import app.countersign.kernel.Texts;
import app.countersign.terms.Span;
import app.countersign.terms.Template;
import app.countersign.terms.Term;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** What follows once a contract has ended: a clock, a letter, and orders to delete where only people reach. */
@ApplicationScoped
class DisposalSteps {

    static final String CLOCK = "dispose-data";

    private static final List<Integer> WARNINGS = List.of(50, 80);

    @Inject
    private Disposals disposals;

    @Inject
    private Contracts contracts;

    @Inject
    private TemplateVersions versions;

    @Inject
    private HandDeletions deletions;

    @Inject
    private HandOrders orders;

    @Inject
    private DisposalLetters letters;

    @Inject
    private Deadlines deadlines;

    @Inject
    private Settings settings;

    @Inject
    private Actor actor;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    void ended(@Observes ContractEvent.ContractEnded event) {
        contracts.byId(event.subject().id()).ifPresent(this::begin);
    }

    private void begin(Contract contract) {
        LocalDate endedOn = contract.endsOn().orElseThrow();
        DisposalTerms terms = terms(contract);
        Optional<DisposalTerms.Limit> limit = terms.limit(endedOn, Optional.empty());
        if (limit.isEmpty() || disposals.of(contract.id()).isPresent()) {
            return;
        }
        Disposal disposal = new Disposal(
                contract,
                endedOn,
                limit.get().day(),
                cited(contract, limit.get().term()),
                clock.instant());
        disposals.add(disposal);
        start(contract, disposal, limit.get().span());
        happened.fire(new DisposalEvent.DisposalBegun(
                contract.id(), disposal.processorId(), disposal.clause(), DisposalEvent.facts(disposal)));
        terms.blocking().ifPresent(term -> block(contract, disposal, term));
        letters.ask(contract, disposal, false);
    }

    private void block(Contract contract, Disposal disposal, Term term) {
        HandDeletion.Order what = new HandDeletion.Order(
                Texts.of(contract.language()).text("deletion.order.block"), cited(contract, term), "");
        Instant now = clock.instant();
        orders.order(
                contract.processor(),
                what,
                today(contract),
                Span.WITHOUT_DELAY,
                now.plus(settings.withoutDelay()),
                Optional.of(disposal));
    }

    private void start(Contract contract, Disposal disposal, Span span) {
        Subject subject = Subject.of("contract", contract.id(), contract.number(), "/contract/view?id=" + contract.id())
                .of(disposal.processorId());
        deadlines.start(new DeadlineStart(
                subject,
                CLOCK,
                disposal.clause(),
                span,
                disposal.endedOn().atStartOfDay(contract.processor().zone()).toInstant(),
                Place.in(contract.processor().zone())
                        .country(contract.processor().country().code()),
                Optional.of(HandOrders.endOf(disposal.dueOn(), contract.processor())),
                WARNINGS,
                List.of(Roles.LEGAL, Roles.DPO)));
    }

    /** Another period was agreed: the clock runs to another day. */
    void agree(Contract contract, Disposal disposal, Span agreed) {
        DisposalTerms.Limit limit =
                terms(contract).limit(disposal.endedOn(), Optional.of(agreed)).orElseThrow();
        disposal.agree(agreed, limit.day());
        String why = Texts.of(contract.language()).text("deletion.clock.agreed");
        deadlines.waive(contract.id(), disposal.processorId(), CLOCK, clock.instant(), who(), why);
        start(contract, disposal, agreed);
        Map<String, Object> facts = DisposalEvent.facts(disposal);
        facts.put("period", agreed.toString());
        happened.fire(
                new DisposalEvent.RetentionAgreed(contract.id(), disposal.processorId(), disposal.clause(), facts));
    }

    /** The controller has chosen: what only people can delete is ordered, once. */
    void chosen(Contract contract, Disposal disposal) {
        Map<String, Object> facts = DisposalEvent.facts(disposal);
        disposal.chosenHow().ifPresent(how -> facts.put("how", KebabCase.of(how)));
        disposal.remark().ifPresent(remark -> facts.put("reason", remark));
        DisposalTerms terms = terms(contract);
        String clause = terms.offer().map(term -> cited(contract, term)).orElse(disposal.clause());
        happened.fire(new DisposalEvent.DisposalChosen(contract.id(), disposal.processorId(), clause, facts));
        boolean ordered = deletions.of(contract.id()).stream()
                .anyMatch(deletion ->
                        !deletion.title().equals(Texts.of(contract.language()).text("deletion.order.block")));
        if (!ordered) {
            order(contract, disposal, terms, clause);
        }
    }

    private void order(Contract contract, Disposal disposal, DisposalTerms terms, String clause) {
        Texts texts = Texts.of(contract.language());
        LocalDate today = today(contract);
        Span left = new Span(
                Period.ofDays((int) Math.max(1, ChronoUnit.DAYS.between(today, disposal.dueOn()))), null, false);
        HandDeletion.Order everything = new HandDeletion.Order(texts.text("deletion.order.everything"), clause, "");
        orders.order(
                contract.processor(),
                everything,
                today,
                left,
                HandOrders.endOf(disposal.dueOn(), contract.processor()),
                Optional.of(disposal));
        SortedMap<String, String> names = terms.template().dataCategories(contract.language());
        for (Term term : terms.onRequest()) {
            Span span = term.span("for").orElseThrow();
            for (String data : term.symbols("data")) {
                Instant due = span.period() == null
                        ? span.after(clock.instant().atZone(contract.processor().zone()))
                        : HandOrders.endOf(today.plus(span.period()), contract.processor());
                orders.order(
                        contract.processor(),
                        new HandDeletion.Order(names.getOrDefault(data, data), cited(contract, term), ""),
                        today,
                        span,
                        due,
                        Optional.of(disposal));
            }
        }
    }

    DisposalTerms terms(Contract contract) {
        return new DisposalTerms(template(contract));
    }

    Template template(Contract contract) {
        return versions.template(contract.template());
    }

    private String who() {
        return actor.identity().name();
    }

    private static String cited(Contract contract, Term term) {
        return contract.template().code() + " " + term.clause().id();
    }

    private LocalDate today(Contract contract) {
        return LocalDate.now(clock.withZone(contract.processor().zone()));
    }

    /** @return whether there was one */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean remindNext() {
        Optional<Disposal> next = disposals.lockNextToRemind(clock.instant());
        next.ifPresent(disposal -> {
            Contract contract = contracts.byId(disposal.contractId()).orElseThrow();
            disposal.reminded(clock.instant(), contract);
            letters.ask(contract, disposal, true);
            happened.fire(new DisposalEvent.DisposalReminded(
                    contract.id(), disposal.processorId(), disposal.clause(), DisposalEvent.facts(disposal)));
        });
        return next.isPresent();
    }
}
