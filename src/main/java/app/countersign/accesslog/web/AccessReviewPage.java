package app.countersign.accesslog.web;

import app.countersign.accesslog.AccessRecords;
import app.countersign.accesslog.Reviewing;
import app.countersign.accesslog.Summary;
import app.countersign.kernel.Ids;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import app.countersign.trail.TrailEntry;
import app.countersign.trail.TrailWords;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@code /access-log/review}: what the log says of the time since the last review, and that somebody has looked. */
@Named
@RequestScoped
public class AccessReviewPage {

    private static final int SHOWN = 24;
    private static final int PERSONS = 10;
    private static final int CHANGES = 50;

    /** A change of rights in words. */
    public record Change(Instant at, String who, String what, UUID object) {}

    @Inject
    private Reviewing reviewing;

    @Inject
    private AccessRecords records;

    @Inject
    private Words words;

    @Inject
    private Saying saying;

    @Inject
    private HttpServletRequest request;

    private Optional<Reviewing.Due> due;
    private List<Reviewing.Past> past;
    private String remarks;

    public boolean isWhole() {
        return records.seesWhole();
    }

    /** Null if no review is due. */
    public Reviewing.Due getDue() {
        if (due == null) {
            due = reviewing.due();
        }
        return due.orElse(null);
    }

    public Summary getSummary() {
        return getDue().summary();
    }

    /** What the person was shown when the page came, whatever has become of it since. */
    public String getShown() {
        String sent = request.getParameter("review");
        return sent == null ? getDue().review().id().toString() : sent;
    }

    public List<AccessListPage.Line> getFailures() {
        return lines(getSummary().failures());
    }

    public List<AccessListPage.Line> getExports() {
        return lines(getSummary().exports());
    }

    private List<AccessListPage.Line> lines(List<AccessRecords.Line> found) {
        AccessWords told = new AccessWords(words.texts());
        return found.stream().map(line -> AccessListPage.line(line, told)).toList();
    }

    public List<Summary.Person> getUnusual() {
        return first(getSummary().unusual());
    }

    public List<Summary.Person> getRefused() {
        return first(getSummary().refused());
    }

    public List<Summary.Address> getAddresses() {
        return first(getSummary().addresses());
    }

    /** That there are more than are shown; empty if there are not. */
    public String more(int all, int shown) {
        return all > shown ? words.with("accesslog.review.more", all - shown) : "";
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(all.size(), PERSONS));
    }

    public List<Change> getRights() {
        TrailWords told = new TrailWords(words.texts());
        return getSummary().rights().stream()
                .limit(CHANGES)
                .map(entry -> new Change(entry.at(), told.who(entry), what(entry, told), entry.objectId()))
                .toList();
    }

    private static String what(TrailEntry entry, TrailWords told) {
        String roles = entry.facts().containsKey("roles") ? entry.facts().getString("roles", "") : "";
        return roles.isEmpty() ? told.what(entry) : told.what(entry) + " (" + roles + ")";
    }

    /** The usual hours, as in "6–20". */
    public String getUsualHours() {
        return getSummary().usualHours().from() + "–"
                + getSummary().usualHours().to();
    }

    public List<Reviewing.Past> getPast() {
        if (past == null) {
            past = reviewing.past(SHOWN);
        }
        return past;
    }

    public String getRemarks() {
        return remarks;
    }

    public void setRemarks(String remarks) {
        this.remarks = remarks;
    }

    public String confirm() {
        reviewing.confirm(id(), remarks);
        saying.done("accesslog.review.done");
        return "/access-log/review?faces-redirect=true";
    }

    /** Null if the page did not say it. */
    private UUID id() {
        return Ids.maybe(request.getParameter("review")).orElse(null);
    }
}
