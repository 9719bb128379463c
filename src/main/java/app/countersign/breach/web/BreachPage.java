package app.countersign.breach.web;

import app.countersign.breach.Breach;
import app.countersign.breach.BreachRecords;
import app.countersign.breach.BreachState;
import app.countersign.breach.Standing;
import app.countersign.kernel.Ids;
import app.countersign.kernel.web.Times;
import app.countersign.kernel.web.Words;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * {@code /breach/view?id=}: one breach, in sections. Each section is a fragment {@code WEB-INF/breach/<section>.xhtml}
 * with a bean of its own; its forms carry {@code <cs:of-breach/>}, so that this bean knows the breach on the way back.
 */
@Named
@RequestScoped
public class BreachPage {

    static final String UNKNOWN = "breach.refusal.unknown";

    /** In the order of the tabs. */
    private static final List<String> SECTIONS =
            List.of("clocks", "facts", "notices", "severity", "decision", "authority", "timeline", "files");

    private static final int SIMILAR = 5;

    /** A tab. */
    public record Section(String name, String href, boolean here) {}

    /** A state of its life, as cs:step shows it. */
    public record Step(String word, String reached, String on, String by) {}

    @Inject
    private BreachRecords records;

    @Inject
    private Words words;

    @Inject
    private Times times;

    @Inject
    private HttpServletRequest request;

    private UUID id;
    private Breach breach;
    private Standing standing;
    private List<Breach> similar;

    @PostConstruct
    void read() {
        id = Ids.read(request.getParameter("id"), UNKNOWN);
    }

    public UUID getId() {
        return id;
    }

    public Breach getBreach() {
        if (breach == null) {
            breach = records.breach(id);
        }
        return breach;
    }

    /** The names of the sub-processors at which it happened. */
    public List<String> getSubProcessors() {
        return records.subProcessors(id);
    }

    public Standing getStanding() {
        if (standing == null) {
            standing = records.standing(id);
        }
        return standing;
    }

    /** Has the breach read again: it has changed. */
    void forget() {
        breach = null;
        standing = null;
    }

    public String getSection() {
        return Optional.ofNullable(request.getParameter("tab"))
                .filter(SECTIONS::contains)
                .orElse(SECTIONS.get(0));
    }

    public List<Section> getSections() {
        return SECTIONS.stream()
                .map(name -> new Section(name, href(name), name.equals(getSection())))
                .toList();
    }

    public String href(String section) {
        return "/breach/view?id=" + id + (section.equals(SECTIONS.get(0)) ? "" : "&tab=" + section);
    }

    /** Where an act of that section leads back to. */
    String back(String section) {
        return "/breach/view?faces-redirect=true&id=" + id + (section.equals(SECTIONS.get(0)) ? "" : "&tab=" + section);
    }

    /** Others that are open and may be the same, reported twice; the first few. */
    public List<Breach> getSimilar() {
        if (similar == null) {
            similar =
                    isAmendable() ? records.similar(id).stream().limit(SIMILAR).toList() : List.of();
        }
        return similar;
    }

    /** The version that the sender of this form has looked at; the present one if the form doesn't say. */
    long seen() {
        String seen = request.getParameter("seen");
        return seen != null && seen.matches("\\d{1,18}")
                ? Long.parseLong(seen)
                : getBreach().version();
    }

    public boolean isSuspected() {
        return getBreach().state() == BreachState.SUSPECTED;
    }

    public boolean isOpen() {
        return getBreach().state() == BreachState.OPEN;
    }

    /** Whether more can still be said about it. */
    public boolean isAmendable() {
        return isSuspected() || isOpen();
    }

    private static String lastStep(Breach it) {
        return switch (it.state()) {
            case DISMISSED -> "breach.step.dismissed";
            case CLOSED -> "breach.step.closed";
            default -> "breach.step.open";
        };
    }

    public List<Step> getSteps() {
        Breach it = getBreach();
        boolean aware = it.awareAt().isPresent();
        boolean ended = it.endedAt().isPresent();
        return List.of(
                new Step(words.get("breach.step.reported"), "done", times.moment(it.reportedAt()), it.reportedBy()),
                new Step(
                        words.get("breach.step.aware"),
                        aware ? "done" : ended ? "later" : "now",
                        times.moment(it.awareAt().orElse(null)),
                        ""),
                new Step(
                        words.get(lastStep(it)),
                        ended ? "done" : aware ? "now" : "later",
                        times.moment(it.endedAt().orElse(null)),
                        it.endedBy().orElse("")));
    }
}
