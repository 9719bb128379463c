package app.countersign.breach.web;

import app.countersign.access.web.LanguageChoice;
import app.countersign.breach.AuthorityReporting;
import app.countersign.breach.BreachRecords;
import app.countersign.breach.ConcernFilter;
import app.countersign.breach.Documenting;
import app.countersign.kernel.Ids;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.Refused;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * {@code /breach/paper?id=&kind=}: the record of a breach, the next report to the authority, one that was sent, or the
 * register of all, as a file.
 */
@WebServlet("/breach/paper")
public class BreachPaperDownload extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int ALIKE = 50;

    @Inject
    private transient Documenting documenting;

    @Inject
    private transient AuthorityReporting reporting;

    @Inject
    private transient BreachRecords records;

    @Inject
    private transient LanguageChoice language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            String kind = String.valueOf(request.getParameter("kind"));
            boolean data = "json".equals(request.getParameter("format"));
            if (kind.equals("register")) {
                byte[] csv = documenting.register(reader()).getBytes(StandardCharsets.UTF_8);
                send(response, csv, "text/csv;charset=UTF-8", "breaches.csv");
                return;
            }
            UUID id = Ids.read(request.getParameter("id"), BreachPage.UNKNOWN);
            String name = records.breach(id).number() + "-" + kind;
            byte[] content = content(kind, id, data, request);
            send(response, content, data ? "application/json" : "application/pdf", name + (data ? ".json" : ".pdf"));
        } catch (NotFound e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (Refused e) {
            response.sendError(HttpServletResponse.SC_CONFLICT);
        } catch (EJBAccessException e) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private byte[] content(String kind, UUID id, boolean data, HttpServletRequest request) {
        return switch (kind) {
            case "record" -> data ? bytes(documenting.json(id, reader()).toString()) : documenting.pdf(id, reader());
            case "report" -> {
                AuthorityReporting.Which which = which(id, request);
                yield data
                        ? bytes(reporting.json(id, which, Optional.empty()).toString())
                        : reporting.pdf(id, which, Optional.empty());
            }
            case "sent" -> {
                UUID report = Ids.read(request.getParameter("report"), "breach.refusal.unknown-report");
                yield data ? reporting.json(id, report) : reporting.pdf(id, report);
            }
            default -> throw NotFound.because(BreachPage.UNKNOWN);
        };
    }

    private AuthorityReporting.Which which(UUID id, HttpServletRequest request) {
        String contract = request.getParameter("contract");
        String concern = contract == null || contract.isBlank() ? "" : concern(id, contract.strip());
        return new AuthorityReporting.Which(
                request.getParameter("processor"), concern, request.getParameter("authority"));
    }

    private String concern(UUID id, String contract) {
        return records.concerns(id, new ConcernFilter(Set.of(), contract), Optional.empty(), ALIKE).items().stream()
                .filter(row -> row.concern().contractNumber().equalsIgnoreCase(contract))
                .map(row -> row.concern().id().toString())
                .findFirst()
                .orElseThrow(() -> NotFound.because("breach.refusal.unknown-concern"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Locale reader() {
        return language.getLocale();
    }

    private static void send(HttpServletResponse response, byte[] content, String type, String name)
            throws IOException {
        response.setContentType(type);
        response.setContentLength(content.length);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + '"');
        response.getOutputStream().write(content);
    }
}
