package app.countersign.retention;

import app.countersign.access.Actor;
import app.countersign.access.CallersRemit;
import app.countersign.access.Roles;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.PlainText;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What goes when, and why. */
@Stateless
public class RuleDesk {

    static final String UNKNOWN = "retention.refusal.unknown-rule";

    private static final PlainText REASON = PlainText.line(1000);

    @Inject
    private Rules rules;

    @Inject
    private Stores stores;

    @Inject
    private Proposals proposals;

    @Inject
    private AllMeans means;

    @Inject
    private Errands errands;

    @Inject
    private JdbcMeans databases;

    @Inject
    private Ledger ledger;

    @Inject
    private Clauses clauses;

    @Inject
    private CallersRemit remit;

    @Inject
    private Actor actor;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /** Those of which the caller may know. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO, Roles.AUDITOR})
    public List<Rule> all() {
        return rules.all().stream()
                .filter(rule -> remit.covers(rule.processorId()))
                .toList();
    }

    /** @throws NotFound if there is none, or none that the caller may know of */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO, Roles.AUDITOR})
    public Rule details(UUID id) {
        return visible(rules.byId(id));
    }

    /** What the templates ask for of the caller's processors. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO, Roles.AUDITOR})
    public List<Proposal> proposals(Locale language) {
        return proposals.all(language).stream()
                .filter(proposal -> remit.covers(proposal.processor()))
                .toList();
    }

    /** How people cite that clause. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO, Roles.AUDITOR})
    public String cited(String clause, Locale language) {
        return clauses.label(clause, language);
    }

    /**
     * Which of the periods counts that the documents name for the same data.
     *
     * @param clause of one of them
     * @param period ISO
     */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO})
    public void decide(String clause, String category, String period, String reason) {
        Proposal chosen = proposals(Locale.ENGLISH).stream()
                .filter(one -> one.clause().equals(clause) && one.data().contains(category) && one.contradicted())
                .filter(one ->
                        one.periods().stream().anyMatch(span -> span.toString().equals(period)))
                .findFirst()
                .orElseThrow(() -> NotFound.because("retention.refusal.unknown-proposal"));
        String why = REASON.require("reason", reason);
        Decision decision = new Decision(
                chosen.processor(),
                clause.substring(0, clause.indexOf(' ')),
                category,
                period,
                why,
                Person.acting(actor),
                clock.instant());
        proposals.add(decision);
        happened.fire(DecisionEvent.of(decision, clause));
    }

    /** The tables and views of that store.
     *
     * @throws Refused if it can't be reached */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO})
    public List<TableName> tables(UUID store) {
        return databases.tables(jdbc(store));
    }

    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO})
    public Table table(UUID store, String name) {
        return databases
                .table(jdbc(store), RuleEntry.tableName("table", name))
                .orElseThrow(() -> Invalid.field("table", Reason.of("retention.doubt.table-gone", name)));
    }

    private Store jdbc(UUID id) {
        Store store = visibleStore(id);
        if (store.kind() != StoreKind.JDBC) {
            throw Refused.because("retention.problem.by-hand", store.name());
        }
        return store;
    }

    /**
     * A rule more. It acts once a second person has approved what it leads to.
     *
     * @throws Invalid with complaints by the entry's names, also where the store has no such table or column
     */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO})
    public Rule add(RuleEntry entry) {
        RuleDetails details = judged(entry);
        Store store = visibleStore(details.store());
        Rule rule = new Rule(store.processorId(), details, Person.acting(actor), clock.instant());
        rules.add(rule);
        happened.fire(
                new RuleEvent.RetentionRuleAdded(rule.id(), rule.processorId(), rule.clause(), RuleEvent.facts(rule)));
        return rule;
    }

    /** Says something else from now on, and has to be approved anew.
     *
     * @param seen the version that was looked at
     * @throws Refused if somebody else has changed it since */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO})
    public Rule amend(UUID id, RuleEntry entry, long seen) {
        details(id);
        Optional<Run> waiting = ledger.waiting(id);
        Rule rule = visible(rules.lock(id));
        RuleDetails details = judged(entry);
        if (!visibleStore(details.store()).processorId().equals(rule.processorId())) {
            throw Invalid.field("store", Reason.of(StoreDesk.UNKNOWN));
        }
        if (rule.version() != seen) {
            throw Refused.because("retention.refusal.changed-meanwhile");
        }
        rule.says(details, Person.acting(actor), clock.instant());
        rule.runsNext(null);
        happened.fire(new RuleEvent.RetentionRuleChanged(
                rule.id(), rule.processorId(), rule.clause(), RuleEvent.facts(rule)));
        waiting.ifPresent(run -> ledger.overtaken(run, Person.acting(actor)));
        return rule;
    }

    /** Acts no more by itself. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO})
    public void rest(UUID id) {
        Rule rule = visible(rules.lock(id));
        rule.rest();
        happened.fire(
                new RuleEvent.RetentionRuleRested(rule.id(), rule.processorId(), rule.clause(), RuleEvent.facts(rule)));
    }

    /** Acts again, if it is approved. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO})
    public void wake(UUID id) {
        Rule rule = visible(rules.lock(id));
        Store store = stores.byId(rule.storeId()).orElseThrow();
        rule.wake(rule.isApproved() && rule.since() != Since.REQUEST ? Nights.next(clock.instant(), store) : null);
        happened.fire(
                new RuleEvent.RetentionRuleWoken(rule.id(), rule.processorId(), rule.clause(), RuleEvent.facts(rule)));
    }

    /** Other rules that act on the same table: the same rows may be under both. A duty to keep beats the others.
     *
     * @throws NotFound if there is none, or none that the caller may know of */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO, Roles.AUDITOR})
    public List<Rule> besides(UUID id) {
        Rule rule = details(id);
        return rules.of(rule.storeId()).stream()
                .filter(other -> !other.id().equals(id) && other.isActive())
                .filter(other -> other.table().equals(rule.table()))
                .toList();
    }

    /** The statements that it leads to, and whether our account may run them; nothing is changed. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO, Roles.AUDITOR})
    public Trial attempt(UUID id) {
        return attempt(details(id).details());
    }

    /** The same of a rule that is not kept yet. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO})
    public Trial attempt(RuleEntry entry) {
        return attempt(judged(entry));
    }

    private Trial attempt(RuleDetails rule) {
        Store store = visibleStore(rule.store());
        try (Work work = means.of(store).open(errands.of(store, rule))) {
            return new Trial(work.statements(), work.grants(), Optional.empty());
        } catch (Trouble e) {
            return new Trial(List.of(), Grants.UNKNOWN, Optional.of(e.reason()));
        }
    }

    /** What it would do now.
     *
     * @throws Refused if that can't be found out, or it is in doubt what the rule means */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO, Roles.AUDITOR})
    public Preview preview(UUID id) {
        Rule rule = details(id);
        Store store = stores.byId(rule.storeId()).orElseThrow();
        try (Work work = means.of(store).open(errands.of(store, rule.details()))) {
            return work.preview();
        } catch (Trouble e) {
            throw new Refused(e.reason());
        }
    }

    /** What is typed, held against the store: names as the database writes them, the form that the column's type says. */
    private RuleDetails judged(RuleEntry entry) {
        RuleDetails details = entry.read();
        Store store = visibleStore(details.store());
        if (store.kind() == StoreKind.FOLDER) {
            FolderDoubts.require(details);
        }
        if (store.kind() != StoreKind.JDBC) {
            return details;
        }
        Table table = table(store.id(), details.table().toString());
        RuleDetails sure = entry.saysAgeForm() ? details : withLikelyForm(details, table);
        new Names(table).require(sure);
        return sure;
    }

    private static RuleDetails withLikelyForm(RuleDetails said, Table table) {
        AgeForm form = table.column(said.ageColumn())
                .flatMap(column -> AgeForm.likely(column.type()))
                .orElse(AgeForm.ISO_TEXT);
        return new RuleDetails(
                said.store(),
                said.title(),
                said.categories(),
                said.clause(),
                said.period(),
                said.since(),
                said.fate(),
                said.table(),
                said.ageColumn(),
                form,
                said.conditions(),
                said.replacements(),
                said.controllerColumn(),
                said.subjectColumn(),
                said.guardShare());
    }

    private Store visibleStore(UUID id) {
        Store store = stores.byId(id).orElseThrow(() -> Invalid.field("store", Reason.of(StoreDesk.UNKNOWN)));
        if (!remit.covers(store.processorId())) {
            throw Invalid.field("store", Reason.of(StoreDesk.UNKNOWN));
        }
        return store;
    }

    private Rule visible(Optional<Rule> found) {
        Rule rule = found.orElseThrow(() -> NotFound.because(UNKNOWN));
        remit.require(rule.processorId(), "retention-rule", rule.id(), UNKNOWN);
        return rule;
    }
}
