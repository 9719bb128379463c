package app.countersign.retention.web;

import app.countersign.kernel.Ids;
import app.countersign.kernel.web.Saying;
import app.countersign.retention.Preview;
import app.countersign.retention.Rule;
import app.countersign.retention.RuleDesk;
import app.countersign.retention.Run;
import app.countersign.retention.RunDesk;
import app.countersign.retention.RunState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** {@code /retention/run?id=}: one run, how far it is, and its protocol. */
@Named
@RequestScoped
public class RetentionRunPage {

    /** A table with its number of rows. */
    public record Row(String table, long rows) {}

    @Inject
    private RunDesk desk;

    @Inject
    private RuleDesk rules;

    @Inject
    private Saying saying;

    @Inject
    private HttpServletRequest request;

    private Run run;
    private Rule rule;
    private String key;
    private Boolean taken;

    public Run getRun() {
        if (run == null) {
            run = desk.details(id(request.getParameter("id")));
        }
        return run;
    }

    private static UUID id(String text) {
        return Ids.read(text, "retention.refusal.unknown-run");
    }

    public Rule getRule() {
        if (rule == null) {
            rule = rules.details(getRun().ruleId());
        }
        return rule;
    }

    /** Null before it was counted. */
    public Preview getPreview() {
        return getRun().preview().orElse(null);
    }

    /** Whether something is happening that the page looks at by itself. */
    public boolean isMoving() {
        RunState state = getRun().state();
        boolean unrecorded = !state.isOpen() && getRun().protocolPdf().isEmpty();
        return state == RunState.ASKED || state == RunState.RUNNING || unrecorded;
    }

    public boolean is(String state) {
        return getRun().state().name().equals(state);
    }

    public List<Row> getCounts() {
        List<Row> rows = new ArrayList<>();
        getRun().counts().forEach((table, count) -> rows.add(new Row(table, count)));
        return rows;
    }

    public String approve() {
        desk.approve(getRun().id());
        return done("retention.done.approved");
    }

    public String pause() {
        desk.pause(getRun().id());
        return done("retention.done.paused");
    }

    public String resume() {
        desk.resume(getRun().id());
        return done("retention.done.resumed");
    }

    public String stop() {
        desk.stop(getRun().id());
        return done("retention.done.stopped");
    }

    private String done(String key) {
        saying.done(key);
        return "/retention/run?faces-redirect=true&id=" + getRun().id();
    }

    /** Looks whether a row was among those that went. */
    public void look() {
        taken = desk.hasTaken(getRun().id(), key);
    }

    /** Null before somebody asked. */
    public Boolean getTaken() {
        return taken;
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }
}
