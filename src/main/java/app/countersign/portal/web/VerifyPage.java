package app.countersign.portal.web;

import app.countersign.contract.Verdict;
import app.countersign.contract.Verifying;
import app.countersign.contract.web.Dropping;
import app.countersign.document.SignatureFinding;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.kernel.Texts;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Times;
import app.countersign.kernel.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code /verify}: anybody brings a file and learns whether it is a contract of ours. The file is not kept. */
@Named
@RequestScoped
public class VerifyPage extends Dropping {

    /** Reasons that the table of differences shows, too. */
    private static final Set<String> IN_TABLE =
            Set.of("document.difference.replaced", "document.difference.added", "document.difference.removed");

    private static final int LONGEST_NAME = 120;

    @Inject
    private Verifying verifying;

    @Inject
    private Saying saying;

    @Inject
    private Words words;

    @Inject
    private Times times;

    private Verdict verdict;

    /**
     * A signature in words.
     *
     * @param word what is found of it
     */
    public record Sealed(String by, String when, String word, String tone) {}

    public void bring() {
        try {
            verdict = taken((content, name) -> verifying.verify(content));
        } catch (Refused e) {
            saying.refused(e);
        }
    }

    public Verdict getVerdict() {
        return verdict;
    }

    public Verdict.Standing getStanding() {
        return verdict.contract().orElse(null);
    }

    public List<String> getReasons() {
        return verdict.reasons().stream()
                .filter(reason -> verdict.differences().isEmpty() || !IN_TABLE.contains(reason.key()))
                .map(this::say)
                .toList();
    }

    public String say(Reason reason) {
        return reason.in(words.texts().language());
    }

    public String getIcon() {
        return switch (verdict.judgement()) {
            case GENUINE -> "verified";
            case ALTERED -> "times-circle";
            case UNKNOWN -> "question-circle";
        };
    }

    /** Whether the contract is in force: since when, until when, or why not. */
    public String getStandingText() {
        Verdict.Standing standing = getStanding();
        String since = date(standing.effectiveOn());
        String until = date(standing.endsOn());
        return switch (standing.state()) {
            case IN_FORCE ->
                until.isEmpty()
                        ? words.with("portal.standing.in-force", since)
                        : words.with("portal.standing.in-force-until", since, until);
            case TERMINATED -> words.with("portal.standing.ended", since, until);
            case WITHDRAWN -> words.get("portal.standing.withdrawn");
            default -> words.get("portal.standing.not-yet");
        };
    }

    private String date(Optional<LocalDate> day) {
        return times.date(day.orElse(null));
    }

    public List<Sealed> getSeals() {
        return verdict.signatures().stream().map(this::sealed).toList();
    }

    private Sealed sealed(SignatureFinding signature) {
        String state = !signature.intact()
                ? "broken"
                : !signature.ours() ? "of-another" : signature.coversWholeFile() ? "sound" : "covers-part";
        String tone = state.equals("sound") ? "good" : state.equals("of-another") ? "warn" : "bad";
        return new Sealed(signature.signer(), when(signature), words.get("portal.seal." + state), tone);
    }

    private String when(SignatureFinding signature) {
        return signature
                .stampedAt()
                .map(at -> words.with("portal.seal.stamped", times.moment(at)))
                .or(() -> signature.claimedAt().map(times::moment))
                .orElse("");
    }

    /** The key of a demonstration says in its name, in English, what it is. */
    public boolean isDemonstration() {
        String mark =
                Texts.of(Locale.ENGLISH).text("document.seal.demonstration", "").strip();
        return verdict.signatures().stream()
                .anyMatch(signature -> signature.signer().contains(mark));
    }

    public String getFileName() {
        String name = getFile() == null || getFile().getSubmittedFileName() == null
                ? ""
                : getFile().getSubmittedFileName();
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + " …";
    }

    /** Whether a file was turned away before it was read. */
    @Override
    public boolean isTooLarge() {
        return verdict == null && super.isTooLarge();
    }

    public long getMegabytes() {
        return getLargest() / 1024 / 1024;
    }
}
