package app.countersign.measure.web;

import app.countersign.kernel.Ids;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import app.countersign.measure.Bringing;
import app.countersign.measure.Capturing;
import app.countersign.measure.Evidence;
import app.countersign.measure.EvidenceKind;
import app.countersign.measure.EvidenceRecords;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;

/** The evidence of the measure of the page, and a place to bring more. */
@Named
@RequestScoped
public class MeasureEvidence {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final int SIZE = 20;

    /** In bytes: pages take no larger files, programs do. */
    private static final long LARGEST = 25L * 1024 * 1024;

    /** A value that the application found. */
    public record Value(String name, String text) {}

    @Inject
    private MeasurePage page;

    @Inject
    private EvidenceRecords records;

    @Inject
    private Bringing bringing;

    @Inject
    private Capturing capturing;

    @Inject
    private Saying saying;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private EvidenceRecords.Page found;
    private Part file;
    private String fileTitle;
    private String fileAt;
    private String fileUntil;
    private String title;
    private String statement;
    private String at;
    private String until;
    private String linkTitle;
    private String url;
    private boolean snapshot = true;

    private EvidenceRecords.Page found() {
        if (found == null) {
            found = records.page(page.getId(), Ids.maybe(request.getParameter("evidence")), SIZE);
        }
        return found;
    }

    /** The newest first. */
    public List<EvidenceRecords.Row> getRows() {
        return found().items();
    }

    /** The address of the page after this one; null on the last. */
    public String getNext() {
        return found().next()
                .map(last -> "/measure/view?id=" + page.getId() + "&evidence=" + last)
                .orElse(null);
    }

    public boolean isFirst() {
        return Ids.maybe(request.getParameter("evidence")).isEmpty();
    }

    /** What people call it: a fact by its name in their language. */
    public String title(Evidence evidence) {
        return evidence.kind() == EvidenceKind.FACT
                ? words.with("measure.evidence.own", words.get("fact.name." + evidence.title()))
                : evidence.title();
    }

    public String kind(Evidence evidence) {
        return words.with("measure.evidence.kind." + KebabCase.of(evidence.kind()));
    }

    /** What the application found, value by value; empty where a person wrote the words. */
    public List<Value> values(EvidenceRecords.Row row) {
        boolean foundItself = row.evidence().source().isPresent();
        return row.words().filter(json -> foundItself).map(this::values).orElse(List.of());
    }

    private List<Value> values(String json) {
        try (var reader = JSON.createReader(new StringReader(json))) {
            return reader.readObject().entrySet().stream()
                    .map(value -> new Value(name(value.getKey()), text(value.getValue())))
                    .toList();
        }
    }

    private String name(String key) {
        String known = "fact.value." + key;
        return words.texts().has(known) ? words.get(known) : words.get("measure.value." + key);
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }

    /** What a person said; empty where the application found it. */
    public String said(EvidenceRecords.Row row) {
        return row.evidence().source().isPresent() ? "" : row.words().orElse("");
    }

    public String problem(EvidenceRecords.Row row) {
        return row.problem().map(why -> why.in(words.texts().language())).orElse("");
    }

    public String attach() {
        try (InputStream content = file == null ? null : file.getInputStream()) {
            Evidence kept = bringing.bring(
                    entry(fileTitle, fileAt, fileUntil), content, file == null ? null : file.getSubmittedFileName());
            saying.done("measure.done.evidence", kept.title());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return back();
    }

    public String state() {
        saying.done(
                "measure.done.evidence",
                bringing.state(entry(title, at, until), statement).title());
        return back();
    }

    public String link() {
        saying.done(
                "measure.done.evidence",
                (snapshot
                                ? capturing.capture(entry(linkTitle, null, null), url)
                                : bringing.link(entry(linkTitle, null, null), url))
                        .title());
        return back();
    }

    /** Why is asked in each row, so it is no field of the page that a complaint could stand beside. */
    public String withdraw(UUID evidence) {
        try {
            bringing.withdraw(evidence, request.getParameter("why"));
        } catch (Invalid e) {
            saying.wrong("measure.refusal.why");
            return null;
        }
        saying.done("measure.done.withdrawn");
        return back();
    }

    private Bringing.Entry entry(String called, String since, String end) {
        return new Bringing.Entry(List.of(page.getId()), called, since, end);
    }

    private String back() {
        return "/measure/view?faces-redirect=true&id=" + page.getId();
    }

    public long getLargest() {
        return LARGEST;
    }

    public String getTooLargeText() {
        return words.with("measure.complaint.large-file", LARGEST / 1024 / 1024);
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    public String getFileTitle() {
        return fileTitle;
    }

    public void setFileTitle(String fileTitle) {
        this.fileTitle = fileTitle;
    }

    public String getFileAt() {
        return fileAt;
    }

    public void setFileAt(String fileAt) {
        this.fileAt = fileAt;
    }

    public String getFileUntil() {
        return fileUntil;
    }

    public void setFileUntil(String fileUntil) {
        this.fileUntil = fileUntil;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getStatement() {
        return statement;
    }

    public void setStatement(String statement) {
        this.statement = statement;
    }

    public String getAt() {
        return at;
    }

    public void setAt(String at) {
        this.at = at;
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = until;
    }

    public String getLinkTitle() {
        return linkTitle;
    }

    public void setLinkTitle(String linkTitle) {
        this.linkTitle = linkTitle;
    }

    public String getUrl() {
        return url;
    }

    public void setUrl(String url) {
        this.url = url;
    }

    public boolean isSnapshot() {
        return snapshot;
    }

    public void setSnapshot(boolean snapshot) {
        this.snapshot = snapshot;
    }
}
