package app.countersign.access;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;

/** What a page's script is told when its session has ended: it can't follow a redirect, so it is sent one to carry out. */
final class Partial {

    private Partial() {}

    /** Always true: the answer is written. */
    static boolean redirect(HttpServletResponse response, String path) {
        response.setContentType("text/xml;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        try {
            response.getWriter()
                    .write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                            + path.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;")
                            + "\"></redirect></partial-response>");
            response.getWriter().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return true;
    }

    /** Path and query of the page that a request came from, or the other if the browser doesn't tell. */
    static String page(String referer, String otherwise) {
        try {
            URI from = URI.create(referer == null ? "" : referer);
            if (from.getRawPath() == null || !from.getRawPath().matches("/(?!/).*")) {
                return otherwise;
            }
            return from.getRawPath() + (from.getRawQuery() == null ? "" : "?" + from.getRawQuery());
        } catch (IllegalArgumentException e) {
            return otherwise;
        }
    }
}
