package app.countersign.importing;

import app.countersign.kernel.Refused;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;

/**
 * A table as texts: the first row is its head. Empty rows are left out, but every row keeps the number under which people
 * see it in their program.
 */
record Grid(List<Line> lines) {

    /** So many rows are read, the head among them. */
    static final int MOST_ROWS = 2_001;

    static final int MOST_COLUMNS = 60;

    /** So many letters, all cells together. */
    static final int MOST_LETTERS = 500_000;

    /** @param number from 1, as spreadsheets count */
    record Line(int number, List<String> cells) {

        /** Empty past the last. */
        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    Grid {
        lines = List.copyOf(lines);
    }

    /** @throws Refused if it would not fit into a draft, as of a table that is nothing but marks */
    String json() {
        JsonArrayBuilder rows = Json.createArrayBuilder();
        for (Line line : lines) {
            rows.add(Json.createArrayBuilder(line.cells()).add(0, line.number()));
        }
        String json = rows.build().toString();
        if (json.length() > 2 * MOST_LETTERS) {
            throw Refused.because("importing.refusal.letters", MOST_LETTERS);
        }
        return json;
    }

    /** As {@link #json()} wrote it. */
    static Grid of(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return new Grid(reader.readArray().getValuesAs(JsonArray.class).stream()
                    .map(row -> new Line(
                            row.getInt(0),
                            row.subList(1, row.size()).stream()
                                    .map(cell -> ((JsonString) cell).getString())
                                    .toList()))
                    .toList());
        }
    }

    /** Where people find it: the column's letters, {@code A}, {@code Z}, {@code AA}. */
    static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }
}
