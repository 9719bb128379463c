package app.countersign.importing;

import app.countersign.kernel.Reason;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What would come of a table.
 *
 * @param ignored heads of columns that mean nothing here
 * @param unused papers that no row names
 * @param lines what would come of each row that has no problem
 */
public record Preview(
        UUID id,
        ImportKind kind,
        String processor,
        String fileName,
        List<String> ignored,
        List<Line> lines,
        List<CellProblem> problems,
        List<String> unused) {

    /** @param entered whether it would be entered; else it is left out, and the remark says why
     * @param grave what else than an entry would come of it */
    public record Line(int row, String what, boolean entered, Optional<Reason> remark, Optional<Reason> grave) {}

    /** Whether a person is to prove once more who they are before it is entered. */
    public boolean isGrave() {
        return lines.stream().anyMatch(line -> line.grave().isPresent());
    }

    /** How many would be entered. */
    public long toEnter() {
        return lines.stream().filter(Line::entered).count();
    }

    /** Whether it can be entered as it is. */
    public boolean isGood() {
        return problems.isEmpty() && toEnter() > 0;
    }
}
