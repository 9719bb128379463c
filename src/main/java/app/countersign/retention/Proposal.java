package app.countersign.retention;

import app.countersign.terms.Span;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A rule that a template's term asks for.
 *
 * @param data the categories as the template calls them
 * @param names the same in words
 * @param clause as the trail cites it
 * @param label as people cite it
 * @param source the passage of another document to which the clause refers; may be empty
 * @param periods one, or several of which the contract says which
 * @param fulfilled whether there is such a rule already
 * @param decided what was decided where terms contradict each other
 */
public record Proposal(
        UUID processor,
        String processorName,
        List<String> data,
        String names,
        String clause,
        String label,
        String source,
        List<Span> periods,
        Since since,
        String sinceName,
        boolean fulfilled,
        boolean contradicted,
        Optional<Decision> decided) {

    /** Whether another period was decided on. */
    public boolean isOverruled() {
        return decided.filter(decision ->
                        periods.stream().noneMatch(period -> period.toString().equals(decision.period())))
                .isPresent();
    }
}
