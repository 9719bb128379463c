package app.countersign.kernel.web;

import app.countersign.kernel.Csv;
import app.countersign.kernel.Texts;
import jakarta.ejb.EJBAccessException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a list shows as a table, read and written a page at a time: a servlet beside the list, which says what its rows
 * are.
 */
public abstract class CsvTable extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** How many rows are read at once. */
    protected static final int PAGE = 200;

    private final String name;
    private final List<String> columns;

    /**
     * @param name of the file, without its ending
     * @param prefix of the messages that say what stands above each column: {@code trail.column.}
     * @param columns the rest of their keys
     */
    protected CsvTable(String name, String prefix, List<String> columns) {
        this.name = name;
        this.columns = columns.stream().map(prefix::concat).toList();
    }

    /** Some rows, each as its cells.
     *
     * @param next where the next ones begin; empty after the last */
    public record Rows(List<List<?>> rows, Optional<String> next) {}

    /** Reads the rows from there on; from the first without. */
    public interface Reading {
        Rows from(Optional<String> cursor);
    }

    /** The language of whoever reads it. */
    protected abstract Locale language();

    /** Asked before anything is written, as its first rows are.
     *
     * @throws EJBAccessException if the table is not theirs to take */
    protected abstract Reading reading(HttpServletRequest request, Texts texts);

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Texts texts = Texts.of(language());
        try {
            Reading reading = reading(request, texts);
            Rows first = reading.from(Optional.empty());
            response.setContentType("text/csv");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
            write(first, reading, texts, response.getWriter());
        } catch (EJBAccessException e) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private void write(Rows first, Reading reading, Texts texts, PrintWriter out) {
        out.print(Csv.MARK + Csv.line(columns.stream().map(texts::text).toList()));
        Rows rows = first;
        rows.rows().forEach(row -> out.print(Csv.line(row)));
        while (rows.next().isPresent() && !out.checkError()) {
            rows = reading.from(rows.next());
            rows.rows().forEach(row -> out.print(Csv.line(row)));
        }
    }
}
