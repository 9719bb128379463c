package app.countersign.retention.web;

import app.countersign.kernel.NotFound;
import app.countersign.retention.ErasureDesk;
import app.countersign.retention.RunDesk;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;

/** {@code /retention/protocol?id=&format=}: the deletion protocol of a run; with {@code erasure=}, that of an erasure. */
@WebServlet("/retention/protocol")
public class ProtocolDownload extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient RunDesk desk;

    @Inject
    private transient ErasureDesk erasures;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean pdf = !"json".equals(request.getParameter("format"));
        try {
            String erasure = request.getParameter("erasure");
            byte[] content = erasure == null
                    ? desk.protocol(UUID.fromString(String.valueOf(request.getParameter("id"))), pdf)
                    : erasures.protocol(UUID.fromString(erasure), pdf);
            response.setContentType(pdf ? "application/pdf" : "application/json");
            response.setContentLength(content.length);
            response.setHeader(
                    "Content-Disposition", "attachment; filename=\"deletion-protocol." + (pdf ? "pdf" : "json") + '"');
            response.getOutputStream().write(content);
        } catch (NotFound | IllegalArgumentException e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (EJBAccessException e) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
