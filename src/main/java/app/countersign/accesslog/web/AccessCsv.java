package app.countersign.accesslog.web;

import app.countersign.access.web.LanguageChoice;
import app.countersign.accesslog.AccessEntry;
import app.countersign.accesslog.AccessFilter;
import app.countersign.accesslog.AccessRecords;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Settings;
import app.countersign.kernel.Texts;
import app.countersign.kernel.web.CsvTable;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** {@code /access-log/list.csv}: what the page shows as a table. */
@WebServlet("/access-log/list.csv")
public class AccessCsv extends CsvTable {

    private static final long serialVersionUID = 1L;

    private static final List<String> COLUMNS =
            List.of("at", "who", "pseudonym", "act", "times", "object", "id", "processor", "door", "key", "address");

    @Inject
    private transient AccessRecords records;

    @Inject
    private transient LanguageChoice language;

    @Inject
    private transient Settings settings;

    public AccessCsv() {
        super("access-log", "accesslog.column.", COLUMNS);
    }

    @Override
    protected Locale language() {
        return language.getLocale();
    }

    @Override
    protected Reading reading(HttpServletRequest request, Texts texts) {
        records.takes("csv");
        AccessFilter filter = LogFilter.of(LogFilter.read(request::getParameter, settings.zone()));
        AccessWords words = new AccessWords(texts);
        return cursor -> {
            AccessRecords.Page page = records.page(filter, cursor, PAGE);
            return new Rows(
                    page.items().stream()
                            .<List<?>>map(line -> cells(line, words))
                            .toList(),
                    page.next());
        };
    }

    private static List<?> cells(AccessRecords.Line line, AccessWords words) {
        AccessEntry entry = line.entry();
        return Arrays.asList(
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
                entry.address().orElse(null));
    }
}
