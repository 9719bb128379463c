package app.countersign.contract.web;

import app.countersign.access.web.LanguageChoice;
import app.countersign.contract.ContractFilter;
import app.countersign.contract.ContractRecords;
import app.countersign.contract.ContractRow;
import app.countersign.kernel.Csv;
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
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code /contract/list.csv}: the list as a table for other programs, UTF-8 with commas. Read and written a page at a
 * time, so that a hundred thousand contracts need no more memory than a few.
 */
@WebServlet("/contract/list.csv")
public class ContractCsv extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 200;
    private static final String LINE = "\r\n";

    @Inject
    private transient ContractRecords records;

    @Inject
    private transient LanguageChoice language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ContractFilter filter = ListFilter.of(request::getParameter).toFilter();
        try {
            ContractRecords.Page first = records.page(filter, OptionalLong.empty(), PAGE);
            response.setContentType("text/csv");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.setHeader("Content-Disposition", "attachment; filename=\"contracts.csv\"");
            write(filter, first, Texts.of(language.getLocale()), response.getWriter());
        } catch (EJBAccessException e) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private void write(ContractFilter filter, ContractRecords.Page first, Texts texts, PrintWriter out) {
        out.print(Csv.MARK + head(texts) + LINE);
        ContractRecords.Page page = first;
        page.items().forEach(row -> out.print(line(row, texts) + LINE));
        while (page.next().isPresent() && !out.checkError()) {
            page = records.page(filter, page.next(), PAGE);
            page.items().forEach(row -> out.print(line(row, texts) + LINE));
        }
    }

    private static String head(Texts texts) {
        return Stream.of("number", "controller", "processor", "template", "version", "state")
                        .map(column -> Csv.cell(texts.text("contract.column." + column)))
                        .collect(Collectors.joining(","))
                + ","
                + Stream.of("created", "expires", "effective", "ends")
                        .map(column -> Csv.cell(texts.text("contract.column." + column)))
                        .collect(Collectors.joining(","));
    }

    private static String line(ContractRow row, Texts texts) {
        List<Object> cells = java.util.Arrays.asList(
                row.number(),
                row.controller(),
                row.processor(),
                row.template(),
                row.templateLabel(),
                row.state().label().in(texts.language()),
                row.createdAt(),
                row.expiresAt(),
                row.effectiveOn(),
                row.endsOn());
        return cells.stream().map(Csv::cell).collect(Collectors.joining(","));
    }
}
