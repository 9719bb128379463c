package app.countersign.measure.web;

import app.countersign.document.StoredFiles;
import app.countersign.kernel.Ids;
import app.countersign.kernel.NotFound;
import app.countersign.measure.Evidence;
import app.countersign.measure.EvidenceRecords;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** {@code /measure/file?id=}: a file as it was brought. Always saved and never shown, whatever it says that it is. */
@WebServlet("/measure/file")
public class EvidenceDownload extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient EvidenceRecords records;

    @Inject
    private transient StoredFiles files;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Evidence evidence = records.details(Ids.read(request.getParameter("id"), "measure.refusal.unknown"))
                    .evidence();
            if (!evidence.hasFile()) {
                throw NotFound.because("document.file.unknown");
            }
            response.setContentType("application/octet-stream");
            response.setContentLengthLong(evidence.size().orElse(0L));
            response.setHeader(
                    "Content-Disposition",
                    "attachment; filename*=UTF-8''" + encoded(evidence.name().orElse("")));
            try (InputStream content = files.open(evidence.sha256().orElseThrow())) {
                content.transferTo(response.getOutputStream());
            }
        } catch (NotFound e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (EJBAccessException e) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** RFC 5987: everything but letters and digits in percent. */
    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
