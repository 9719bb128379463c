package app.countersign.retention.web;

import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import app.countersign.retention.Proposal;
import app.countersign.retention.Rule;
import app.countersign.retention.RuleDesk;
import app.countersign.retention.Run;
import app.countersign.retention.RunDesk;
import app.countersign.retention.RunState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** {@code /retention/list}: what goes when, what waits, and what the contracts ask for. */
@Named
@RequestScoped
public class RetentionListPage {

    private static final int RUNS = 20;
    private static final int LOOKED_THROUGH = 200;

    @Inject
    private RuleDesk desk;

    @Inject
    private RunDesk runDesk;

    @Inject
    private Saying saying;

    @Inject
    private Words words;

    private List<Rule> rules;
    private List<Run> runs;
    private Map<UUID, Run> last;
    private List<Proposal> proposals;
    private String choice;
    private String reason;

    public List<Rule> getRules() {
        if (rules == null) {
            rules = desk.all();
        }
        return rules;
    }

    private List<Run> known() {
        if (runs == null) {
            runs = runDesk.newest(LOOKED_THROUGH);
        }
        return runs;
    }

    public List<Run> getRuns() {
        return known().subList(0, Math.min(RUNS, known().size()));
    }

    /** Runs that wait for a second person. */
    public List<Run> getWaiting() {
        return known().stream().filter(run -> run.state() == RunState.WAITING).toList();
    }

    /** The rule's last run; null if it never ran. */
    public Run last(Rule rule) {
        if (last == null) {
            last = new HashMap<>();
            known().forEach(run -> last.putIfAbsent(run.ruleId(), run));
        }
        return last.get(rule.id());
    }

    public String title(Run run) {
        return getRules().stream()
                .filter(rule -> rule.id().equals(run.ruleId()))
                .findFirst()
                .map(Rule::title)
                .orElse("");
    }

    private List<Proposal> all() {
        if (proposals == null) {
            proposals = desk.proposals(words.texts().language());
        }
        return proposals;
    }

    /** What the contracts ask for and no rule does yet. */
    public List<Proposal> getProposals() {
        return all().stream()
                .filter(one -> !one.fulfilled() && !one.isOverruled())
                .toList();
    }

    /** Terms that name different periods for the same data. */
    public List<Proposal> getContradictions() {
        return all().stream().filter(Proposal::contradicted).toList();
    }

    /** Decides for what was chosen: clause, category and period, with bars between. */
    public String decide() {
        String[] parts = String.valueOf(choice).split("\\|", -1);
        desk.decide(part(parts, 0), part(parts, 1), part(parts, 2), reason);
        saying.done("retention.done.decided");
        return "/retention/list?faces-redirect=true";
    }

    private static String part(String[] parts, int at) {
        return at < parts.length ? parts[at] : "";
    }

    public String value(Proposal proposal) {
        return proposal.clause() + "|" + proposal.data().get(0) + "|"
                + proposal.periods().get(0);
    }

    public String label(Proposal proposal) {
        return words.with(
                "retention.contradiction.choice",
                proposal.names(),
                periods(proposal),
                proposal.source().isEmpty() ? proposal.label() : proposal.source());
    }

    public String periods(Proposal proposal) {
        List<String> all = proposal.periods().stream()
                .map(span -> span.in(words.texts().language()))
                .toList();
        return all.size() == 1 ? all.get(0) : words.with("retention.proposal.or", all.get(0), all.get(1));
    }

    /** The form of a new rule, with what the clause says filled in. */
    public String setUp(Proposal proposal) {
        return "/retention/rule?clause=" + encoded(proposal.clause()) + "&categories="
                + encoded(String.join(" ", proposal.data())) + "&title=" + encoded(proposal.names()) + "&period="
                + encoded(proposal.periods().get(0).in(words.texts().language())) + "&since="
                + app.countersign.kernel.KebabCase.of(proposal.since());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public String getChoice() {
        return choice;
    }

    public void setChoice(String choice) {
        this.choice = choice;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
