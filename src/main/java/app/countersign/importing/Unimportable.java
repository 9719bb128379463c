package app.countersign.importing;

import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table of which some rows can't be entered, so none is. */
public class Unimportable extends Invalid {

    private static final long serialVersionUID = 1L;

    Unimportable(List<CellProblem> problems) {
        super(complaints(problems));
    }

    /** By row and column: {@code rows.3.country}. */
    private static Map<String, Reason> complaints(List<CellProblem> problems) {
        Map<String, Reason> complaints = new LinkedHashMap<>();
        problems.forEach(problem -> complaints.putIfAbsent(
                "rows." + problem.row() + (problem.column().isEmpty() ? "" : "." + problem.column()),
                problem.reason()));
        return complaints;
    }
}
