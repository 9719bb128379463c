package app.countersign.kernel.api;

import app.countersign.kernel.Outage;
import app.countersign.kernel.PlainProblem;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What fails below {@code /api} before or beside our resources is a problem document too, not an error page. */
@WebFilter(urlPatterns = "/api/*", asyncSupported = true)
public class ApiErrors implements Filter {

    private static final Logger LOG = Logger.getLogger(ApiErrors.class.getName());

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        try {
            chain.doFilter(request, new Telling(asked, answer));
        } catch (ServletException | RuntimeException e) {
            if (answer.isCommitted()) {
                throw e;
            }
            boolean outage = Outage.isBehind(e);
            if (!outage) {
                LOG.log(Level.WARNING, "at " + asked.getRequestURI(), e);
            }
            PlainProblem.write(
                    asked,
                    answer,
                    outage ? HttpServletResponse.SC_SERVICE_UNAVAILABLE : HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }

    private static final class Telling extends HttpServletResponseWrapper {

        private final HttpServletRequest request;

        Telling(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        @Override
        public void sendError(int status) throws IOException {
            PlainProblem.write(request, (HttpServletResponse) getResponse(), status);
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            sendError(status);
        }
    }
}
