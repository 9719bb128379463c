package app.countersign.retention.web;

import app.countersign.access.web.Me;
import app.countersign.kernel.Ids;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import app.countersign.retention.HandDeletion;
import app.countersign.retention.HandDeletionDesk;
import app.countersign.retention.HandDeletionState;
import app.countersign.retention.RetentionClauses;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;

/** {@code /deletion/view?id=}: one deletion by hand; who does it, and the proof that it is done. */
@Named
@RequestScoped
public class DeletionPage {

    @Inject
    private HandDeletionDesk desk;

    @Inject
    private RetentionClauses clauses;

    @Inject
    private Me me;

    @Inject
    private Saying saying;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private String id;
    private HandDeletion deletion;
    private String assignee;
    private String by;
    private String statement;
    private String late;
    private String reason;
    private Part file;

    @PostConstruct
    void read() {
        id = request.getParameter("id");
    }

    public HandDeletion getDeletion() {
        if (deletion == null) {
            deletion = desk.details(uuid());
        }
        return deletion;
    }

    public String getClause() {
        return clauses.label(getDeletion().clause(), words.texts().language());
    }

    /** Whose data it is, for those who delete it; none if it is nobody's in particular. */
    public List<String> getPersons() {
        return me.may("dpo legal") ? desk.persons(uuid()) : List.of();
    }

    public boolean isOpen() {
        return getDeletion().state() == HandDeletionState.OPEN;
    }

    public String assign() {
        desk.assign(uuid(), assignee);
        return done("deletion.done.assigned");
    }

    public String prove() {
        try (InputStream content = file == null ? null : file.getInputStream()) {
            desk.done(
                    uuid(),
                    new HandDeletionDesk.Proof(by, statement, late),
                    content,
                    file == null ? null : file.getSubmittedFileName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return done("deletion.done.done");
    }

    public String drop() {
        desk.drop(uuid(), reason);
        return done("deletion.done.dropped");
    }

    private String done(String key) {
        saying.done(key);
        return "/deletion/view?faces-redirect=true&id=" + uuid();
    }

    private UUID uuid() {
        return Ids.read(id, "deletion.refusal.unknown");
    }

    public String getAssignee() {
        return assignee == null ? getDeletion().assignee() : assignee;
    }

    public void setAssignee(String assignee) {
        this.assignee = assignee;
    }

    public String getBy() {
        return by == null ? getDeletion().assignee() : by;
    }

    public void setBy(String by) {
        this.by = by;
    }

    public String getStatement() {
        return statement;
    }

    public void setStatement(String statement) {
        this.statement = statement;
    }

    public String getLate() {
        return late;
    }

    public void setLate(String late) {
        this.late = late;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    /** In bytes. */
    public long getLargest() {
        return HandDeletionDesk.LARGEST;
    }

    public String getTooLargeText() {
        return words.with("deletion.complaint.large-file", HandDeletionDesk.LARGEST / 1024 / 1024);
    }
}
