package app.countersign.trail.web;

import app.countersign.kernel.Refused;
import app.countersign.trail.TrailRecords;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /trail/export.zip}: the whole trail as a file that proves itself. */
@WebServlet("/trail/export.zip")
public class TrailZip extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient TrailRecords records;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            records.takes("zip");
            response.setContentType("application/zip");
            response.setHeader("Content-Disposition", "attachment; filename=\"countersign-trail.zip\"");
            records.export(response.getOutputStream());
        } catch (EJBAccessException | Refused e) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
