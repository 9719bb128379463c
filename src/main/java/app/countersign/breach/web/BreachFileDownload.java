package app.countersign.breach.web;

import app.countersign.breach.Attaching;
import app.countersign.breach.BreachFile;
import app.countersign.document.StoredFiles;
import app.countersign.kernel.Ids;
import app.countersign.kernel.NotFound;
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

/** {@code /breach/file?id=}: a file as it was brought. Always saved and never shown, whatever it says that it is. */
@WebServlet("/breach/file")
public class BreachFileDownload extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Attaching attaching;

    @Inject
    private transient StoredFiles files;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            BreachFile file = attaching.file(Ids.read(request.getParameter("id"), "document.file.unknown"));
            response.setContentType("application/octet-stream");
            response.setContentLengthLong(file.size());
            response.setHeader("Content-Disposition", "attachment; filename*=UTF-8''" + encoded(file.name()));
            try (InputStream content = files.open(file.sha256())) {
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
