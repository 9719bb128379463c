package app.countersign.kernel.web;

import app.countersign.kernel.Origin;
import app.countersign.kernel.Origins;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;

/** Shows pages, servlets and resources the visitor instead of the proxy, and no forwarded header that might say otherwise. */
public class ForwardedRequests implements Filter {

    @Inject
    private Origins origins;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        chain.doFilter(new FromOrigin(http, origins.of(http)), response);
    }

    private static final class FromOrigin extends HttpServletRequestWrapper {

        private final Origin origin;

        FromOrigin(HttpServletRequest request, Origin origin) {
            super(request);
            this.origin = origin;
        }

        @Override
        public String getRemoteAddr() {
            return origin.address();
        }

        /** No name: that would be one that the visitor's own name server gave them. */
        @Override
        public String getRemoteHost() {
            return origin.address();
        }

        @Override
        public boolean isSecure() {
            return origin.secure();
        }

        @Override
        public String getScheme() {
            return origin.secure() ? "https" : "http";
        }

        @Override
        public String getHeader(String name) {
            return isForwarded(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isForwarded(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            List<String> names = Collections.list(super.getHeaderNames());
            return Collections.enumeration(
                    names.stream().filter(name -> !isForwarded(name)).toList());
        }

        private static boolean isForwarded(String name) {
            String lower = name.toLowerCase(Locale.ROOT);
            return lower.equals("forwarded") || lower.startsWith("x-forwarded-") || lower.equals("x-real-ip");
        }
    }
}
