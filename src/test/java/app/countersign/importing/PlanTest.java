package app.countersign.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import app.countersign.party.Organisation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A table held against what it means. */
class PlanTest {

    private static final Intake INTAKE = new Intake() {

        @Override
        public ImportKind kind() {
            return ImportKind.SUB_PROCESSORS;
        }

        @Override
        public List<Column> columns() {
            return List.of(Column.needed("name"), Column.needed("country"), Column.maybe("since"));
        }

        @Override
        public Table table(Organisation processor) {
            return row -> {
                if (row.cell("country").equals("XX")) {
                    throw Invalid.field("country", Reason.of("subprocessor.complaint.country", "XX"));
                }
                return Planned.entered(row.cell("name") + row.day("since"), Optional.empty(), () -> {});
            };
        }
    };

    private static Plan plan(String... rows) {
        GridBuilder grid = new GridBuilder();
        for (int i = 0; i < rows.length; i++) {
            grid.row(i + 1, List.of(rows[i].split("\\|", -1)));
        }
        return Plan.of(grid.grid(), INTAKE, INTAKE.table(null));
    }

    @Test
    void columnsAreRecognisedInAnyOrderAndLanguage() {
        Plan plan = plan("Land|ganz anderes|Unterauftragnehmer|SINCE", "CH|x|Muster|1.2.2026", "CH||Beispiel|46054");

        assertThat(plan.problems()).isEmpty();
        assertThat(plan.ignored()).containsExactly("ganz anderes");
        assertThat(plan.steps())
                .extracting(step -> step.planned().what())
                .containsExactly("Muster2026-02-01", "Beispiel2026-02-01");
    }

    @Test
    void aProblemNamesItsCell() {
        Plan plan = plan("name|country", "Muster|CH", "Beispiel|XX");

        assertThat(plan.problems())
                .containsExactly(
                        new CellProblem(3, "country", "B3", Reason.of("subprocessor.complaint.country", "XX")));
        assertThat(plan.steps()).hasSize(1);
    }

    @Test
    void aMissingColumnIsToldOnceAndNotForEveryRow() {
        Plan plan = plan("name|other", "a|b", "d|e");

        assertThat(plan.problems())
                .extracting(problem -> problem.reason().key())
                .containsExactly("importing.complaint.missing-column");
        assertThat(plan.steps()).isEmpty();
        assertThat(plan("name|Unterauftragnehmer|country", "a|b|CH").problems())
                .extracting(CellProblem::place)
                .containsExactly("B1");
    }

    @Test
    void columnsAreCountedAsSpreadsheetsDo() {
        assertThat(List.of(Grid.letters(0), Grid.letters(25), Grid.letters(26), Grid.letters(59)))
                .containsExactly("A", "Z", "AA", "BH");
    }
}
