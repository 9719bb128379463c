package app.countersign.contract.web;

import app.countersign.access.web.Me;
import app.countersign.contract.ContractRecords;
import app.countersign.contract.TemplateVersion;
import app.countersign.kernel.web.Words;
import app.countersign.terms.Flaw;
import app.countersign.terms.Template;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** {@code /template/list}: the contract forms that are offered, and the folders that were left out. */
@Named
@RequestScoped
public class TemplateListPage {

    /** A form on offer. */
    public record Row(TemplateVersion version, Template template, String title) {}

    @Inject
    private ContractRecords records;

    @Inject
    private Me me;

    @Inject
    private Words words;

    private List<Row> rows;

    public List<Row> getRows() {
        if (rows == null) {
            rows = records.templates().stream().map(this::row).toList();
        }
        return rows;
    }

    /** Mistakes that keep folders from being offered, for those who can see to them. */
    public List<Flaw> getFlaws() {
        return me.may("administrator legal") ? records.templateFlaws() : List.of();
    }

    private Row row(TemplateVersion version) {
        Template template = records.template(version.id());
        return new Row(version, template, template.title(words.texts().language()));
    }
}
