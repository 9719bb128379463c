package app.countersign.retention;

import app.countersign.terms.Span;
import app.countersign.terms.Term;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of a contract's data, as pages and the API show it.
 *
 * @param disposal empty as long as the contract has not ended
 * @param limit by when nothing may be left, by the contract's words; empty where they name no period, or it has no end yet
 * @param limitClause as people cite it
 * @param alternatives the periods between which the words leave a choice; empty where they leave none
 * @param offer the clause by which the controller chooses
 * @param deletions what was ordered of people
 */
public record DisposalDetails(
        Optional<Disposal> disposal,
        Optional<LocalDate> limit,
        String limitClause,
        List<Span> alternatives,
        Optional<Term> offer,
        List<HandDeletion> deletions) {

    /** How many deletions are still to be done. */
    public long open() {
        return deletions.stream()
                .filter(one -> one.state() == HandDeletionState.OPEN)
                .count();
    }

    public boolean confirmed() {
        return disposal.flatMap(Disposal::confirmedAt).isPresent();
    }
}
