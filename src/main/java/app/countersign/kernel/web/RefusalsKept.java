package app.countersign.kernel.web;

import app.countersign.kernel.RefusalRecord;
import app.countersign.kernel.RefusedAttempts;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Records, when a request is over, what was refused in it. That it can't be recorded changes nothing for the asker. */
public class RefusalsKept implements Filter {

    private static final Logger LOG = Logger.getLogger(RefusalsKept.class.getName());

    @Inject
    private RefusedAttempts attempts;

    @Inject
    private RefusalRecord refusals;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } finally {
            keep((HttpServletRequest) request);
        }
    }

    private void keep(HttpServletRequest request) {
        Principal person = request.getUserPrincipal();
        if (person == null) {
            return;
        }
        try {
            attempts.noted().forEach(attempt -> refusals.write(attempt, request.getMethod(), person.getName()));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "a refused attempt could not be recorded", e);
        }
    }
}
