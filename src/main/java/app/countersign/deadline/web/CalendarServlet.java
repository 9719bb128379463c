package app.countersign.deadline.web;

import app.countersign.deadline.Subscribing;
import app.countersign.kernel.NotFound;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * {@code /portal/calendar/<token>.ics}: the deadlines, for a calendar program. Stands under the address whose requests
 * are limited for each sender; what no caches may keep is said by SecurityHeaders.
 */
@WebServlet("/portal/calendar/*")
public class CalendarServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String SUFFIX = ".ics";

    @Inject
    private transient Subscribing subscribing;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = String.valueOf(request.getPathInfo());
        if (!path.startsWith("/") || !path.endsWith(SUFFIX)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            byte[] calendar = subscribing
                    .calendar(path.substring(1, path.length() - SUFFIX.length()))
                    .getBytes(StandardCharsets.UTF_8);
            response.setContentType("text/calendar;charset=UTF-8");
            response.setHeader("Content-Disposition", "inline; filename=\"deadlines.ics\"");
            response.setContentLength(calendar.length);
            response.getOutputStream().write(calendar);
        } catch (NotFound e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
