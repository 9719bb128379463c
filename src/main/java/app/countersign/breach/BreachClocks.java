package app.countersign.breach;

import app.countersign.contract.Contract;
import app.countersign.contract.Contracts;
import app.countersign.contract.TemplateVersions;
import app.countersign.deadline.Deadline;
import app.countersign.deadline.DeadlineStart;
import app.countersign.deadline.DeadlineState;
import app.countersign.deadline.Deadlines;
import app.countersign.deadline.Place;
import app.countersign.deadline.Subject;
import app.countersign.kernel.Settings;
import app.countersign.party.Organisation;
import app.countersign.party.Organisations;
import app.countersign.terms.Clause;
import app.countersign.terms.Law;
import app.countersign.terms.LegalRule;
import app.countersign.terms.Span;
import app.countersign.terms.Template;
import app.countersign.terms.Term;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The clocks of a breach: each controller's by its contract, the authority's by the law, a suspicion's by our own rule. */
@ApplicationScoped
class BreachClocks {

    static final String CONTROLLER = "notify-controller";
    static final String AUTHORITY = "notify-authority";
    static final String PERSONS = "notify-persons";
    static final String REVIEW = "review-suspicion";

    private static final String[] TOLD = {"dpo", "legal"};

    @Inject
    private Deadlines deadlines;

    @Inject
    private Contracts contracts;

    @Inject
    private TemplateVersions versions;

    @Inject
    private Organisations organisations;

    @Inject
    private Law law;

    @Inject
    private Drafting drafting;

    @Inject
    private Settings settings;

    /** Starts what the concerned contract promises; where it promises nothing, what the law says. The letter is drafted, too. */
    void start(Breach breach, Concern concern, Instant now) {
        Contract contract = contracts.byId(concern.contractId()).orElseThrow();
        Template template = versions.template(contract.template());
        List<Term> promises = promises(template);
        Subject subject = subject(breach, concern.controllerName())
                .of(concern.processorId())
                .part(concern.id());
        for (Term term : promises) {
            start(
                    breach,
                    subject,
                    CONTROLLER,
                    template.code() + " " + term.clause().id(),
                    term,
                    contract.processor());
        }
        if (promises.isEmpty()) {
            byLaw(breach, contract.processor(), "controller")
                    .forEach(rule ->
                            start(breach, subject, CONTROLLER, rule.citation(), rule.promise(), contract.processor()));
        }
        concern.started(now);
        drafting.first(concern, contract, now);
    }

    private static List<Term> promises(Template template) {
        return template.terms("notify").stream()
                .filter(term -> term.says("of", "breach") && term.says("whom", "controller"))
                .toList();
    }

    /** The clock that a notice ends. */
    static String kindOf(Notice notice) {
        return notice.isToPersons() ? PERSONS : CONTROLLER;
    }

    /** What demands that the contract's controller is told, as its letter cites it. */
    Demand demand(Breach breach, Contract contract, Locale language) {
        Template template = versions.template(contract.template());
        List<Term> promises = promises(template);
        String clauses = promises.stream()
                .map(term -> term.clause().id())
                .map(id -> Optional.ofNullable(template.clauses(language).get(id))
                        .map(Clause::label)
                        .orElse(id))
                .distinct()
                .collect(Collectors.joining(", "));
        return promises.isEmpty()
                ? new Demand(cited(byLaw(breach, contract.processor(), "controller"), language), false)
                : new Demand(clauses, true);
    }

    /** What demands that the persons are told of whose data we are the controller. */
    Demand demandOfPersons(Breach breach, Organisation us, Locale language) {
        return new Demand(cited(byLaw(breach, us, "data-subject"), language), false);
    }

    private String cited(List<LegalRule> rules, Locale language) {
        return rules.stream().map(rule -> rule.label(language)).collect(Collectors.joining(", "));
    }

    /** Puts the categories of data of all contracts into words; leaves others as they are. */
    UnaryOperator<String> categories(Locale language) {
        Map<String, String> words = new HashMap<>();
        versions.current().stream()
                .map(versions::template)
                .forEach(template -> words.putAll(template.dataCategories(language)));
        return name -> words.getOrDefault(name, name);
    }

    /**
     * Where we are ourselves controller: what each processor's own law says on the authority. Until somebody has judged
     * the risk it counts as high, so that no clock starts too late.
     */
    void startTowardsAuthorities(Breach breach) {
        for (UUID id : breach.processors()) {
            startTowardsAuthority(breach, organisations.byId(id).orElseThrow());
        }
    }

    private void startTowardsAuthority(Breach breach, Organisation us) {
        Instant aware = breach.awareAt().orElseThrow();
        byLaw(breach, us, "authority").forEach(rule -> start(breach, us, AUTHORITY, rule, aware));
    }

    /**
     * The risk was judged to be high: the clock towards the persons starts, from the judgement, since nobody could know
     * before; and that towards the authority starts anew where it had been decided not to tell it.
     */
    void startForHighRisk(Breach breach, Instant judged) {
        for (UUID id : breach.processors()) {
            Organisation us = organisations.byId(id).orElseThrow();
            if (!stands(breach.id(), id, AUTHORITY)) {
                startTowardsAuthority(breach, us);
            }
            if (!stands(breach.id(), id, PERSONS)) {
                startTowardsPersons(breach, us, judged);
            }
        }
    }

    private void startTowardsPersons(Breach breach, Organisation us, Instant from) {
        byLaw(breach, us, "data-subject").stream()
                .filter(rule -> rule.promise().says("where", "high-risk"))
                .forEach(rule -> start(breach, us, PERSONS, rule, from));
    }

    /** They are to be told after all: the clock that a decision had ended starts anew. */
    void restart(Breach breach, Organisation us, String kind, Instant now) {
        boolean waived = of(breach.id(), us.id(), kind).stream().anyMatch(d -> d.state() == DeadlineState.WAIVED);
        if (!waived || stands(breach.id(), us.id(), kind)) {
            return;
        }
        if (kind.equals(AUTHORITY)) {
            startTowardsAuthority(breach, us);
        } else {
            startTowardsPersons(breach, us, now);
        }
    }

    /** Whether they were told, by a deadline of that kind. */
    boolean isMet(UUID breachId, UUID processorId, String kind) {
        return of(breachId, processorId, kind).stream()
                .anyMatch(d -> d.state() == DeadlineState.MET || d.state() == DeadlineState.MET_LATE);
    }

    /** Whether a clock of that kind runs, or has done its work. */
    private boolean stands(UUID breachId, UUID processorId, String kind) {
        return of(breachId, processorId, kind).stream().anyMatch(d -> d.state() != DeadlineState.WAIVED);
    }

    private List<Deadline> of(UUID breachId, UUID processorId, String kind) {
        return deadlines.of(breachId, kind).stream()
                .filter(deadline -> deadline.subject()
                        .processor()
                        .filter(processorId::equals)
                        .isPresent())
                .toList();
    }

    /** A suspicion must not lie: by then somebody has looked. */
    void startReview(Breach breach, Instant now) {
        for (UUID id : breach.processors()) {
            Organisation us = organisations.byId(id).orElseThrow();
            Subject subject = subject(breach, us.name()).of(id);
            deadlines.start(DeadlineStart.of(
                    subject,
                    REVIEW,
                    "gdpr 33(1)",
                    new Span(null, settings.suspicionReview(), false),
                    now,
                    place(us),
                    TOLD));
        }
    }

    private void start(Breach breach, Subject subject, String kind, String clause, Term term, Organisation processor) {
        start(subject, kind, clause, term, breach.awareAt().orElseThrow(), processor);
    }

    private void start(Breach breach, Organisation us, String kind, LegalRule rule, Instant from) {
        start(subject(breach, us.name()).of(us.id()), kind, rule.citation(), rule.promise(), from, us);
    }

    private void start(Subject subject, String kind, String clause, Term term, Instant from, Organisation processor) {
        deadlines.start(
                starting(subject, kind, clause, term, from, from.plus(settings.withoutDelay()), place(processor)));
    }

    /** The clock that a term demands, which warns when the term says so.
     *
     * @param limit by when we want done what is to be done without delay */
    static DeadlineStart starting(
            Subject subject, String kind, String clause, Term term, Instant from, Instant limit, Place place) {
        Span span = within(term);
        DeadlineStart start = span.immediate()
                ? DeadlineStart.withoutDelay(subject, kind, clause, from, limit, place, TOLD)
                : DeadlineStart.of(subject, kind, clause, span, from, place, TOLD);
        return start.warnedAsSaid(term.percentages("warn"));
    }

    private List<LegalRule> byLaw(Breach breach, Organisation processor, String whom) {
        LocalDate day = breach.awareAt().orElseThrow().atZone(processor.zone()).toLocalDate();
        String act = law.actAt(processor.country().code());
        return law.on(day, "notify").stream()
                .filter(rule -> rule.act().equals(act))
                .filter(rule ->
                        rule.promise().says("of", "breach") && rule.promise().says("whom", whom))
                .toList();
    }

    private static Subject subject(Breach breach, String whom) {
        return Subject.of(Breaches.KIND, breach.id(), breach.number() + " · " + whom, "/breach/view?id=" + breach.id());
    }

    private static Place place(Organisation processor) {
        return Place.in(processor.zone()).country(processor.country().code());
    }

    private static Span within(Term term) {
        return term.span("within").orElse(Span.WITHOUT_DELAY);
    }
}
