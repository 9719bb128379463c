package app.countersign.retention;

import app.countersign.access.Actor;
import app.countersign.access.CallersRemit;
import app.countersign.access.FreshProof;
import app.countersign.access.Roles;
import app.countersign.contract.Contracts;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.PlainText;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.kernel.Settings;
import app.countersign.party.Organisation;
import app.countersign.party.Organisations;
import app.countersign.vault.Vault;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Where data lies, and how it is reached. */
@Stateless
public class StoreDesk {

    static final String UNKNOWN = "retention.refusal.unknown-store";

    private static final PlainText NAME = PlainText.line(200);

    @Inject
    private Stores stores;

    @Inject
    private Rules rules;

    @Inject
    private AllMeans means;

    @Inject
    private JdbcMeans databases;

    @Inject
    private Ledger ledger;

    @Inject
    private Contracts contracts;

    @Inject
    private Controllers controllers;

    @Inject
    private Organisations organisations;

    @Inject
    private Vault vault;

    @Inject
    private CallersRemit remit;

    @Inject
    private FreshProof proof;

    @Inject
    private Actor actor;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /** Those of which the caller may know. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO, Roles.AUDITOR})
    public List<Store> all() {
        return stores.all().stream()
                .filter(store -> remit.covers(store.processorId()))
                .toList();
    }

    /** @throws NotFound if there is none, or none that the caller may know of */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO, Roles.AUDITOR})
    public Store details(UUID id) {
        return visible(stores.byId(id));
    }

    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO, Roles.AUDITOR})
    public List<Relation> relations(UUID id) {
        return stores.relations(details(id).id());
    }

    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO, Roles.AUDITOR})
    public List<Tenant> tenants(UUID id) {
        return stores.tenants(details(id).id());
    }

    /** The processors of whose stores the caller may know. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO, Roles.AUDITOR})
    public List<Organisation> processors() {
        return organisations.processors().stream()
                .filter(one -> remit.covers(one.id()))
                .toList();
    }

    /**
     * Keeps the store, and asks it at once whether it can be reached.
     *
     * @throws Invalid with complaints by the entry's names
     */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO})
    public Store add(StoreEntry entry) {
        Organisation whose = whose(entry.processor());
        StoreDetails details = read(entry, whose.zone());
        proof.require();
        Store store = new Store(whose.id(), details, actor.identity().name(), clock.instant());
        store.keepPassword(concealed(store.id(), entry.password()));
        stores.add(store);
        happened.fire(new StoreEvent.RetentionStoreAdded(store.id(), whose.id(), StoreEvent.facts(store)));
        store.checked(problem(store), clock.instant());
        return store;
    }

    /** @param entry without a password, it keeps the one it has, unless it is at another place or another user's now */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO})
    public Store amend(UUID id, StoreEntry entry) {
        Store store = visible(stores.lock(id));
        StoreDetails details = read(entry, store.zone());
        if (details.kind() != store.kind()) {
            throw Invalid.field("kind", Reason.of("retention.complaint.kind-stays"));
        }
        proof.require();
        boolean elsewhere = !details.location().equals(store.location())
                || !details.userName().equals(store.userName());
        store.amend(details);
        // A password is never sent to where it was not meant for.
        if (elsewhere || !StoreEntry.isMissing(entry.password())) {
            store.keepPassword(concealed(store.id(), entry.password()));
        }
        happened.fire(new StoreEvent.RetentionStoreAmended(store.id(), store.processorId(), StoreEvent.facts(store)));
        store.checked(problem(store), clock.instant());
        return store;
    }

    private StoreDetails read(StoreEntry entry, ZoneId zone) {
        return entry.read(
                zone,
                settings.demo(),
                settings.retentionFolder(),
                settings.retentionDrivers().isPresent());
    }

    /** Asks it whether it can be reached.
     *
     * @return what is wrong; empty if all is well */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO})
    public Optional<Reason> check(UUID id) {
        Store store = visible(stores.lock(id));
        store.checked(problem(store), clock.instant());
        return store.problem();
    }

    /** @throws Refused as long as a rule is about it */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO})
    public void remove(UUID id) {
        Store store = visible(stores.lock(id));
        if (!rules.of(id).isEmpty()) {
            throw Refused.because("retention.refusal.store-in-use");
        }
        stores.remove(store);
        happened.fire(new StoreEvent.RetentionStoreRemoved(store.id(), store.processorId(), StoreEvent.facts(store)));
    }

    /**
     * Rows of one table belong to those of another from now on, in all rules of the store.
     *
     * @param child {@code schema.table}, and so is {@code parent}
     * @param only which rows of the child, where its column may refer to others, too: {@code type = Message}; may be empty
     */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO})
    public Relation relate(UUID id, String child, String childColumn, String parent, String parentColumn, String only) {
        Store store = visible(stores.lock(id));
        TableName below = RuleEntry.tableName("child", child);
        TableName above = RuleEntry.tableName("parent", parent);
        String of = NAME.require("childColumn", childColumn);
        String to = NAME.require("parentColumn", parentColumn);
        if (store.kind() == StoreKind.JDBC) {
            below = known(store, below, "child", of);
            above = known(store, above, "parent", to);
        }
        List<Condition> some = RuleEntry.condition("only", only);
        if (some.size() > 1) {
            throw Invalid.field("only", Reason.of("retention.complaint.only"));
        }
        if (store.kind() == StoreKind.JDBC) {
            for (Condition condition : some) {
                requireColumn(store, below, "only", condition.column());
            }
        }
        Relation relation = new Relation(
                store.id(), below, of, above, to, some, actor.identity().name(), clock.instant());
        stores.add(relation);
        doubt(store, rule -> !rule.fate().keepsRows());
        happened.fire(new StoreEvent.RetentionStoreAmended(
                store.id(), store.processorId(), StoreEvent.facts(store, "relation", relation.toString())));
        return relation;
    }

    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO})
    public void unrelate(UUID id, UUID relation) {
        Store store = visible(stores.lock(id));
        Relation gone = stores.relations(id).stream()
                .filter(one -> one.id().equals(relation))
                .findFirst()
                .orElseThrow(() -> NotFound.because("retention.refusal.unknown-relation"));
        stores.remove(gone);
        happened.fire(new StoreEvent.RetentionStoreAmended(
                store.id(), store.processorId(), StoreEvent.facts(store, "relation", "- " + gone)));
    }

    /** How a store calls a controller, and what people call it. */
    public record Called(String tenant, String controller) {}

    /** The first of those that the store tells apart. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO, Roles.AUDITOR})
    public List<Called> called(UUID id, int most) {
        return tenants(id).stream()
                .limit(most)
                .map(one -> new Called(
                        one.tenant(),
                        organisations.byId(one.controllerId()).orElseThrow().name()))
                .toList();
    }

    /**
     * Says how the store calls a controller.
     *
     * @param tenant the value of its tenants' column
     * @param controller the id of one with whom the processor has, or had, a contract, or that contract's number
     */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO})
    public Tenant call(UUID id, String tenant, String controller) {
        Store store = visible(stores.lock(id));
        String called = NAME.require("tenant", tenant);
        UUID whose = controllers
                .named(controller, store.processorId()::equals)
                .filter(one -> contracts.hasAny(store.processorId(), one))
                .orElseThrow(() -> Invalid.field("controller", Reason.of("retention.complaint.no-contract")));
        stores.tenants(id).stream().filter(one -> one.tenant().equals(called)).forEach(stores::remove);
        Tenant named = new Tenant(id, called, whose);
        stores.add(named);
        if (contracts.lastDay(store.processorId(), whose).isPresent()) {
            doubt(store, rule -> rule.since() == Since.CONTRACT_END);
        }
        happened.fire(new StoreEvent.RetentionStoreAmended(
                store.id(), store.processorId(), StoreEvent.facts(store, "controller", whose)));
        return named;
    }

    /** As the database writes it: a name of any other form would never apply to anything. */
    private TableName known(Store store, TableName typed, String field, String column) {
        List<TableName> fitting = databases.tables(store).stream()
                .filter(one -> typed.schema().isEmpty() ? one.name().equals(typed.name()) : one.equals(typed))
                .toList();
        if (fitting.size() != 1) {
            throw Invalid.field(field, Reason.of("retention.doubt.table-gone", typed.toString()));
        }
        TableName name = fitting.get(0);
        requireColumn(store, name, field + "Column", column);
        return name;
    }

    private void requireColumn(Store store, TableName table, String field, String column) {
        if (databases.table(store, table).flatMap(one -> one.column(column)).isEmpty()) {
            throw Invalid.field(field, Reason.of("retention.doubt.column-gone", column, table.toString()));
        }
    }

    /** What one person said may have rules delete more: they wait for a second one. */
    private void doubt(Store store, Predicate<Rule> which) {
        for (Rule one : rules.of(store.id())) {
            if (which.test(one)) {
                Optional<Run> waiting = ledger.waiting(one.id());
                Rule rule = rules.lock(one.id()).orElseThrow();
                rule.doubted(Person.acting(actor), clock.instant());
                waiting.ifPresent(run -> ledger.overtaken(run, Person.acting(actor)));
                happened.fire(new RuleEvent.RetentionRuleChanged(
                        rule.id(), rule.processorId(), rule.clause(), RuleEvent.facts(rule)));
            }
        }
    }

    private Organisation whose(String code) {
        return organisations
                .byCode(code == null ? "" : code.strip())
                .filter(one -> remit.covers(one.id()))
                .orElseThrow(() -> Invalid.field("processor", Reason.of("retention.complaint.processor")));
    }

    private byte[] concealed(UUID id, String password) {
        if (password == null || password.isEmpty()) {
            return null;
        }
        byte[] plain = password.getBytes(StandardCharsets.UTF_8);
        try {
            return vault.conceal(plain, ConcealedStorePasswords.purposeOf(id));
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private Optional<Reason> problem(Store store) {
        try {
            means.of(store).ask(store);
            return Optional.empty();
        } catch (Trouble e) {
            return store.kind() == StoreKind.MANUAL ? Optional.empty() : Optional.of(e.reason());
        }
    }

    private Store visible(Optional<Store> found) {
        Store store = found.orElseThrow(() -> NotFound.because(UNKNOWN));
        remit.require(store.processorId(), "retention-store", store.id(), UNKNOWN);
        return store;
    }
}
