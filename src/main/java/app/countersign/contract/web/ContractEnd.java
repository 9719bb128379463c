package app.countersign.contract.web;

import app.countersign.contract.EndDeclaration;
import app.countersign.contract.EndGround;
import app.countersign.contract.EndKind;
import app.countersign.contract.PlannedEnd;
import app.countersign.contract.Previewing;
import app.countersign.contract.Side;
import app.countersign.contract.Terminating;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How the contract of the page comes to its end: {@code /contract/end?id=}, where the last day and its clause are seen
 * before anything is recorded; on the contract's own page a notice is taken back, and violations are to be cured.
 */
@Named
@RequestScoped
public class ContractEnd {

    private static final String ORDINARY = "ordinary";
    private static final String WITH_MAIN = "with-main-contract";
    private static final String SERIOUS = KebabCase.of(EndGround.SERIOUS_VIOLATION);
    private static final String MINOR = KebabCase.of(EndGround.MINOR_VIOLATION);

    @Inject
    private ContractPage page;

    @Inject
    private Terminating terminating;

    @Inject
    private Previewing previewing;

    @Inject
    private Saying saying;

    @Inject
    private Words words;

    @Inject
    private Clock clock;

    private String way;
    private Side by;
    private LocalDate day;
    private LocalDate until;
    private String reason;
    private String refusal;
    private PlannedEnd plan;

    /** The ways in which this contract can end, by its own words; a serious violation ends any. */
    public List<String> getWays() {
        List<String> ways = new ArrayList<>();
        if (page.endsBy(ORDINARY)) {
            ways.add(ORDINARY);
        }
        if (page.getDetails().conclusion().needsMainContract()) {
            ways.add(WITH_MAIN);
        }
        ways.add(SERIOUS);
        if (isCurable()) {
            ways.add(MINOR);
        }
        return ways;
    }

    /** Whether the contract's words have the other party cure a minor violation first. */
    public boolean isCurable() {
        return page.getDetails().terms().stream()
                .filter(term -> term.kind().equals("end"))
                .anyMatch(term -> term.says("ground", MINOR));
    }

    /** Where the choice leads; null where it can't be said, and {@link #getRefusal} says why. */
    public PlannedEnd getPlan() {
        if (plan == null && refusal == null) {
            try {
                plan = previewing.end(page.uuid(), said());
            } catch (Refused e) {
                refusal = e instanceof Invalid invalid && !invalid.complaints().isEmpty()
                        ? invalid.complaints().values().iterator().next().in(page.getReader())
                        : e.reason().in(page.getReader());
            }
        }
        return plan;
    }

    /** The page asks where it leads before it has taken over what was typed, and again afterwards. */
    private void replan() {
        plan = null;
        refusal = null;
    }

    public String getRefusal() {
        return getPlan() == null ? refusal : null;
    }

    public String getSentence() {
        return getPlan().term().map(term -> term.sentence(page.getReader())).orElse(words.get("contract.end.by-law"));
    }

    public String terminate() {
        try {
            terminating.terminate(page.uuid(), page.seen(), said());
        } catch (Refused e) {
            throw besideDay(e);
        } finally {
            page.forget();
        }
        return done("contract.done.notice");
    }

    /** What speaks against the day is said beside it. */
    private static Refused besideDay(Refused refused) {
        if (refused instanceof Invalid invalid) {
            Reason day = invalid.complaints().get("lastDay");
            return day == null ? invalid : Invalid.field("day", day);
        }
        return refused.reason().key().startsWith("contract.refusal.notice-")
                ? Invalid.field("day", refused.reason())
                : refused;
    }

    public String withdraw() {
        terminating.withdrawNotice(page.uuid(), reason);
        return done("contract.done.continued");
    }

    public String demandCure() {
        if (until == null) {
            throw Invalid.field("until", Reason.of("kernel.text.missing"));
        }
        terminating.demandCure(page.uuid(), getBy(), getDay(), until, reason);
        return done("contract.done.cure");
    }

    public String cured() {
        terminating.cured(page.uuid(), reason);
        return done("contract.done.cured");
    }

    private EndDeclaration said() {
        String chosen = getWay();
        if (chosen.equals(ORDINARY)) {
            return EndDeclaration.ordinary(getBy(), getDay(), reason);
        }
        if (chosen.equals(WITH_MAIN)) {
            return new EndDeclaration(EndKind.WITH_MAIN_CONTRACT, null, null, getDay(), reason);
        }
        return EndDeclaration.extraordinary(KebabCase.read(EndGround.class, chosen), getBy(), getDay(), reason);
    }

    private String done(String key) {
        page.forget();
        saying.done(key);
        return "/contract/view?faces-redirect=true&id=" + page.uuid();
    }

    public String getWay() {
        return way == null || !getWays().contains(way) ? getWays().get(0) : way;
    }

    public void setWay(String way) {
        this.way = way;
        replan();
    }

    /** Whoever records it here is the processor, as long as nothing else is said. */
    public Side getBy() {
        return by == null ? Side.PROCESSOR : by;
    }

    public void setBy(Side by) {
        this.by = by;
        replan();
    }

    public Side[] getSides() {
        return Side.values();
    }

    public String sideKey(Side side) {
        return "contract.side." + KebabCase.of(side);
    }

    /** Today, as long as no other day was given. */
    public LocalDate getDay() {
        return day == null ? LocalDate.now(clock) : day;
    }

    public void setDay(LocalDate day) {
        this.day = day;
        replan();
    }

    public LocalDate getUntil() {
        return until;
    }

    public void setUntil(LocalDate until) {
        this.until = until;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
        replan();
    }
}
