package app.countersign.export.web;

import app.countersign.export.ExportDesk;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.Refused;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;

/** {@code /export/archive?id=}: an archive, to be saved. One that is not there any more leads back to the list, which says so. */
@WebServlet("/export/archive")
public class ArchiveDownload extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient ExportDesk desk;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            ExportDesk.Archived archived = desk.take(ExportListPage.id(request.getParameter("id"))
                    .orElseThrow(() -> NotFound.because("export.refusal.unknown")));
            try (InputStream content = archived.content()) {
                response.setContentType("application/zip");
                response.setContentLengthLong(archived.export().size());
                response.setHeader(
                        "Content-Disposition",
                        "attachment; filename=\"" + archived.export().fileName() + "\"");
                content.transferTo(response.getOutputStream());
            }
        } catch (NotFound e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (EJBAccessException e) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } catch (Refused e) {
            response.sendRedirect(request.getContextPath() + "/export/list");
        }
    }
}
