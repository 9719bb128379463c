package app.countersign.portal.web;

import app.countersign.breach.NoticeReader;
import app.countersign.breach.NoticeRecords;
import app.countersign.kernel.NotFound;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;

/** {@code /portal/letter?link=…&notice=…}: a notice as PDF, byte for byte as it was told. */
@WebServlet("/portal/letter")
public class LetterServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient NoticeReader reader;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            NoticeRecords.Paper paper = reader.letter(
                    request.getParameter("link"), UUID.fromString(String.valueOf(request.getParameter("notice"))));
            response.setContentType("application/pdf");
            response.setContentLength(paper.pdf().length);
            response.setHeader("Content-Disposition", "attachment; filename=\"" + paper.name() + "\"");
            response.getOutputStream().write(paper.pdf());
        } catch (NotFound | IllegalArgumentException e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
