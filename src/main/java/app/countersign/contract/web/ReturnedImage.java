package app.countersign.contract.web;

import app.countersign.contract.Returning;
import app.countersign.kernel.Refused;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/** {@code /contract/returned-image}: a page of a returned file, or of what went out, with the differences marked. */
@WebServlet("/contract/returned-image")
public class ReturnedImage extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Returning returning;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            UUID id = UUID.fromString(String.valueOf(request.getParameter("id")));
            int page = Integer.parseInt(String.valueOf(request.getParameter("page")));
            Optional<byte[]> png = returning.picture(id, "returned".equals(request.getParameter("which")), page);
            if (png.isEmpty()) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            response.setContentType("image/png");
            response.setContentLength(png.get().length);
            response.getOutputStream().write(png.get());
        } catch (Refused | IllegalArgumentException e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (EJBAccessException e) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
