package app.countersign.breach.web;

import app.countersign.breach.NoticeRecords;
import app.countersign.document.Pages;
import app.countersign.kernel.NotFound;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * {@code /breach/letter?id=}: a notice as PDF; {@code /breach/letter-page?id=&page=}: one of its pages as a PNG;
 * {@code /breach/proof?id=}: what proves that it was told, as JSON.
 */
@WebServlet({"/breach/letter", "/breach/letter-page", "/breach/proof"})
public class NoticeFiles extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final int DPI = 96;

    @Inject
    private transient NoticeRecords records;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            UUID id = UUID.fromString(String.valueOf(request.getParameter("id")));
            switch (request.getServletPath()) {
                case "/breach/proof" -> proof(id, response);
                case "/breach/letter" -> letter(id, response);
                default -> page(id, Integer.parseInt(String.valueOf(request.getParameter("page"))), response);
            }
        } catch (NotFound | IllegalArgumentException e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (EJBAccessException e) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private void letter(UUID id, HttpServletResponse response) throws IOException {
        NoticeRecords.Paper paper = records.letter(id);
        send(paper.pdf(), "application/pdf", paper.name(), response);
    }

    private void proof(UUID id, HttpServletResponse response) throws IOException {
        String json = jsonb().toJson(records.proof(id));
        send(json.getBytes(StandardCharsets.UTF_8), "application/json", "proof-" + id + ".json", response);
    }

    private static Jsonb jsonb() {
        return JsonbBuilder.create(new JsonbConfig().withFormatting(true));
    }

    private void page(UUID id, int page, HttpServletResponse response) throws IOException {
        byte[] pdf = records.letter(id).pdf();
        if (page < 1 || page > Pages.count(pdf)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        byte[] png = Pages.png(pdf, page, DPI);
        response.setContentType("image/png");
        response.setContentLength(png.length);
        response.getOutputStream().write(png);
    }

    private static void send(byte[] content, String type, String name, HttpServletResponse response)
            throws IOException {
        response.setContentType(type);
        response.setContentLength(content.length);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.getOutputStream().write(content);
    }
}
