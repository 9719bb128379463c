package app.countersign.trail.web;

import app.countersign.access.web.LanguageChoice;
import app.countersign.kernel.Csv;
import app.countersign.kernel.Settings;
import app.countersign.kernel.Texts;
import app.countersign.trail.TrailEntry;
import app.countersign.trail.TrailFilter;
import app.countersign.trail.TrailRecords;
import app.countersign.trail.TrailWords;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** {@code /trail/list.csv}: what the page shows as a table, read and written a page at a time. */
@WebServlet("/trail/list.csv")
public class TrailCsv extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 200;

    private static final List<String> COLUMNS = List.of(
            "position",
            "at",
            "who",
            "pseudonym",
            "what",
            "event",
            "object",
            "id",
            "channel",
            "from",
            "clause",
            "facts",
            "before",
            "hash");

    @Inject
    private transient TrailRecords records;

    @Inject
    private transient LanguageChoice language;

    @Inject
    private transient Settings settings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            records.takes("csv");
            response.setContentType("text/csv");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.setHeader("Content-Disposition", "attachment; filename=\"trail.csv\"");
            TrailFilter filter =
                    PageFilter.of(request::getParameter, settings.zone()).toFilter();
            write(filter, Texts.of(language.getLocale()), response.getWriter());
        } catch (EJBAccessException e) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private void write(TrailFilter filter, Texts texts, PrintWriter out) {
        TrailWords words = new TrailWords(texts);
        out.print(Csv.MARK + Csv.line(head(texts)));
        Optional<String> cursor = Optional.empty();
        do {
            TrailRecords.Page page = records.page(filter, cursor, PAGE);
            page.items().forEach(entry -> out.print(line(entry, words)));
            cursor = page.next();
        } while (cursor.isPresent() && !out.checkError());
    }

    private static List<String> head(Texts texts) {
        return COLUMNS.stream()
                .map(column -> texts.text("trail.column." + column))
                .toList();
    }

    private static String line(TrailEntry entry, TrailWords words) {
        return Csv.line(Arrays.asList(
                entry.position().isPresent() ? entry.position().getAsLong() : null,
                entry.at(),
                words.who(entry),
                entry.pseudonym().orElse(null),
                words.what(entry),
                entry.name(),
                entry.objectKind(),
                entry.objectId(),
                entry.channel(),
                entry.address().orElse(null),
                entry.clause().orElse(null),
                entry.facts(),
                entry.before(),
                entry.hash().orElse(null)));
    }
}
