package app.countersign.contract.web;

import app.countersign.access.web.LanguageChoice;
import app.countersign.contract.ContractFilter;
import app.countersign.contract.ContractRecords;
import app.countersign.contract.ContractRow;
import app.countersign.kernel.Texts;
import app.countersign.kernel.web.CsvTable;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * {@code /contract/list.csv}: the list as a table for other programs, UTF-8 with commas. Read and written a page at a
 * time, so that a hundred thousand contracts need no more memory than a few.
 */
@WebServlet("/contract/list.csv")
public class ContractCsv extends CsvTable {

    private static final long serialVersionUID = 1L;

    private static final List<String> COLUMNS = List.of(
            "number",
            "controller",
            "processor",
            "template",
            "version",
            "state",
            "created",
            "expires",
            "effective",
            "ends",
            "paper-missing");

    @Inject
    private transient ContractRecords records;

    @Inject
    private transient LanguageChoice language;

    public ContractCsv() {
        super("contracts", "contract.column.", COLUMNS);
    }

    @Override
    protected Locale language() {
        return language.getLocale();
    }

    @Override
    protected Reading reading(HttpServletRequest request, Texts texts) {
        ContractFilter filter = ListFilter.of(request::getParameter).toFilter();
        return cursor -> {
            OptionalLong before =
                    cursor.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(cursor.get()));
            ContractRecords.Page page = records.page(filter, before, PAGE);
            return new Rows(
                    page.items().stream().<List<?>>map(row -> cells(row, texts)).toList(),
                    page.next().isPresent()
                            ? Optional.of(String.valueOf(page.next().getAsLong()))
                            : Optional.empty());
        };
    }

    private static List<?> cells(ContractRow row, Texts texts) {
        return Arrays.asList(
                row.number(),
                row.controller(),
                row.processor(),
                row.template(),
                row.templateLabel(),
                row.state().label().in(texts.language()),
                row.createdAt(),
                row.expiresAt(),
                row.effectiveOn(),
                row.endsOn(),
                row.documentDueSince());
    }
}
