package app.countersign.accesslog.web;

import app.countersign.access.web.Me;
import app.countersign.accesslog.AccessEntry;
import app.countersign.accesslog.AccessRecords;
import app.countersign.accesslog.Act;
import app.countersign.deadline.Citations;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Settings;
import app.countersign.kernel.web.Narrowed;
import app.countersign.kernel.web.Words;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** {@code /access-log/list}: who looked at what, the newest first. */
@Named
@RequestScoped
public class AccessListPage {

    private static final int SIZE = 50;

    /** An access in words.
     *
     * @param href to what was reached; null if that has no page */
    public record Line(AccessEntry entry, String who, String act, String door, String kind, String href) {

        public String address() {
            return entry.address().orElse("");
        }

        public String pseudonym() {
            return entry.actor().map(Object::toString).orElse("");
        }
    }

    /** An entry of a choice. */
    public record Option(String value, String label) {}

    @Inject
    private AccessRecords records;

    @Inject
    private Me me;

    @Inject
    private Settings settings;

    @Inject
    private Words words;

    @Inject
    private Citations citations;

    @Inject
    private HttpServletRequest request;

    private Narrowed filter;
    private AccessRecords.Page page;

    @PostConstruct
    void read() {
        filter = LogFilter.read(request::getParameter, settings.zone());
    }

    public List<Line> getRows() {
        AccessWords told = new AccessWords(words.texts());
        return page().items().stream().map(line -> line(line, told)).toList();
    }

    static Line line(AccessRecords.Line line, AccessWords told) {
        return new Line(
                line.entry(),
                told.who(line),
                told.act(line),
                told.door(line),
                told.kind(line.entry().objectKind()),
                AccessWords.href(line));
    }

    private AccessRecords.Page page() {
        if (page == null) {
            page = records.page(LogFilter.of(filter), Optional.ofNullable(request.getParameter("before")), SIZE);
        }
        return page;
    }

    /** The address of the page after this one; null on the last. */
    public String getNext() {
        return page().next()
                .map(next -> filter.address("/access-log/list", next))
                .orElse(null);
    }

    public boolean isFirst() {
        return request.getParameter("before") == null;
    }

    public String getFirstPage() {
        return filter.address("/access-log/list");
    }

    public List<Option> getActs() {
        return Arrays.stream(Act.values())
                .map(act -> new Option(
                        KebabCase.of(act), act.label().in(words.texts().language())))
                .toList();
    }

    public String value(String name) {
        return filter.value(name);
    }

    public boolean isNarrowed() {
        return filter.narrows();
    }

    public String getTable() {
        return filter.address("/access-log/list.csv");
    }

    /** Whether the review is theirs to see. */
    public boolean isWhole() {
        return records.seesWhole();
    }

    /** Whether what was reached may be opened by the reader: administrators read no contracts. */
    public boolean isOpening() {
        return me.may("legal signatory dpo auditor");
    }

    /** How long this is kept, and which clause says so. */
    public String getKeeping() {
        return records.keeping().map(this::told).orElseGet(() -> words.get("accesslog.list.not-deleted"));
    }

    private String told(AccessRecords.Keeping kept) {
        String span = kept.span().in(words.texts().language());
        return kept.clause()
                .map(clause -> words.with(
                        "accesslog.list.kept",
                        span,
                        citations.label(clause, words.texts().language())))
                .orElseGet(() -> words.with("accesslog.list.kept-so-long", span));
    }
}
