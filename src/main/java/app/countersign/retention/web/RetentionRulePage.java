package app.countersign.retention.web;

import app.countersign.kernel.Ids;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import app.countersign.retention.AgeForm;
import app.countersign.retention.Column;
import app.countersign.retention.Fate;
import app.countersign.retention.Preview;
import app.countersign.retention.Rule;
import app.countersign.retention.RuleDesk;
import app.countersign.retention.RuleEntry;
import app.countersign.retention.Run;
import app.countersign.retention.RunDesk;
import app.countersign.retention.Since;
import app.countersign.retention.Store;
import app.countersign.retention.StoreDesk;
import app.countersign.retention.StoreKind;
import app.countersign.retention.TableName;
import app.countersign.retention.Trial;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** {@code /retention/rule?id=}: one rule; without {@code id} the form of a new one. */
@Named
@RequestScoped
public class RetentionRulePage {

    private static final int RUNS = 10;

    /** A word of a list, with what people read. */
    public record Choice(String value, String label) {}

    @Inject
    private RuleDesk desk;

    @Inject
    private StoreDesk storeDesk;

    @Inject
    private RunDesk runDesk;

    @Inject
    private Saying saying;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private Rule rule;
    private RuleForm form;
    private Trial trial;
    private Preview preview;
    private List<Store> stores;
    private final Map<UUID, List<String>> tables = new HashMap<>();
    private final Map<String, List<Column>> columns = new HashMap<>();

    @PostConstruct
    void open() {
        String id = request.getParameter("id");
        if (id == null || id.isBlank()) {
            form = RuleForm.of(request::getParameter);
        } else {
            rule = desk.details(id(id));
            form = RuleForm.of(rule, words.texts().language());
        }
    }

    private static UUID id(String text) {
        return Ids.read(text, "retention.refusal.unknown-rule");
    }

    /** Null for a new one. */
    public Rule getRule() {
        return rule;
    }

    /** Others about the same table. */
    public List<Rule> getBesides() {
        return rule == null ? List.of() : desk.besides(rule.id());
    }

    public RuleForm getForm() {
        return form;
    }

    public List<Store> getStores() {
        if (stores == null) {
            stores = storeDesk.all();
        }
        return stores;
    }

    /** The store that is chosen, if its tables can be asked for. */
    private Store database() {
        return getStores().stream()
                .filter(store -> store.id().toString().equals(form.getStore()))
                .filter(store -> store.kind() == StoreKind.JDBC)
                .findFirst()
                .orElse(null);
    }

    /** The tables of the store that is chosen; none if it can't be reached. */
    public List<String> getTables() {
        Store store = database();
        return store == null ? List.of() : tables.computeIfAbsent(store.id(), this::askedTables);
    }

    private List<String> askedTables(UUID store) {
        try {
            return desk.tables(store).stream().map(TableName::toString).toList();
        } catch (Refused e) {
            return List.of();
        }
    }

    /** The columns of the table that is typed; none if there is none. */
    public List<Column> getColumns() {
        Store store = database();
        String table = form.getTable();
        // A store that has told no tables is not waited for a second time.
        if (store == null || table == null || getTables().isEmpty()) {
            return List.of();
        }
        return columns.computeIfAbsent(store.id() + " " + table, key -> askedColumns(store.id(), table));
    }

    private List<Column> askedColumns(UUID store, String table) {
        try {
            return desk.table(store, table).columns();
        } catch (Refused e) {
            return List.of();
        }
    }

    public List<Choice> getSinces() {
        return Arrays.stream(Since.values())
                .map(one -> choice(one, one.label()))
                .toList();
    }

    public List<Choice> getFates() {
        return Arrays.stream(Fate.values()).map(one -> choice(one, one.label())).toList();
    }

    public List<Choice> getAgeForms() {
        return Arrays.stream(AgeForm.values())
                .map(one -> choice(one, one.label()))
                .toList();
    }

    private Choice choice(Enum<?> one, Reason label) {
        return new Choice(KebabCase.of(one), label.in(words.texts().language()));
    }

    public String save() {
        RuleEntry entry = form.entry();
        if (rule == null) {
            Rule made = desk.add(entry);
            saying.done("retention.done.rule-added");
            return here(made.id());
        }
        desk.amend(rule.id(), entry, form.getSeen());
        saying.done("retention.done.rule-changed");
        return here(rule.id());
    }

    public void attempt() {
        trial = desk.attempt(rule.id());
    }

    public void count() {
        preview = desk.preview(rule.id());
    }

    public String run() {
        Run run = runDesk.ask(rule.id());
        saying.done("retention.done.asked");
        return "/retention/run?faces-redirect=true&id=" + run.id();
    }

    public String rest() {
        desk.rest(rule.id());
        saying.done("retention.done.rests");
        return here(rule.id());
    }

    public String wake() {
        desk.wake(rule.id());
        saying.done("retention.done.wakes");
        return here(rule.id());
    }

    private static String here(UUID id) {
        return "/retention/rule?faces-redirect=true&id=" + id;
    }

    /** The last runs of the rule, the newest first. */
    public List<Run> getRuns() {
        return runDesk.of(rule.id(), RUNS);
    }

    public String getConditions() {
        return form.getConditions() == null ? "" : form.getConditions();
    }

    /** What was tried just now; null before. */
    public Trial getTrial() {
        return trial;
    }

    /** What was counted just now; null before. */
    public Preview getPreview() {
        return preview;
    }
}
