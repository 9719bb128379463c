package app.countersign.contract.web;

import app.countersign.contract.DocumentKind;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Refused;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;

/**
 * {@code /contract/page-image}: a page as a PNG, of a contract's document ({@code id}, {@code kind}, {@code page}) or of
 * a template version ({@code version}, {@code language}, {@code page}).
 */
@WebServlet("/contract/page-image")
public class PageImage extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Paged paged;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            byte[] png = png(request);
            if (png == null) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            response.setContentType("image/png");
            response.setContentLength(png.length);
            if (request.getParameter("version") != null) {
                // A template tells of nobody; a contract's pages are stored nowhere, like all that is personal.
                response.setHeader("Cache-Control", "private, max-age=31536000, immutable");
            }
            response.getOutputStream().write(png);
        } catch (Refused | IllegalArgumentException e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** @throws IllegalArgumentException if a parameter can't be read */
    private byte[] png(HttpServletRequest request) {
        int page = Integer.parseInt(String.valueOf(request.getParameter("page")));
        String version = request.getParameter("version");
        if (version != null) {
            Locale language = Locale.forLanguageTag(String.valueOf(request.getParameter("language")));
            return paged.png(UUID.fromString(version), language, page);
        }
        UUID id = UUID.fromString(String.valueOf(request.getParameter("id")));
        return paged.png(id, KebabCase.read(DocumentKind.class, String.valueOf(request.getParameter("kind"))), page);
    }
}
