package app.countersign.kernel.web;

import jakarta.servlet.DispatcherType;
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

/**
 * The headers that every answer carries. PrimeFaces writes the {@code script-src} part of the content security policy,
 * with a nonce a page; the wrapper adds the rest to whatever policy is set.
 */
@WebFilter(
        urlPatterns = "/*",
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR},
        asyncSupported = true)
public class SecurityHeaders implements Filter {

    static final String POLICY = "Content-Security-Policy";

    /** Style attributes are what PrimeFaces can't do without; style elements and scripts stay ours. */
    private static final String REST = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline';"
            + " object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletResponse http = (HttpServletResponse) response;
        http.setHeader("X-Content-Type-Options", "nosniff");
        http.setHeader("Referrer-Policy", "same-origin");
        http.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        http.setHeader(POLICY, REST + "; script-src 'self'");
        if (!((HttpServletRequest) request).getRequestURI().contains("/jakarta.faces.resource/")) {
            http.setHeader("Cache-Control", "no-store");
        }
        chain.doFilter(request, new WholePolicy(http));
    }

    private static final class WholePolicy extends HttpServletResponseWrapper {

        WholePolicy(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setHeader(String name, String value) {
            super.setHeader(name, whole(name, value));
        }

        @Override
        public void addHeader(String name, String value) {
            // Two policies would both apply; PrimeFaces' one replaces the plain one.
            if (POLICY.equalsIgnoreCase(name)) {
                super.setHeader(name, whole(name, value));
            } else {
                super.addHeader(name, value);
            }
        }

        private static String whole(String name, String value) {
            return POLICY.equalsIgnoreCase(name) && !value.contains("default-src") ? REST + "; " + value : value;
        }
    }
}
