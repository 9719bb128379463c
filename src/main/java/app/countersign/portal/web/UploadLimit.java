package app.countersign.portal.web;

import app.countersign.contract.Verifying;
import app.countersign.contract.web.Dropping;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Turns away a file that is too large before it is read: past its limit the server only fails. */
@WebFilter(
        urlPatterns = {
            "/verify",
            "/verify.xhtml",
            "/portal/contract",
            "/portal/contract.xhtml",
            "/contract/view",
            "/contract/view.xhtml",
            "/contract/take-in",
            "/contract/take-in.xhtml",
            "/importing/view",
            "/importing/view.xhtml",
            "/inbox/list",
            "/inbox/list.xhtml"
        })
public class UploadLimit implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getContentLengthLong() <= Verifying.LARGEST) {
            chain.doFilter(request, response);
            return;
        }
        HttpServletResponse http = (HttpServletResponse) response;
        http.setStatus(HttpServletResponse.SC_SEE_OTHER);
        HttpServletRequest asked = (HttpServletRequest) request;
        String query = asked.getQueryString() == null ? "" : asked.getQueryString() + "&";
        http.setHeader("Location", asked.getRequestURI() + "?" + query + Dropping.TOO_LARGE);
    }
}
