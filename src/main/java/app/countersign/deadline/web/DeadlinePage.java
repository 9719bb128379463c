package app.countersign.deadline.web;

import app.countersign.deadline.AlarmRow;
import app.countersign.deadline.Deadline;
import app.countersign.deadline.DeadlineDesk;
import app.countersign.kernel.Ids;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.web.Saying;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;

/** {@code /deadline/view?id=…}: how one deadline is counted, what was said about it, and what can be done. */
@Named
@RequestScoped
public class DeadlinePage {

    @Inject
    private DeadlineDesk desk;

    @Inject
    private Saying saying;

    @Inject
    private HttpServletRequest request;

    private Deadline deadline;
    private String reason;

    /** @throws NotFound if there is none */
    public Deadline getDeadline() {
        if (deadline == null) {
            deadline = desk.details(id());
        }
        return deadline;
    }

    public List<AlarmRow> getAlarms() {
        return desk.alarms(id());
    }

    public String acknowledge() {
        desk.acknowledge(id());
        saying.done("deadline.done.acknowledge");
        return here();
    }

    public String waive() {
        desk.waive(id(), reason);
        saying.done("deadline.done.waive");
        return here();
    }

    private String here() {
        return "/deadline/view?faces-redirect=true&id=" + id();
    }

    private UUID id() {
        return Ids.read(request.getParameter("id"), "deadline.refusal.unknown");
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
