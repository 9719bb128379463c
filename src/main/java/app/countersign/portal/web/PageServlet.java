package app.countersign.portal.web;

import app.countersign.contract.DocumentKind;
import app.countersign.contract.Signing;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Refused;
import app.countersign.portal.ReadingCopies;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** {@code /portal/page?link=…&kind=issued&no=3}: a page of a document as a picture. */
@WebServlet("/portal/page")
public class PageServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Signing signing;

    @Inject
    private transient ReadingCopies copies;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<byte[]> picture = picture(request);
        if (picture.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("image/png");
        response.setContentLength(picture.get().length);
        response.getOutputStream().write(picture.get());
    }

    private Optional<byte[]> picture(HttpServletRequest request) {
        try {
            DocumentKind kind = KebabCase.read(DocumentKind.class, String.valueOf(request.getParameter("kind")));
            int page = Integer.parseInt(String.valueOf(request.getParameter("no")));
            String link = request.getParameter(PortalAddress.LINK);
            return copies.picture(signing.document(link, kind).sha256(), page, kind == DocumentKind.CONCLUDED);
        } catch (Refused | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
