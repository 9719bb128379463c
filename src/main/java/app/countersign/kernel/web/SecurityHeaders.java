package app.countersign.kernel.web;

import app.countersign.kernel.SafeHeaders;
import app.countersign.kernel.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The headers that every answer carries, and what each cookie and redirect must be, whoever sets it. PrimeFaces makes up
 * a nonce a page and writes a policy of its own around it; only the nonce is taken over.
 */
public class SecurityHeaders implements Filter {

    private static final Pattern NONCE = Pattern.compile("'nonce-([A-Za-z0-9+/=_-]+)'");

    @Inject
    private SafeHeaders headers;

    @Inject
    private Settings settings;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletResponse http = (HttpServletResponse) response;
        headers.put((HttpServletRequest) request, http);
        chain.doFilter(request, new Guarded(http, settings.isHttps()));
    }

    private static final class Guarded extends HttpServletResponseWrapper {

        private final boolean https;

        Guarded(HttpServletResponse response, boolean https) {
            super(response);
            this.https = https;
        }

        @Override
        public void setHeader(String name, String value) {
            super.setHeader(name, SafeHeaders.POLICY.equalsIgnoreCase(name) ? whole(value) : value);
        }

        @Override
        public void addHeader(String name, String value) {
            // Two policies would both apply; PrimeFaces' one replaces the plain one.
            if (SafeHeaders.POLICY.equalsIgnoreCase(name)) {
                setHeader(name, value);
            } else {
                super.addHeader(name, value);
            }
        }

        private static String whole(String policy) {
            Matcher nonce = NONCE.matcher(policy);
            return SafeHeaders.policy(nonce.find() ? nonce.group(1) : "");
        }

        @Override
        public void addCookie(Cookie cookie) {
            cookie.setHttpOnly(true);
            cookie.setSecure(https);
            cookie.setPath("/");
            cookie.setAttribute("SameSite", "Lax");
            super.addCookie(cookie);
        }

        /** As it is given, not made absolute: the server would do that with whatever the sender calls the host. */
        @Override
        public void sendRedirect(String location) throws IOException {
            if (!location.startsWith("/") || location.startsWith("//")) {
                super.sendRedirect(location);
                return;
            }
            resetBuffer();
            setStatus(SC_FOUND);
            setHeader("Location", location);
            setContentLength(0);
            flushBuffer();
        }
    }
}
