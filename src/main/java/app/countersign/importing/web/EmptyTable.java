package app.countersign.importing.web;

import app.countersign.access.web.LanguageChoice;
import app.countersign.importing.ImportKind;
import app.countersign.importing.Importing;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Spreadsheet;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** {@code /importing/empty.xlsx?kind=}: a table with nothing but its head, to be filled in. */
@WebServlet("/importing/empty.xlsx")
public class EmptyTable extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Importing importing;

    @Inject
    private transient LanguageChoice language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            ImportKind kind = KebabCase.read(ImportKind.class, String.valueOf(request.getParameter("kind")));
            List<String> heads = importing.columns(kind).stream()
                    .map(column -> column.label(language.getLocale()))
                    .toList();
            response.setContentType(Spreadsheet.TYPE);
            response.setHeader("Content-Disposition", "attachment; filename=\"" + KebabCase.of(kind) + ".xlsx\"");
            try (Spreadsheet book = new Spreadsheet(response.getOutputStream())) {
                book.sheet(KebabCase.of(kind), heads).close();
            }
        } catch (IllegalArgumentException e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (EJBAccessException e) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
