package app.countersign.importing;

import app.countersign.access.Actor;
import app.countersign.access.Caller;
import app.countersign.access.CallersRemit;
import app.countersign.access.FreshProof;
import app.countersign.access.Roles;
import app.countersign.contract.PaperIntake;
import app.countersign.document.VirusCheck;
import app.countersign.kernel.Forbidden;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.PlainText;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.party.Organisation;
import app.countersign.party.Organisations;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Bringing a table, seeing what would come of it, and entering all of it or nothing. */
@Stateless
public class Importing {

    private static final String UNKNOWN = "importing.refusal.unknown";
    private static final String KIND = "import";
    private static final PlainText FILE_NAME = PlainText.line(200);

    @Inject
    private ImportDrafts drafts;

    @Inject
    private ImportPapers papers;

    @Inject
    private VirusCheck viruses;

    @Inject
    private FreshProof proof;

    @Inject
    @Any
    private Instance<Intake> intakes;

    @Inject
    private Organisations organisations;

    @Inject
    private CallersRemit remit;

    @Inject
    private Actor actor;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext context;

    /** The processors for which the caller may bring a table, by name. */
    @RolesAllowed({Roles.LEGAL, Roles.DPO})
    public List<Organisation> processors() {
        return organisations.processors().stream()
                .filter(one -> one.code().isPresent() && remit.covers(one.id()))
                .toList();
    }

    /** What the caller may bring. */
    @RolesAllowed({Roles.LEGAL, Roles.DPO})
    public List<ImportKind> kinds() {
        return Arrays.stream(ImportKind.values()).filter(this::may).toList();
    }

    /** Only whoever may draft a contract may bring some. */
    private boolean may(ImportKind kind) {
        return kind != ImportKind.CONTRACTS || context.isCallerInRole(Roles.LEGAL);
    }

    @RolesAllowed({Roles.LEGAL, Roles.DPO})
    public List<Column> columns(ImportKind kind) {
        return intake(kind).columns();
    }

    /**
     * Keeps a table as a draft of the caller's. Nothing is entered.
     *
     * @param word the kind, as programs call it
     * @param content CSV or XLSX; null if there is none
     * @param name as the file was called; may be null
     * @throws Refused with what is to be done, if it can't be read
     * @throws Invalid with a complaint for {@code kind} or {@code processor}, or for {@code file} by the virus scanner
     */
    @RolesAllowed({Roles.LEGAL, Roles.DPO})
    public UUID bring(String word, String processor, InputStream content, String name) {
        return bring(word, processor, content, name, null);
    }

    /**
     * As {@link #bring(String, String, InputStream, String)}, with the signed papers that the table names.
     *
     * @param zip a ZIP file of PDFs; null if there is none
     * @throws Invalid also with a complaint for {@code papers}
     */
    @RolesAllowed({Roles.LEGAL, Roles.DPO})
    public UUID bring(String word, String processor, InputStream content, String name, InputStream zip) {
        ImportKind kind = kind(word);
        if (!may(kind)) {
            throw new EJBAccessException();
        }
        Organisation whose = organisations
                .byCode(processor == null ? "" : processor)
                .filter(one -> remit.covers(one.id()))
                .orElseThrow(() -> Invalid.field("processor", Reason.of("subprocessor.complaint.processor")));
        Grid grid = TableFile.read(content == null ? null : viruses.check("file", content));
        String called = FILE_NAME.clean(name == null ? "" : name);
        ImportDraft draft = new ImportDraft(
                kind,
                whose.id(),
                called.substring(0, Math.min(called.length(), FILE_NAME.limit())),
                grid,
                clock.instant(),
                me());
        drafts.add(draft);
        if (zip != null) {
            bring(draft, viruses.check("papers", zip));
        }
        return draft.id();
    }

    private void bring(ImportDraft draft, InputStream zip) {
        if (draft.kind() != ImportKind.CONTRACTS) {
            throw Invalid.field("papers", Reason.of("importing.complaint.papers-of-contracts"));
        }
        try {
            PapersZip.read(
                    zip,
                    (name, pdf) -> papers.add(
                            draft, name, pdf, PaperIntake.unreadable(pdf).orElse(null)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ImportKind kind(String word) {
        if (word == null || word.isBlank()) {
            throw Invalid.field("kind", Reason.of("kernel.text.missing"));
        }
        try {
            return KebabCase.read(ImportKind.class, word.strip());
        } catch (IllegalArgumentException e) {
            String words = Arrays.stream(ImportKind.values()).map(KebabCase::of).collect(Collectors.joining(", "));
            throw Invalid.field("kind", Reason.of("subprocessor.complaint.word", words));
        }
    }

    private UUID me() {
        return actor.caller().map(Caller::accountId).orElseThrow();
    }

    /** What would come of it, as things are now.
     *
     * @throws NotFound if there is none of the caller's */
    @RolesAllowed({Roles.LEGAL, Roles.DPO})
    public Preview preview(UUID id) {
        ImportDraft draft = drafts.byId(id).orElseThrow(() -> NotFound.because(UNKNOWN));
        return preview(draft, plan(own(draft)));
    }

    private ImportDraft own(ImportDraft draft) {
        if (!draft.isOf(me())) {
            throw NotFound.because(UNKNOWN);
        }
        remit.require(draft.processorId(), KIND, draft.id(), UNKNOWN);
        return draft;
    }

    private Plan plan(ImportDraft draft) {
        Intake intake = intake(draft.kind());
        Organisation processor = organisations.byId(draft.processorId()).orElseThrow();
        return Plan.of(draft.grid(), intake, intake.table(processor, papers.of(draft)));
    }

    private Intake intake(ImportKind kind) {
        return intakes.stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
    }

    private Preview preview(ImportDraft draft, Plan plan) {
        return new Preview(
                draft.id(),
                draft.kind(),
                organisations.byId(draft.processorId()).map(Organisation::name).orElse(""),
                draft.fileName(),
                plan.ignored(),
                plan.steps().stream()
                        .map(step -> new Preview.Line(
                                step.row(),
                                step.planned().what(),
                                step.planned().entering().isPresent(),
                                step.planned().remark(),
                                step.planned().grave()))
                        .toList(),
                plan.problems(),
                unused(draft, plan));
    }

    private List<String> unused(ImportDraft draft, Plan plan) {
        Set<String> named = plan.steps().stream()
                .flatMap(step -> step.planned().paper().stream())
                .collect(Collectors.toSet());
        return plan.problems().isEmpty()
                ? papers.of(draft).keySet().stream()
                        .filter(name -> !named.contains(name))
                        .sorted()
                        .toList()
                : List.of();
    }

    /**
     * Enters all of it, in this transaction.
     *
     * @return how many were entered
     * @throws Unimportable if anything is wrong with any row; then nothing is entered, and the draft stays
     * @throws NotFound if there is none of the caller's, or it was entered already
     * @throws Refused if contracts would be in force by it, and the caller has not proven who they are
     * @throws Forbidden likewise, if the caller's key is not made for that
     */
    @RolesAllowed({Roles.LEGAL, Roles.DPO})
    public int enter(UUID id) {
        ImportDraft draft = own(drafts.lock(id).orElseThrow(() -> NotFound.because(UNKNOWN)));
        if (!may(draft.kind())) {
            throw new EJBAccessException();
        }
        Plan plan = plan(draft);
        if (!plan.problems().isEmpty()) {
            throw new Unimportable(plan.problems());
        }
        List<Plan.Step> steps = plan.steps().stream()
                .filter(step -> step.planned().entering().isPresent())
                .toList();
        if (steps.isEmpty()) {
            throw Refused.because("importing.refusal.nothing");
        }
        if (steps.stream().anyMatch(step -> step.planned().grave().isPresent())) {
            requireLeave();
        }
        steps.forEach(step -> enter(step, plan));
        drafts.remove(draft);
        return steps.size();
    }

    /** As if each were taken in by itself: a person proves who they are, a program's key is made for it. */
    private void requireLeave() {
        if (actor.caller().filter(caller -> caller.has(PaperIntake.SCOPE)).isEmpty()) {
            throw Forbidden.because("access.key.refusal.scope", PaperIntake.SCOPE);
        }
        proof.require();
    }

    private static void enter(Plan.Step step, Plan plan) {
        try {
            step.planned().entering().orElseThrow().run();
        } catch (Invalid e) {
            throw new Unimportable(plan.refused(step.row(), e));
        } catch (Refused e) {
            throw new Unimportable(List.of(new CellProblem(step.row(), "", "", e.reason())));
        }
    }

    /** Throws a draft away. */
    @RolesAllowed({Roles.LEGAL, Roles.DPO})
    public void discard(UUID id) {
        drafts.remove(own(drafts.lock(id).orElseThrow(() -> NotFound.because(UNKNOWN))));
    }
}
