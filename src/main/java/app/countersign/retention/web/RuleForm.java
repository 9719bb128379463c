package app.countersign.retention.web;

import app.countersign.retention.Rule;
import app.countersign.retention.RuleDetails;
import app.countersign.retention.RuleEntry;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** What stands in the form of a rule. */
public class RuleForm {

    private String store;
    private String title;
    private String categories;
    private String clause;
    private String period;
    private String since;
    private String fate;
    private String table;
    private String ageColumn;
    private String ageForm;
    private String conditions;
    private String replacements;
    private String controllerColumn;
    private String subjectColumn;
    private String guardShare;
    private long seen;

    /** As a link fills it in. */
    static RuleForm of(UnaryOperator<String> parameters) {
        RuleForm form = new RuleForm();
        form.title = parameters.apply("title");
        form.categories = parameters.apply("categories");
        form.clause = parameters.apply("clause");
        form.period = parameters.apply("period");
        form.since = parameters.apply("since");
        form.store = parameters.apply("store");
        form.guardShare = "20";
        return form;
    }

    static RuleForm of(Rule rule, Locale language) {
        RuleEntry entry = RuleEntry.of(rule);
        RuleDetails said = rule.details();
        RuleForm form = new RuleForm();
        form.store = entry.store();
        form.title = said.title();
        form.categories = entry.categories();
        form.clause = said.clause();
        form.period = rule.period().in(language);
        form.since = entry.since();
        form.fate = entry.fate();
        form.table = entry.table();
        form.ageColumn = said.ageColumn();
        form.ageForm = said.since().isByRow() ? entry.ageForm() : "";
        form.conditions = entry.conditions();
        form.replacements = entry.replacements();
        form.controllerColumn = said.controllerColumn();
        form.subjectColumn = said.subjectColumn();
        form.guardShare = entry.guardShare();
        form.seen = rule.version();
        return form;
    }

    RuleEntry entry() {
        return new RuleEntry(
                store,
                title,
                categories,
                clause,
                period,
                since,
                fate,
                table,
                ageColumn,
                ageForm,
                conditions,
                replacements,
                controllerColumn,
                subjectColumn,
                guardShare);
    }

    public String getStore() {
        return store;
    }

    public void setStore(String store) {
        this.store = store;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getCategories() {
        return categories;
    }

    public void setCategories(String categories) {
        this.categories = categories;
    }

    public String getClause() {
        return clause;
    }

    public void setClause(String clause) {
        this.clause = clause;
    }

    public String getPeriod() {
        return period;
    }

    public void setPeriod(String period) {
        this.period = period;
    }

    public String getSince() {
        return since;
    }

    public void setSince(String since) {
        this.since = since;
    }

    public String getFate() {
        return fate;
    }

    public void setFate(String fate) {
        this.fate = fate;
    }

    public String getTable() {
        return table;
    }

    public void setTable(String table) {
        this.table = table;
    }

    public String getAgeColumn() {
        return ageColumn;
    }

    public void setAgeColumn(String ageColumn) {
        this.ageColumn = ageColumn;
    }

    public String getAgeForm() {
        return ageForm;
    }

    public void setAgeForm(String ageForm) {
        this.ageForm = ageForm;
    }

    public String getConditions() {
        return conditions;
    }

    public void setConditions(String conditions) {
        this.conditions = conditions;
    }

    public String getReplacements() {
        return replacements;
    }

    public void setReplacements(String replacements) {
        this.replacements = replacements;
    }

    public String getControllerColumn() {
        return controllerColumn;
    }

    public void setControllerColumn(String controllerColumn) {
        this.controllerColumn = controllerColumn;
    }

    public String getSubjectColumn() {
        return subjectColumn;
    }

    public void setSubjectColumn(String subjectColumn) {
        this.subjectColumn = subjectColumn;
    }

    public String getGuardShare() {
        return guardShare;
    }

    public void setGuardShare(String guardShare) {
        this.guardShare = guardShare;
    }

    /** The version that was looked at. */
    public long getSeen() {
        return seen;
    }

    public void setSeen(long seen) {
        this.seen = seen;
    }
}
