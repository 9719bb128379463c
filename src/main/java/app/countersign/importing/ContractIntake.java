package app.countersign.importing;

import app.countersign.contract.Contracts;
import app.countersign.contract.Issuing;
import app.countersign.contract.NewContract;
import app.countersign.contract.TemplateVersion;
import app.countersign.contract.TemplateVersions;
import app.countersign.kernel.EmailAddress;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.PlainText;
import app.countersign.kernel.Reason;
import app.countersign.party.LegalName;
import app.countersign.party.Organisation;
import app.countersign.party.OrganisationDetails;
import app.countersign.terms.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Contracts to be concluded: each becomes a draft, which nobody hears of before a person sends it. */
@ApplicationScoped
class ContractIntake implements Intake {

    private static final PlainText PERSON = PlainText.line(200);

    @Inject
    private TemplateVersions versions;

    @Inject
    private Contracts contracts;

    @Inject
    private Issuing issuing;

    @Inject
    private KnownOrganisations known;

    @Override
    public ImportKind kind() {
        return ImportKind.CONTRACTS;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.needed("template"),
                Column.needed("controller"),
                Column.maybe("address"),
                Column.needed("country"),
                Column.needed("email"),
                Column.maybe("contactName"),
                Column.maybe("language"),
                Column.maybe("mainContractSignedOn"));
    }

    @Override
    public Table table(Organisation processor) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        return row -> plan(row, processor, seen);
    }

    private Planned plan(Row row, Organisation processor, Map<String, Integer> seen) {
        Invalid.together(
                () -> template(row, processor),
                () -> controller(row),
                () -> EmailAddress.require("email", row.cell("email")),
                () -> PERSON.optional("contactName", row.cell("contactName")),
                () -> language(row),
                () -> mainContract(row));
        OrganisationDetails controller = controller(row);
        String template = row.cell("template");
        Integer twice = seen.putIfAbsent(template + " " + LegalName.core(controller.name()), row.number());
        if (twice != null) {
            throw Invalid.field("controller", Reason.of("importing.complaint.twice", twice));
        }
        Optional<Organisation> there = known.like(controller.name(), controller.country());
        Optional<UUID> id = there.map(Organisation::id);
        if (id.filter(one -> contracts.hasAny(processor.id(), one)).isPresent()) {
            return Planned.leftOut(
                    controller.name(),
                    Reason.of("importing.remark.has-contract", there.get().name()));
        }
        NewContract wanted = new NewContract(
                template,
                Optional.of(row.cell("language")).filter(tag -> !tag.isEmpty()),
                id,
                Optional.of(controller),
                row.cell("contactName"),
                row.cell("email"),
                mainContract(row));
        return Planned.entered(
                controller.name(),
                there.filter(one -> !one.name().equals(controller.name()))
                        .map(one -> Reason.of("importing.remark.recognised", one.name())),
                () -> issuing.draft(wanted));
    }

    private static OrganisationDetails controller(Row row) {
        try {
            return Complaints.organisation(row.cell("controller"), row.cell("address"), row.cell("country"));
        } catch (Invalid e) {
            throw e.renamed(Map.of("name", "controller"));
        }
    }

    private Template template(Row row, Organisation processor) {
        Optional<TemplateVersion> version = versions.current(row.cell("template"));
        return version.map(versions::template)
                .filter(one -> Optional.of(one.processor()).equals(processor.code()))
                .orElseThrow(() -> Invalid.field("template", Reason.of("importing.complaint.template")));
    }

    private String language(Row row) {
        String tag = row.cell("language");
        boolean known = versions.current(row.cell("template"))
                .map(versions::template)
                .filter(one -> one.languages().stream()
                        .noneMatch(words -> words.getLanguage()
                                .equals(java.util.Locale.forLanguageTag(tag).getLanguage())))
                .isEmpty();
        if (!tag.isEmpty() && !known) {
            throw Invalid.field("language", Reason.of("contract.complaint.language"));
        }
        return tag;
    }

    private static Optional<LocalDate> mainContract(Row row) {
        try {
            return Optional.of(row.day("mainContractSignedOn"))
                    .filter(day -> !day.isEmpty())
                    .map(LocalDate::parse);
        } catch (DateTimeException e) {
            throw Invalid.field("mainContractSignedOn", Reason.of("subprocessor.complaint.day"));
        }
    }
}
