package app.countersign.retention.web;

import app.countersign.access.web.Me;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.web.Saying;
import app.countersign.retention.Erasure;
import app.countersign.retention.ErasureDesk;
import app.countersign.retention.HandDeletion;
import app.countersign.retention.Preview;
import app.countersign.retention.Rule;
import app.countersign.retention.RuleDesk;
import app.countersign.retention.Run;
import app.countersign.retention.RunState;
import app.countersign.retention.Store;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToLongFunction;

/** {@code /retention/erasure?id=}: one erasure, what was found, how far it is, and its protocol. */
@Named
@RequestScoped
public class RetentionErasurePage {

    @Inject
    private ErasureDesk desk;

    @Inject
    private RuleDesk ruleDesk;

    @Inject
    private Saying saying;

    @Inject
    private Me me;

    @Inject
    private HttpServletRequest request;

    private final Map<UUID, Rule> rules = new HashMap<>();
    private Erasure erasure;
    private List<Run> runs;
    private List<HandDeletion> byHand;
    private RunState state;
    private String person;
    private Boolean concerned;

    public Erasure getErasure() {
        if (erasure == null) {
            erasure = desk.details(id(request.getParameter("id")));
        }
        return erasure;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(String.valueOf(text));
        } catch (IllegalArgumentException e) {
            throw NotFound.because("retention.refusal.unknown-erasure");
        }
    }

    public List<Run> getRuns() {
        if (runs == null) {
            runs = desk.runs(getErasure().id());
        }
        return runs;
    }

    public List<HandDeletion> getByHand() {
        if (byHand == null) {
            byHand = desk.byHand(getErasure().id());
        }
        return byHand;
    }

    /** Where people will have to delete once it is approved. */
    public List<Store> getToReachByHand() {
        return desk.toReachByHand(getErasure().id());
    }

    public RunState getState() {
        if (state == null) {
            state = desk.state(getErasure().id());
        }
        return state;
    }

    public boolean is(String state) {
        return getState().name().equals(state);
    }

    /** Whether one of them waits, whatever the others do. */
    public boolean isWaiting() {
        return desk.isWaiting(getErasure().id());
    }

    /** Until when somebody has to approve it; null once that is over. */
    public Instant getLapsesAt() {
        return desk.lapsesAt(getErasure()).orElse(null);
    }

    /** Whether something is happening that the page looks at by itself. */
    public boolean isMoving() {
        boolean unrecorded =
                getErasure().endedAt().isPresent() && getErasure().protocolPdf().isEmpty();
        return unrecorded
                || getRuns().stream().anyMatch(run -> run.state() == RunState.ASKED || run.state() == RunState.RUNNING);
    }

    public Rule rule(Run run) {
        return rules.computeIfAbsent(run.ruleId(), ruleDesk::details);
    }

    /** For those who have to look; none for others, and once it is over. */
    public List<String> getPersons() {
        return me.may("administrator dpo") ? desk.persons(getErasure().id()) : List.of();
    }

    /** Whose data alone is meant; empty for every controller's. */
    public String getController() {
        return desk.controller(getErasure().id()).orElse("");
    }

    public List<Rule> getUnreached() {
        return desk.unreached(getErasure().processorId());
    }

    public long held(Run run) {
        return found(run, Preview::held);
    }

    /** The person's rows about which the rule is not. */
    public long beside(Run run) {
        return found(run, one -> one.rows() - one.expired() - one.held());
    }

    private static long found(Run run, ToLongFunction<Preview> number) {
        return run.preview().map(number::applyAsLong).orElse(0L);
    }

    public String approve() {
        desk.approve(getErasure().id());
        return done("retention.done.erasure-approved");
    }

    public String stop() {
        desk.stop(getErasure().id());
        return done("retention.done.stopped");
    }

    private String done(String key) {
        saying.done(key);
        return "/retention/erasure?faces-redirect=true&id=" + getErasure().id();
    }

    /** Looks whether it was that person. */
    public void look() {
        concerned = desk.concerns(getErasure().id(), person);
    }

    /** Null before somebody asked. */
    public Boolean getConcerned() {
        return concerned;
    }

    /** What was typed is not shown again. */
    public String getPerson() {
        return "";
    }

    public void setPerson(String person) {
        this.person = person;
    }
}
