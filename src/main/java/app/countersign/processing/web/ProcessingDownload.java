package app.countersign.processing.web;

import app.countersign.access.web.LanguageChoice;
import app.countersign.kernel.NotFound;
import app.countersign.processing.RecordFormat;
import app.countersign.processing.Recording;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /processing/export?processor=&format=}: the record of processing as a file. */
@WebServlet("/processing/export")
public class ProcessingDownload extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String UNKNOWN = "processing.refusal.unknown";

    @Inject
    private transient Recording recording;

    @Inject
    private transient LanguageChoice language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            RecordFormat format = RecordFormat.of(String.valueOf(request.getParameter("format")))
                    .orElseThrow(() -> NotFound.because(UNKNOWN));
            byte[] file = recording.file(request.getParameter("processor"), format, language.getLocale());
            response.setContentType(format.type());
            response.setContentLength(file.length);
            response.setHeader("Content-Disposition", "attachment; filename=\"processing." + format.ending() + '"');
            response.getOutputStream().write(file);
        } catch (NotFound e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (EJBAccessException e) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
