package app.countersign.importing.web;

import app.countersign.contract.web.Dropping;
import app.countersign.importing.CellProblem;
import app.countersign.importing.Column;
import app.countersign.importing.ImportKind;
import app.countersign.importing.Importing;
import app.countersign.importing.Preview;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.Reason;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import app.countersign.party.Organisation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** {@code /importing/view}: a table is brought; with {@code id}, what would come of it. */
@Named
@RequestScoped
public class ImportPage {

    /** So many rows and messages are shown; of all, the number. */
    private static final int SHOWN = 200;

    @Inject
    private Importing importing;

    @Inject
    private Saying saying;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private Preview preview;
    private Part file;
    private Part papers;
    private String kind;
    private String processor;

    /** Null as long as no table was brought. */
    public Preview getPreview() {
        if (preview == null && getId() != null) {
            preview = importing.preview(id());
        }
        return preview;
    }

    public String getId() {
        return Optional.ofNullable(request.getParameter("id"))
                .filter(one -> !one.isBlank())
                .orElse(null);
    }

    private UUID id() {
        try {
            return UUID.fromString(getId());
        } catch (IllegalArgumentException e) {
            throw NotFound.because("importing.refusal.unknown");
        }
    }

    public List<Preview.Line> getLines() {
        return getPreview().lines().stream().limit(SHOWN).toList();
    }

    public List<CellProblem> getProblems() {
        return getPreview().problems().stream().limit(SHOWN).toList();
    }

    public long getUnshownLines() {
        return Math.max(0, getPreview().lines().size() - SHOWN);
    }

    public long getUnshownProblems() {
        return Math.max(0, getPreview().problems().size() - SHOWN);
    }

    public String getIgnored() {
        return String.join(", ", getPreview().ignored());
    }

    public String say(Reason reason) {
        return reason.in(words.texts().language());
    }

    public String remark(Preview.Line line) {
        return line.remark().map(this::say).orElse("");
    }

    /** The cell, and what its column is called; of a row as a whole, the row. */
    public String place(CellProblem problem) {
        String column = problem.column().isEmpty() || !words.containsKey("importing.column." + problem.column())
                ? problem.column()
                : words.get("importing.column." + problem.column());
        String cell = problem.place().isEmpty() ? words.with("importing.row", problem.row()) : problem.place();
        return column.isEmpty() ? cell : cell + " · " + column;
    }

    public List<Organisation> getProcessors() {
        return importing.processors();
    }

    public List<String> getKinds() {
        return importing.kinds().stream().map(KebabCase::of).toList();
    }

    public List<Column> columns(String word) {
        return importing.columns(KebabCase.read(ImportKind.class, word));
    }

    public String label(Column column) {
        return column.label(words.texts().language());
    }

    public String bring() {
        try (InputStream content = file == null ? null : file.getInputStream();
                InputStream zip = isGiven(papers) ? papers.getInputStream() : null) {
            UUID draft =
                    importing.bring(kind, processor, content, file == null ? null : file.getSubmittedFileName(), zip);
            return "/importing/view?faces-redirect=true&id=" + draft;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A field for a file that nobody chose sends an empty one without a name. */
    private static boolean isGiven(Part part) {
        return part != null
                && part.getSubmittedFileName() != null
                && !part.getSubmittedFileName().isBlank();
    }

    public boolean isTooLarge() {
        return request.getParameter(Dropping.TOO_LARGE) != null;
    }

    public String getUnused() {
        return getPreview().unused().stream().limit(SHOWN).collect(Collectors.joining(", "));
    }

    public String enter() {
        Preview seen = getPreview();
        int entered = importing.enter(id());
        saying.done("importing.done.entered", entered, seen.fileName());
        return switch (seen.kind()) {
            case SUB_PROCESSORS -> "/sub-processor/list?faces-redirect=true";
            case MEASURES -> "/measure/list?faces-redirect=true";
            case CONTRACTS -> "/contract/list?faces-redirect=true";
        };
    }

    public String discard() {
        importing.discard(id());
        saying.done("importing.done.discarded");
        return "/importing/view?faces-redirect=true";
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    public Part getPapers() {
        return papers;
    }

    public void setPapers(Part papers) {
        this.papers = papers;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getProcessor() {
        return processor;
    }

    public void setProcessor(String processor) {
        this.processor = processor;
    }
}
