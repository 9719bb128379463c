package app.countersign.importing;

import app.countersign.kernel.Refused;
import java.util.ArrayList;
import java.util.List;

/** Takes rows up as they are read, and refuses what is more than one import may be. */
final class GridBuilder {

    private final List<Grid.Line> lines = new ArrayList<>();
    private long letters;

    /** @param number from 1
     * @throws Refused if that is too much */
    void row(int number, List<String> cells) {
        int last = cells.size();
        while (last > 0 && cells.get(last - 1).isBlank()) {
            last--;
        }
        if (last == 0) {
            return;
        }
        if (last > Grid.MOST_COLUMNS) {
            throw Refused.because("importing.refusal.columns", Grid.MOST_COLUMNS);
        }
        if (lines.size() == Grid.MOST_ROWS) {
            throw Refused.because("importing.refusal.rows", Grid.MOST_ROWS - 1);
        }
        List<String> kept = cells.subList(0, last).stream().map(String::strip).toList();
        letters += kept.stream().mapToInt(String::length).sum();
        requireLetters(letters);
        lines.add(new Grid.Line(number, kept));
    }

    static void requireLetters(long many) {
        if (many > Grid.MOST_LETTERS) {
            throw Refused.because("importing.refusal.letters", Grid.MOST_LETTERS);
        }
    }

    /** @throws Refused if there is nothing but a head */
    Grid grid() {
        if (lines.size() < 2) {
            throw Refused.because("importing.refusal.empty");
        }
        return new Grid(lines);
    }
}
