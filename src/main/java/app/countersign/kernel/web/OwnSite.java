package app.countersign.kernel.web;

import app.countersign.kernel.PlainProblem;
import app.countersign.kernel.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;

/**
 * Turns away what another site makes a browser send and that might change something. A second line: pages carry a token
 * and the API wants a key that no browser adds by itself. A program that is no browser tells neither header and passes.
 */
public class OwnSite implements Filter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** {@code none} is a person who reloads, or opens a bookmark; {@code same-site} would be another host beside ours. */
    private static final Set<String> OURS = Set.of("same-origin", "none");

    @Inject
    private Settings settings;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        String base = settings.baseUrl();
        if (READING.contains(asked.getMethod())
                || isOurs(
                        asked.getHeader("Sec-Fetch-Site"),
                        asked.getHeader("Origin"),
                        asked.getHeader("Host"),
                        URI.create(base))) {
            chain.doFilter(request, response);
        } else if (PlainProblem.isFor(asked)) {
            PlainProblem.write(asked, answer, HttpServletResponse.SC_FORBIDDEN);
        } else {
            answer.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** All but the address in our settings may be null. */
    static boolean isOurs(String site, String origin, String host, URI base) {
        if (site != null && !OURS.contains(site)) {
            return false;
        }
        return origin == null
                || origin.equals(base.getScheme() + "://" + base.getRawAuthority())
                || host != null && (origin.equals("http://" + host) || origin.equals("https://" + host));
    }
}
