package app.countersign.kernel.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/** {@code /error/expired}: the server no longer knows the page that was sent. Knows the way back to it. */
@Named
@RequestScoped
public class ExpiredPage {

    @Inject
    private HttpServletRequest request;

    /** The path and query of the page that was sent, or the desk where the browser doesn't tell. */
    public String getBack() {
        return back(request.getHeader("Referer"));
    }

    static String back(String referer) {
        try {
            URI from = URI.create(referer == null ? "/" : referer);
            String query = from.getRawQuery() == null ? "" : "?" + from.getRawQuery();
            String path = from.getRawPath() == null ? "/" : from.getRawPath();
            return path.startsWith("//") || path.startsWith("/error/") ? "/" : path + query;
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }
}
