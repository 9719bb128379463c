package app.countersign.breach;

import app.countersign.deadline.Deadline;
import java.util.List;

/**
 * A controller concerned, as a list shows it.
 *
 * @param deadlines the clocks towards it, the first due first; empty for moments after a very large report
 */
public record ConcernRow(Concern concern, List<Deadline> deadlines) {}
