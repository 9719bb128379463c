package app.countersign.accesslog.web;

import app.countersign.access.web.LanguageChoice;
import app.countersign.accesslog.AccessEntry;
import app.countersign.accesslog.AccessFilter;
import app.countersign.accesslog.AccessRecords;
import app.countersign.kernel.Csv;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Settings;
import app.countersign.kernel.Texts;
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

/** {@code /access-log/list.csv}: what the page shows as a table, read and written a page at a time. */
@WebServlet("/access-log/list.csv")
public class AccessCsv extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 200;

    private static final List<String> COLUMNS =
            List.of("at", "who", "pseudonym", "act", "times", "object", "id", "processor", "door", "key", "address");

    @Inject
    private transient AccessRecords records;

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
            response.setHeader("Content-Disposition", "attachment; filename=\"access-log.csv\"");
            AccessFilter filter =
                    LogFilter.of(request::getParameter, settings.zone()).toFilter();
            write(filter, Texts.of(language.getLocale()), response.getWriter());
        } catch (EJBAccessException e) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private void write(AccessFilter filter, Texts texts, PrintWriter out) {
        AccessWords words = new AccessWords(texts);
        out.print(Csv.MARK
                + Csv.line(COLUMNS.stream()
                        .map(column -> texts.text("accesslog.column." + column))
                        .toList()));
        Optional<String> cursor = Optional.empty();
        do {
            AccessRecords.Page page = records.page(filter, cursor, PAGE);
            page.items().forEach(line -> out.print(row(line, words)));
            cursor = page.next();
        } while (cursor.isPresent() && !out.checkError());
    }

    private static String row(AccessRecords.Line line, AccessWords words) {
        AccessEntry entry = line.entry();
        return Csv.line(Arrays.asList(
                entry.at(),
                words.who(line),
                entry.actor().orElse(null),
                KebabCase.of(entry.act()),
                entry.times(),
                entry.objectKind(),
                entry.objectId().orElse(null),
                entry.processor().orElse(null),
                entry.door(),
                entry.apiKey().orElse(null),
                entry.address().orElse(null)));
    }
}
