package app.countersign.announcement;

import app.countersign.contract.Contract;
import app.countersign.contract.Contracts;
import app.countersign.contract.ContractsInForce;
import app.countersign.contract.TemplateVersions;
import app.countersign.deadline.DeadlineStart;
import app.countersign.deadline.Deadlines;
import app.countersign.deadline.Place;
import app.countersign.deadline.Reckoning;
import app.countersign.deadline.Subject;
import app.countersign.kernel.Country;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.EmailAddress;
import app.countersign.kernel.Reason;
import app.countersign.mail.Outbox;
import app.countersign.party.Organisation;
import app.countersign.subprocessor.ChangeKind;
import app.countersign.subprocessor.EngageRule;
import app.countersign.subprocessor.Engagement;
import app.countersign.subprocessor.Engagements;
import app.countersign.subprocessor.Footing;
import app.countersign.subprocessor.PlaceRules;
import app.countersign.subprocessor.Placing;
import app.countersign.subprocessor.Verdict;
import app.countersign.terms.Adequacy;
import app.countersign.terms.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Tells the controllers of a change. Each contract has a transaction of its own, in which its row, its mail and how far the
 * campaign has come are written: a crash leaves the rest untold, and the next run goes on with them.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class Campaign {

    /** The kind of the deadline by which controllers must have agreed. */
    static final String CONSENT = "await-consent";

    @Inject
    private Announcements announcements;

    @Inject
    private Contracts contracts;

    @Inject
    private TemplateVersions versions;

    @Inject
    private Engagements engagements;

    @Inject
    private Adequacy adequacy;

    @Inject
    private ChangeLetters letters;

    @Inject
    private Outbox outbox;

    @Inject
    private Deadlines deadlines;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    List<UUID> unfinished(int most) {
        return announcements.unfinished(most);
    }

    /** Contracts that are yet to be told, at most that many, by serial. When none is left, the campaign is done. */
    List<UUID> untold(UUID changeId, int most) {
        Announcement change = announcements.lock(changeId);
        List<UUID> untold = contracts.inForce(concerned(change), change.reached(), most).stream()
                .map(Contract::id)
                .toList();
        if (change.isWithdrawn()) {
            return List.of();
        }
        if (untold.isEmpty()) {
            change.finish();
            startClock(change);
        }
        return untold;
    }

    /** Those in force when it was announced. */
    private ContractsInForce concerned(Announcement change) {
        return concerned(
                change.processorId(), change.announcedAt().atZone(zone(change)).toLocalDate());
    }

    static ContractsInForce concerned(UUID processor, LocalDate day) {
        return new ContractsInForce(processor, day, day, Optional.empty());
    }

    private ZoneId zone(Announcement change) {
        return engagements
                .processor(change.processorId())
                .map(Organisation::zone)
                .orElse(java.time.ZoneOffset.UTC);
    }

    void tell(UUID changeId, UUID contractId) {
        Announcement change = announcements.lock(changeId);
        Contract contract = contracts.byId(contractId).orElseThrow();
        if (change.isWithdrawn() || announcements.isTold(changeId, contractId)) {
            return;
        }
        Instant now = clock.instant();
        Template template = versions.template(contract.template());
        Optional<Placing> bad = worst(change, contract, template);
        EngageRule rule = rule(change, template, bad);
        ChangeNotice notice = new ChangeNotice(change, contract, rule, now, due(change, contract, rule, now));
        announcements.add(notice);
        change.reached(contract.serial());
        if (bad.filter(Placing::isBad).isPresent()) {
            notice.bar(bad.get().reason());
            return;
        }
        Optional<EmailAddress> to = letters.addressee(contract);
        to.ifPresentOrElse(
                address ->
                        notice.mailed(address.value(), outbox.send(letters.notice(change, notice, contract, address))),
                () -> notice.unmailable(Reason.of("announcement.problem.no-address")));
        Optional<String> cited = Optional.of(cited(template, rule));
        happened.fire(
                to.isPresent()
                        ? new ChangeEvent.SubProcessorChangeTold(
                                change.id(),
                                ChangeEvent.facts(change, notice),
                                Optional.of(change.processorId()),
                                cited)
                        : new ChangeEvent.SubProcessorChangeUntold(
                                change.id(),
                                ChangeEvent.facts(change, notice),
                                Optional.of(change.processorId()),
                                cited));
    }

    /**
     * Something about that contract trips the application up. Its row says so, by the law's own rule, so that a person
     * tells the controller.
     */
    void tripped(UUID changeId, UUID contractId) {
        Announcement change = announcements.lock(changeId);
        Contract contract = contracts.byId(contractId).orElseThrow();
        if (announcements.isTold(changeId, contractId)) {
            return;
        }
        Instant now = clock.instant();
        EngageRule rule = EngageRule.byLaw(change.kind());
        ChangeNotice notice = new ChangeNotice(change, contract, rule, now, due(change, contract, rule, now));
        notice.unmailable(Reason.of("announcement.problem.failed"));
        announcements.add(notice);
        change.reached(contract.serial());
    }

    static String cited(Template template, EngageRule rule) {
        return rule.clause().contains(" ") ? rule.clause() : template.code() + " " + rule.clause();
    }

    /** The place that this contract likes least; none where less is processed than before. */
    private Optional<Placing> worst(Announcement change, Contract contract, Template template) {
        if (change.kind() == ChangeKind.ENDED) {
            return Optional.empty();
        }
        Engagement engagement = engagements.byId(change.engagementId()).orElseThrow();
        Footing footing = new Footing(
                change.safeguards(),
                engagement.document().isPresent(),
                List.of(
                        contract.processor().country().code(),
                        contract.controller().country().code()),
                change.effectiveOn());
        PlaceRules rules = PlaceRules.of(template, adequacy);
        Set<Country> judged = new java.util.LinkedHashSet<>(change.places());
        judged.add(engagement.organisation().country());
        return judged.stream()
                .map(country -> rules.judge(country, footing))
                .max(Comparator.comparing(Placing::verdict));
    }

    private EngageRule rule(Announcement change, Template template, Optional<Placing> worst) {
        boolean further = engagements
                .byId(change.engagementId())
                .flatMap(Engagement::parent)
                .isPresent();
        EngageRule rule = EngageRule.of(template, change.kind(), further);
        return worst.filter(placing -> placing.verdict() == Verdict.NEEDS_CONSENT)
                .map(placing -> rule.withConsentFor(placing, label(template, placing)))
                .orElse(rule);
    }

    private static String label(Template template, Placing placing) {
        return template.terms("place").stream()
                .map(term -> term.clause())
                .filter(clause -> placing.clause().filter(clause.id()::equals).isPresent())
                .findFirst()
                .map(clause -> clause.label())
                .orElse(placing.clause().orElse(""));
    }

    /** The day of the change, and never before this contract's own time is over. */
    private static Instant due(Announcement change, Contract contract, EngageRule rule, Instant now) {
        ZoneId zone = contract.processor().zone();
        Instant day = change.effectiveOn().atStartOfDay(zone).toInstant();
        Instant earliest = rule.notice()
                .map(span ->
                        Reckoning.of(span, now, place(contract.processor())).due())
                .orElse(now);
        return day.isAfter(earliest) ? day : earliest;
    }

    static Place place(Organisation processor) {
        return Place.in(processor.zone()).country(processor.country().code());
    }

    /** One clock for all who must agree: by the day of the change, or it does not take effect for them. */
    private void startClock(Announcement change) {
        List<String> asking = announcements.askingClauses(change.id());
        Instant due = change.effectiveOn().atStartOfDay(zone(change)).toInstant();
        Instant now = clock.instant();
        if (asking.isEmpty() || !due.isAfter(now)) {
            return;
        }
        // Forms of different processors may have clauses of the same number.
        Optional<String> own = engagements.processor(change.processorId()).flatMap(Organisation::code);
        String code = versions.promising().stream()
                .map(versions::template)
                .filter(template -> Optional.of(template.processor()).equals(own))
                .filter(template -> template.terms().stream()
                        .anyMatch(term -> term.clause().id().equals(asking.get(0))))
                .map(Template::code)
                .findFirst()
                .orElse("");
        deadlines.start(new DeadlineStart(
                subject(change),
                CONSENT,
                (code + " " + asking.get(0)).strip(),
                app.countersign.terms.Span.of(
                        "PT" + Math.max(1, Duration.between(now, due).toMinutes()) + "M"),
                now,
                Place.in(zone(change)),
                Optional.empty(),
                List.of(50, 80),
                List.of("dpo", "legal")));
    }

    static Subject subject(Announcement change) {
        return Subject.of(
                        Announcements.KIND,
                        change.id(),
                        change.number() + " · " + change.name(),
                        "/announcement/view?id=" + change.id())
                .of(change.processorId());
    }
}
