package app.countersign.measure.web;

import app.countersign.access.Account;
import app.countersign.kernel.Ids;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import app.countersign.measure.Level;
import app.countersign.measure.MeasureDesk;
import app.countersign.measure.MeasureRecords;
import app.countersign.measure.MeasureVersion;
import app.countersign.measure.Statement;
import app.countersign.measure.VersionState;
import app.countersign.terms.Span;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@code /measure/view?id=}: what a measure says, how it stands, who sees to it, and what became of it. */
@Named
@RequestScoped
public class MeasurePage {

    @Inject
    private MeasureRecords records;

    @Inject
    private MeasureDesk desk;

    @Inject
    private Saying saying;

    @Inject
    private Words texts;

    @Inject
    private HttpServletRequest request;

    private MeasureRecords.Details details;
    private String remarks;
    private String owner;
    private String words;
    private String every;
    private String review;
    private String level = "kept";
    private String what;
    private String reason;
    private String why;

    public UUID getId() {
        return Ids.read(request.getParameter("id"), "measure.refusal.unknown");
    }

    public MeasureRecords.Details getDetails() {
        if (details == null) {
            details = records.details(getId());
        }
        return details;
    }

    private Statement statement() {
        return getDetails().row().version().statement();
    }

    /** Its words, a line for each clause. */
    public List<String> getLines() {
        return statement().words().lines().toList();
    }

    public List<String> linesOf(MeasureVersion version) {
        return version.statement().words().lines().toList();
    }

    /** What waits for a second person; null if nothing does. */
    public MeasureVersion getProposal() {
        return getDetails().proposal().orElse(null);
    }

    public String tone(VersionState state) {
        return switch (state) {
            case CURRENT -> "good";
            case PROPOSED -> "warn";
            case REFUSED -> "bad";
            case SUPERSEDED -> "";
        };
    }

    public List<Account> getOwners() {
        return records.owners(getId());
    }

    public String reviewed() {
        desk.review(List.of(getId()), remarks);
        saying.done("measure.done.reviewed", 1);
        return back();
    }

    public String assign() {
        desk.assign(getId(), owner);
        saying.done("measure.done.assigned");
        return back();
    }

    public String change() {
        MeasureVersion made = desk.change(
                getId(), new MeasureDesk.Change(words, every, review, KebabCase.read(Level.class, level), what));
        saying.done(made.state() == VersionState.PROPOSED ? "measure.done.proposed" : "measure.done.changed");
        return back();
    }

    public String giveUp() {
        desk.giveUp(getId(), why);
        saying.done("measure.done.proposed");
        return back();
    }

    public String approve() {
        desk.decide(getId(), true, reason);
        saying.done("measure.done.approved");
        return back();
    }

    public String refuse() {
        desk.decide(getId(), false, reason);
        saying.done("measure.done.refused");
        return back();
    }

    private String back() {
        return "/measure/view?faces-redirect=true&id=" + getId();
    }

    public List<String> getLevels() {
        return List.of("kept", "raised", "lowered");
    }

    public String getRemarks() {
        return remarks;
    }

    public void setRemarks(String remarks) {
        this.remarks = remarks;
    }

    public String getOwner() {
        return owner;
    }

    public void setOwner(String owner) {
        this.owner = owner;
    }

    public String getWords() {
        return words == null ? statement().words() : words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public String getEvery() {
        return every == null ? said(statement().every()) : every;
    }

    private String said(Optional<Span> span) {
        return span.map(one -> one.in(texts.texts().language())).orElse("");
    }

    public void setEvery(String every) {
        this.every = every;
    }

    public String getReview() {
        return review == null ? said(statement().review()) : review;
    }

    public void setReview(String review) {
        this.review = review;
    }

    public String getLevel() {
        return level;
    }

    public void setLevel(String level) {
        this.level = level;
    }

    public String getWhat() {
        return what;
    }

    public void setWhat(String what) {
        this.what = what;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(String why) {
        this.why = why;
    }
}
