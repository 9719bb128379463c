package app.countersign.portal.web;

import app.countersign.contract.ContractDocument;
import app.countersign.contract.DocumentKind;
import app.countersign.contract.Signing;
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

/**
 * {@code /portal/file?link=…&kind=issued|countersigned}: a document of the contract, byte for byte as it is stored. With
 * {@code &view} the browser shows it instead of saving it. What no caches may keep is said by SecurityHeaders.
 */
@WebServlet("/portal/file")
public class FileServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Signing signing;

    @Inject
    private transient StoredFiles files;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            DocumentKind kind = KebabCase.read(DocumentKind.class, String.valueOf(request.getParameter("kind")));
            ContractDocument document = signing.document(request.getParameter(PortalAddress.LINK), kind);
            String show = request.getParameter("view") == null ? "attachment" : "inline";
            response.setContentType("application/pdf");
            response.setContentLengthLong(document.size());
            response.setHeader("Content-Disposition", show + "; filename=\"" + document.fileName() + "\"");
            try (InputStream content = files.open(document.sha256())) {
                content.transferTo(response.getOutputStream());
            }
        } catch (NotFound | IllegalArgumentException e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
