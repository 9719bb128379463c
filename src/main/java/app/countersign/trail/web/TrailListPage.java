package app.countersign.trail.web;

import app.countersign.kernel.Settings;
import app.countersign.kernel.web.Narrowed;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import app.countersign.trail.Head;
import app.countersign.trail.TrailEntry;
import app.countersign.trail.TrailRecords;
import app.countersign.trail.TrailWords;
import app.countersign.trail.Verification;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /trail/list}: who did what, the newest first, and whether all of it is still what it was. */
@Named
@RequestScoped
public class TrailListPage {

    private static final int SIZE = 50;
    private static final int SHOWN_HASH = 16;

    /** Where things of that kind are looked at. */
    private static final Map<String, String> PAGES = Map.of(
            "contract", "/contract/view?id=",
            "organisation", "/party/view?id=",
            "breach", "/breach/view?id=",
            "inquiry", "/inquiry/view?id=",
            "measure", "/measure/view?id=",
            "sub-processor", "/sub-processor/view?id=",
            "sub-processor-change", "/announcement/view?id=",
            "hand-deletion", "/deletion/view?id=",
            "retention-rule", "/retention/rule?id=",
            "retention-run", "/retention/run?id=");

    /** An entry in words.
     *
     * @param href to what it happened to; null if that has no page */
    public record Line(
            TrailEntry entry,
            String who,
            String what,
            String channel,
            String kind,
            String href,
            List<TrailWords.Fact> facts) {

        public Instant at() {
            return entry.at();
        }

        public boolean isChained() {
            return entry.position().isPresent();
        }

        public long position() {
            return entry.position().orElse(0);
        }

        public String hash() {
            return entry.hash().orElse("");
        }

        public String clause() {
            return entry.clause().orElse("");
        }

        public String from() {
            return entry.address().orElse("");
        }

        public String pseudonym() {
            return entry.pseudonym().map(Object::toString).orElse("");
        }
    }

    /** An entry of a choice. */
    public record Option(String value, String label) {}

    @Inject
    private TrailRecords records;

    @Inject
    private Settings settings;

    @Inject
    private Words words;

    @Inject
    private Saying saying;

    @Inject
    private HttpServletRequest request;

    private Narrowed filter;
    private TrailRecords.Page page;
    private Optional<Verification> verification;
    private Head head;
    private String noted;

    @PostConstruct
    void read() {
        filter = PageFilter.read(request::getParameter, settings.zone());
    }

    public List<Line> getRows() {
        TrailWords told = new TrailWords(words.texts());
        return page().items().stream().map(entry -> line(entry, told)).toList();
    }

    private static Line line(TrailEntry entry, TrailWords told) {
        String path = PAGES.get(entry.objectKind());
        return new Line(
                entry,
                told.who(entry),
                told.what(entry),
                told.channel(entry),
                told.object(entry.objectKind()),
                path == null ? null : path + entry.objectId(),
                told.facts(entry));
    }

    private TrailRecords.Page page() {
        if (page == null) {
            page = records.page(PageFilter.of(filter), Optional.ofNullable(request.getParameter("before")), SIZE);
        }
        return page;
    }

    /** The address of the page after this one; null on the last. */
    public String getNext() {
        return page().next().map(next -> filter.address("/trail/list", next)).orElse(null);
    }

    public boolean isFirst() {
        return request.getParameter("before") == null;
    }

    public String getFirstPage() {
        return filter.address("/trail/list");
    }

    public List<Option> getEvents() {
        TrailWords told = new TrailWords(words.texts());
        return records.events().stream()
                .map(event -> new Option(event, told.event(event)))
                .toList();
    }

    public String value(String name) {
        return filter.value(name);
    }

    public boolean isNarrowed() {
        return filter.narrows();
    }

    public String getTable() {
        return filter.address("/trail/list.csv");
    }

    /** Whether the chain is theirs to see: to others it would tell how much happens elsewhere. */
    public boolean isWhole() {
        return records.seesWhole();
    }

    /** Where the chain ends. */
    public Head getHead() {
        if (head == null) {
            head = records.head();
        }
        return head;
    }

    public String shortened(String hash) {
        return hash.substring(0, Math.min(hash.length(), SHOWN_HASH));
    }

    /** To whom the head goes each day; empty if nobody gets it. */
    public String getMailedTo() {
        return settings.trailMail().map(Object::toString).orElse("");
    }

    /** The last one; null if there was none. */
    public Verification getVerification() {
        if (verification == null) {
            verification = records.lastVerification();
        }
        return verification.orElse(null);
    }

    public boolean isVerifying() {
        return getVerification() != null && !getVerification().isFinished();
    }

    public List<String> getFindings() {
        return getVerification().findings().stream()
                .map(reason -> reason.in(words.texts().language()))
                .toList();
    }

    public String getNoted() {
        return noted;
    }

    public void setNoted(String noted) {
        this.noted = noted;
    }

    public String verify() {
        records.verify(noted);
        saying.done("trail.verification.begun");
        return "/trail/list?faces-redirect=true";
    }
}
