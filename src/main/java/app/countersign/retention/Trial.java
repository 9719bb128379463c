package app.countersign.retention;

import app.countersign.kernel.Reason;
import java.util.List;
import java.util.Optional;

/**
 * What a rule would run, without running it.
 *
 * @param statements in the order in which they run; none if there is a problem
 * @param problem why nothing would be deleted
 */
public record Trial(List<String> statements, Grants grants, Optional<Reason> problem) {}
