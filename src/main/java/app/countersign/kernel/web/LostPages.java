package app.countersign.kernel.web;

import app.countersign.kernel.Denial;
import app.countersign.kernel.Outage;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Which error page takes the place of a page, picture or file that could not be made: forbidden, or not just now. */
public class LostPages implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            int status = status(e);
            if (status == 0 || response.isCommitted()) {
                throw e;
            }
            response.resetBuffer();
            ((HttpServletResponse) response).sendError(status);
        }
    }

    /** 0 if it is a fault. */
    private static int status(Exception e) {
        if (Denial.isBehind(e)) {
            return HttpServletResponse.SC_FORBIDDEN;
        }
        return Outage.isBehind(e) ? HttpServletResponse.SC_SERVICE_UNAVAILABLE : 0;
    }
}
