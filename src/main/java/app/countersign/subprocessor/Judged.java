package app.countersign.subprocessor;

import app.countersign.terms.Template;
import java.util.List;
import java.util.Optional;

/**
 * What one contract form says of an engagement's places.
 *
 * @param template the contract form; empty for what the law alone says
 * @param contracts how many contracts in force were made with it
 */
public record Judged(Optional<Template> template, long contracts, List<Placing> placings) {

    /** The contract form's code; empty for what the law alone says. */
    public String form() {
        return template.map(Template::code).orElse("");
    }

    /** The worst of it. */
    public Verdict verdict() {
        return placings.stream().map(Placing::verdict).max(Verdict::compareTo).orElse(Verdict.FOUNDED);
    }

    /** The worst place. */
    public Optional<Placing> worst() {
        return placings.stream().max((one, other) -> one.verdict().compareTo(other.verdict()));
    }

    /** The place that stands on a decision which ends. */
    public Optional<Placing> ending() {
        return placings.stream().filter(placing -> placing.until().isPresent()).findFirst();
    }
}
