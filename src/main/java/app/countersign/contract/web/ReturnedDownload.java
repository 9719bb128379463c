package app.countersign.contract.web;

import app.countersign.contract.ReturnDetails;
import app.countersign.contract.Returning;
import app.countersign.document.StoredFiles;
import app.countersign.kernel.NotFound;
import app.countersign.mail.Inbox;
import app.countersign.mail.IntakeFile;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/**
 * {@code /contract/returned-file?id=} and {@code /inbox/file?id=&sha256=}: strangers' files as they came. Always saved
 * and never shown, whatever they say that they are.
 */
@WebServlet({"/contract/returned-file", "/inbox/file"})
public class ReturnedDownload extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Returning returning;

    @Inject
    private transient Inbox inbox;

    @Inject
    private transient StoredFiles files;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            UUID id = UUID.fromString(String.valueOf(request.getParameter("id")));
            if (request.getServletPath().startsWith("/inbox")) {
                IntakeFile file = mailed(id, request.getParameter("sha256"));
                send(file.sha256(), file.size(), "attachment" + (file.isPdf() ? ".pdf" : ".bin"), response);
            } else {
                ReturnDetails file = returning.details(id);
                send(file.sha256(), file.size(), file.number() + "-returned.pdf", response);
            }
        } catch (NotFound | IllegalArgumentException e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (EJBAccessException e) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private IntakeFile mailed(UUID mail, String sha256) {
        return inbox.mail(mail).files().stream()
                .filter(file -> file.sha256().equals(sha256))
                .findFirst()
                .orElseThrow(() -> NotFound.because("document.file.unknown"));
    }

    private void send(String sha256, long size, String name, HttpServletResponse response) throws IOException {
        response.setContentType("application/octet-stream");
        response.setContentLengthLong(size);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + '"');
        try (InputStream content = files.open(sha256)) {
            content.transferTo(response.getOutputStream());
        }
    }
}
