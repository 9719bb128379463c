package app.countersign.trail.web;

import app.countersign.access.web.LanguageChoice;
import app.countersign.kernel.Settings;
import app.countersign.kernel.Texts;
import app.countersign.kernel.web.CsvTable;
import app.countersign.trail.TrailEntry;
import app.countersign.trail.TrailFilter;
import app.countersign.trail.TrailRecords;
import app.countersign.trail.TrailWords;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** {@code /trail/list.csv}: what the page shows as a table. */
@WebServlet("/trail/list.csv")
public class TrailCsv extends CsvTable {

    private static final long serialVersionUID = 1L;

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

    public TrailCsv() {
        super("trail", "trail.column.", COLUMNS);
    }

    @Override
    protected Locale language() {
        return language.getLocale();
    }

    @Override
    protected Reading reading(HttpServletRequest request, Texts texts) {
        records.takes("csv");
        TrailFilter filter = PageFilter.of(PageFilter.read(request::getParameter, settings.zone()));
        TrailWords words = new TrailWords(texts);
        return cursor -> {
            TrailRecords.Page page = records.page(filter, cursor, PAGE);
            return new Rows(
                    page.items().stream()
                            .<List<?>>map(entry -> cells(entry, words))
                            .toList(),
                    page.next());
        };
    }

    private static List<?> cells(TrailEntry entry, TrailWords words) {
        return Arrays.asList(
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
                entry.hash().orElse(null));
    }
}
