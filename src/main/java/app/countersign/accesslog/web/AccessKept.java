package app.countersign.accesslog.web;

import app.countersign.accesslog.AccessNotes;
import app.countersign.kernel.Outage;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Writes down, when a request has been answered, what was reached by it. What was refused is told elsewhere. */
@WebFilter(filterName = "access-kept", urlPatterns = "/*", asyncSupported = true)
public class AccessKept implements Filter {

    private static final Logger LOG = Logger.getLogger(AccessKept.class.getName());

    @Inject
    private AccessNotes notes;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, response);
        int status = ((HttpServletResponse) response).getStatus();
        if (status == HttpServletResponse.SC_OK || status == HttpServletResponse.SC_PARTIAL_CONTENT) {
            keep((HttpServletRequest) request);
        }
    }

    /** The answer is out already: that it can't be written down is for the operator to know. */
    private void keep(HttpServletRequest request) {
        try {
            String path =
                    request.getRequestURI().substring(request.getContextPath().length());
            notes.keep(request.getMethod(), path, request.getQueryString());
        } catch (RuntimeException e) {
            if (!Outage.isBehind(e)) {
                LOG.log(
                        Level.WARNING,
                        "an access could not be written down: {0}",
                        e.getClass().getName());
            }
        }
    }
}
