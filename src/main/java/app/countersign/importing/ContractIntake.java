package app.countersign.importing;

import app.countersign.contract.Contracts;
import app.countersign.contract.Issuing;
import app.countersign.contract.NewContract;
import app.countersign.contract.PaperContract;
import app.countersign.contract.PaperEntry;
import app.countersign.contract.PaperIntake;
import app.countersign.contract.SignaturePage;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Contracts to be concluded: each becomes a draft, which nobody hears of before a person sends it. And contracts that
 * were concluded elsewhere, which say so by a day: each is in force.
 */
@ApplicationScoped
class ContractIntake implements Intake {

    private static final PlainText PERSON = PlainText.line(200);

    /** What is never said of a contract that is yet to be concluded. */
    private static final List<String> OF_PAPERS = List.of(
            "concludedOn",
            "effectiveOn",
            "earlyReason",
            "endsOn",
            "reference",
            "person",
            "position",
            "place",
            "date",
            "signatory",
            "signatoryPosition",
            "signatoryPlace",
            "signatoryDate",
            "file");

    @Inject
    private TemplateVersions versions;

    @Inject
    private Contracts contracts;

    @Inject
    private Issuing issuing;

    @Inject
    private PaperIntake intake;

    @Inject
    private ImportPapers papers;

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
                Column.maybe("mainContractSignedOn"),
                Column.maybe("revision"),
                Column.maybe("concludedOn"),
                Column.maybe("effectiveOn"),
                Column.maybe("earlyReason"),
                Column.maybe("endsOn"),
                Column.maybe("reference"),
                Column.maybe("person"),
                Column.maybe("position"),
                Column.maybe("place"),
                Column.maybe("date"),
                Column.maybe("signatory"),
                Column.maybe("signatoryPosition"),
                Column.maybe("signatoryPlace"),
                Column.maybe("signatoryDate"),
                Column.maybe("file"));
    }

    @Override
    public Table table(Organisation processor) {
        return table(processor, Map.of());
    }

    @Override
    public Table table(Organisation processor, Map<String, ImportPaper> papers) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        return row -> isConcluded(row) ? concluded(row, processor, papers, seen) : plan(row, processor, seen);
    }

    /** Whether any cell says what only a paper can say that was signed already. */
    private static boolean isConcluded(Row row) {
        return OF_PAPERS.stream().anyMatch(column -> !row.cell(column).isEmpty());
    }

    private Planned concluded(
            Row row, Organisation processor, Map<String, ImportPaper> papers, Map<String, Integer> seen) {
        Map<String, Reason> complaints = new LinkedHashMap<>();
        complain(complaints, () -> template(row, processor));
        complain(complaints, () -> controller(row));
        complain(complaints, () -> mainContract(row));
        complain(complaints, () -> revision(row));
        if (complaints.isEmpty()) {
            complaints.putAll(intake.complaints(wanted(row)));
        } else {
            complain(complaints, () -> EmailAddress.require("email", row.cell("email")));
        }
        complain(complaints, () -> paper(row, papers, seen));
        if (complaints.isEmpty()) {
            complain(complaints, () -> onlyOnce(row, seen));
        }
        if (!complaints.isEmpty()) {
            throw new Invalid(complaints);
        }
        return planned(row, paper(row, papers, new LinkedHashMap<>()));
    }

    private Planned planned(Row row, Optional<ImportPaper> paper) {
        OrganisationDetails controller = controller(row);
        Optional<Organisation> there = known.like(controller.name(), controller.country());
        PaperContract wanted = wanted(row);
        return new Planned(
                controller.name(),
                there.filter(one -> !one.name().equals(controller.name()))
                        .map(one -> Reason.of("importing.remark.recognised", one.name())),
                Optional.of(() -> intake.take(wanted, paper.map(papers::store))),
                Optional.of(Reason.of(
                        paper.isPresent() ? "importing.outcome.in-force" : "importing.outcome.in-force-no-paper")),
                paper.map(ImportPaper::name));
    }

    private interface Part {
        void read();
    }

    private static void complain(Map<String, Reason> complaints, Part part) {
        try {
            part.read();
        } catch (Invalid e) {
            e.complaints().forEach(complaints::putIfAbsent);
        }
    }

    private PaperContract wanted(Row row) {
        OrganisationDetails controller = controller(row);
        NewContract contract = new NewContract(
                row.cell("template"),
                Optional.of(row.cell("language")).filter(tag -> !tag.isEmpty()),
                known.like(controller.name(), controller.country()).map(Organisation::id),
                Optional.of(controller),
                row.cell("contactName"),
                row.cell("email"),
                mainContract(row));
        return new PaperContract(
                contract,
                revision(row),
                new PaperEntry(
                        row.day("concludedOn"),
                        row.day("effectiveOn"),
                        row.cell("earlyReason"),
                        row.day("endsOn"),
                        row.cell("reference"),
                        new SignaturePage.Entry(
                                null,
                                null,
                                row.cell("person"),
                                row.cell("position"),
                                row.cell("place"),
                                row.day("date")),
                        new SignaturePage.Entry(
                                null,
                                null,
                                row.cell("signatory"),
                                row.cell("signatoryPosition"),
                                row.cell("signatoryPlace"),
                                row.day("signatoryDate"))));
    }

    /** The template's version, counted from 1; spreadsheets like to write it with a fraction. */
    private static Optional<Integer> revision(Row row) {
        String said = row.cell("revision").replaceFirst("[.,]0+$", "");
        if (said.isEmpty()) {
            return Optional.empty();
        }
        if (!said.matches("\\d{1,6}")) {
            throw Invalid.field("revision", Reason.of("importing.complaint.revision"));
        }
        return Optional.of(Integer.valueOf(said));
    }

    private static Optional<ImportPaper> paper(Row row, Map<String, ImportPaper> papers, Map<String, Integer> seen) {
        if (row.cell("file").isEmpty()) {
            return Optional.empty();
        }
        String name = PapersZip.name(row.cell("file"));
        ImportPaper paper = Optional.ofNullable(papers.get(name))
                .orElseThrow(() -> Invalid.field("file", Reason.of("importing.complaint.no-paper", name)));
        paper.problem().ifPresent(why -> {
            throw Invalid.field("file", why);
        });
        Integer twice = seen.putIfAbsent("file " + name, row.number());
        if (twice != null) {
            throw Invalid.field("file", Reason.of("importing.complaint.twice", twice));
        }
        return Optional.of(paper);
    }

    /** Neither the same reference nor the same parties, template and day stand in two rows. */
    private static void onlyOnce(Row row, Map<String, Integer> seen) {
        String same = "contract " + row.cell("template") + " " + LegalName.core(row.cell("controller")) + " "
                + row.day("concludedOn");
        Optional.ofNullable(seen.putIfAbsent(same, row.number())).ifPresent(twice -> {
            throw Invalid.field("concludedOn", Reason.of("importing.complaint.twice", twice));
        });
        String reference = row.cell("reference").replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
        if (!reference.isEmpty()) {
            Optional.ofNullable(seen.putIfAbsent("reference " + reference, row.number()))
                    .ifPresent(twice -> {
                        throw Invalid.field("reference", Reason.of("importing.complaint.twice", twice));
                    });
        }
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
                                .equals(Locale.forLanguageTag(tag).getLanguage())))
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
