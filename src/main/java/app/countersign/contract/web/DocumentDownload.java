package app.countersign.contract.web;

import app.countersign.contract.ContractDocument;
import app.countersign.contract.ContractRecords;
import app.countersign.contract.DocumentKind;
import app.countersign.document.StoredFiles;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.NotFound;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/** {@code /contract/document?id=&kind=}: a contract's document, byte for byte as it is kept. */
@WebServlet("/contract/document")
public class DocumentDownload extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient ContractRecords records;

    @Inject
    private transient StoredFiles files;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            UUID id = UUID.fromString(String.valueOf(request.getParameter("id")));
            DocumentKind kind = KebabCase.read(DocumentKind.class, String.valueOf(request.getParameter("kind")));
            send(records.document(id, kind), response);
        } catch (NotFound | IllegalArgumentException e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void send(ContractDocument document, HttpServletResponse response) throws IOException {
        response.setContentType("application/pdf");
        response.setContentLengthLong(document.size());
        response.setHeader("Content-Disposition", "attachment; filename=\"" + document.fileName() + '"');
        try (InputStream content = files.open(document.sha256())) {
            content.transferTo(response.getOutputStream());
        }
    }
}
