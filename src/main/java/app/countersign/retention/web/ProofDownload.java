package app.countersign.retention.web;

import app.countersign.document.StoredFiles;
import app.countersign.kernel.NotFound;
import app.countersign.retention.HandDeletion;
import app.countersign.retention.HandDeletionDesk;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/** {@code /deletion/file?id=}: the file that proves a deletion by hand, as it was brought; never shown, only saved. */
@WebServlet("/deletion/file")
public class ProofDownload extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient HandDeletionDesk desk;

    @Inject
    private transient StoredFiles files;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            HandDeletion deletion = desk.details(UUID.fromString(String.valueOf(request.getParameter("id"))));
            String sha256 = deletion.proofSha256().orElseThrow(() -> NotFound.because("document.file.unknown"));
            response.setContentType("application/octet-stream");
            response.setHeader("Content-Disposition", "attachment; filename=\"" + deletion.number() + ".bin\"");
            try (InputStream content = files.open(sha256)) {
                content.transferTo(response.getOutputStream());
            }
        } catch (NotFound | IllegalArgumentException e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
