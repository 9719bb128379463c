package app.countersign.retention.web;

import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import app.countersign.retention.HandDeletion;
import app.countersign.retention.HandDeletionDesk;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** {@code /deletion/new}: orders a deletion by hand, by the clause that demands it. */
@Named
@RequestScoped
public class DeletionNewPage {

    @Inject
    private HandDeletionDesk desk;

    @Inject
    private Words words;

    @Inject
    private Saying saying;

    @Inject
    private Clock clock;

    private String promise;
    private String title;
    private LocalDate requestedOn;
    private String assignee;
    private String note;
    private List<HandDeletionDesk.Promise> promises;

    public List<HandDeletionDesk.Promise> getPromises() {
        if (promises == null) {
            promises = desk.promises(words.texts().language());
        }
        return promises;
    }

    public String order() {
        HandDeletion made = desk.order(promise, title, requestedOn, assignee, note);
        saying.done("deletion.done.ordered", made.number());
        return "/deletion/view?faces-redirect=true&id=" + made.id();
    }

    public String getPromise() {
        return promise;
    }

    public void setPromise(String promise) {
        this.promise = promise;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    /** Today, as long as no other day was given. */
    public LocalDate getRequestedOn() {
        return requestedOn == null ? LocalDate.now(clock) : requestedOn;
    }

    public void setRequestedOn(LocalDate requestedOn) {
        this.requestedOn = requestedOn;
    }

    public String getAssignee() {
        return assignee;
    }

    public void setAssignee(String assignee) {
        this.assignee = assignee;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
