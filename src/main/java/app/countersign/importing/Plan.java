package app.countersign.importing;

import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table held against what it means: which column is which, what comes of each row, and what is wrong. */
final class Plan {

    /** A row that can be dealt with. */
    record Step(int row, Planned planned) {}

    private final List<Column> columns;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<String> ignored = new ArrayList<>();
    private final List<CellProblem> problems = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();

    private Plan(List<Column> columns) {
        this.columns = columns;
    }

    static Plan of(Grid grid, Intake intake, Intake.Table table) {
        Plan plan = new Plan(intake.columns());
        plan.head(grid.lines().get(0));
        if (plan.problems.isEmpty()) {
            grid.lines().stream().skip(1).forEach(line -> plan.line(line, table));
        }
        return plan;
    }

    private void head(Grid.Line head) {
        for (int i = 0; i < head.cells().size(); i++) {
            String said = head.cell(i);
            int place = i;
            columns.stream()
                    .filter(column -> column.isCalled(said))
                    .findFirst()
                    .ifPresentOrElse(column -> found(column, head, place), () -> {
                        if (!said.isEmpty()) {
                            ignored.add(said);
                        }
                    });
        }
        columns.stream()
                .filter(column -> column.required() && !places.containsKey(column.name()))
                .forEach(column -> problems.add(new CellProblem(
                        head.number(),
                        column.name(),
                        "",
                        Reason.of("importing.complaint.missing-column", column.name()))));
    }

    private void found(Column column, Grid.Line head, int place) {
        if (places.putIfAbsent(column.name(), place) != null) {
            problems.add(new CellProblem(
                    head.number(),
                    column.name(),
                    Grid.letters(place) + head.number(),
                    Reason.of("importing.complaint.column-twice")));
        }
    }

    private void line(Grid.Line line, Intake.Table table) {
        Map<String, String> cells = new HashMap<>();
        places.forEach((column, place) -> cells.put(column, line.cell(place)));
        try {
            steps.add(new Step(line.number(), table.plan(new Row(line.number(), cells))));
        } catch (Invalid e) {
            refused(line.number(), e);
        } catch (Refused e) {
            problems.add(new CellProblem(line.number(), "", "", e.reason()));
        }
    }

    /** What the rooms complain of, cell by cell. */
    List<CellProblem> refused(int row, Invalid complaints) {
        List<CellProblem> found = complaints.complaints().entrySet().stream()
                .map(entry -> new CellProblem(
                        row,
                        entry.getKey(),
                        places.containsKey(entry.getKey()) ? Grid.letters(places.get(entry.getKey())) + row : "",
                        entry.getValue()))
                .toList();
        problems.addAll(found);
        return found;
    }

    List<String> ignored() {
        return ignored;
    }

    List<CellProblem> problems() {
        return problems;
    }

    List<Step> steps() {
        return steps;
    }
}
