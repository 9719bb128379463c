package app.countersign.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * Tells where a request comes from, with the proxies in front taken into account. Ask it instead of
 * {@link HttpServletRequest#getRemoteAddr()} wherever a request is injected, or no filter has seen it yet; on the request
 * that a servlet or a resource gets both say the same.
 */
@ApplicationScoped
public class Origins {

    @Inject
    private Settings settings;

    public Origin of(HttpServletRequest request) {
        return settings.proxies()
                .origin(request.getRemoteAddr(), request.isSecure(), name -> values(request.getHeaders(name)));
    }

    private static List<String> values(Enumeration<String> headers) {
        return headers == null ? List.of() : Collections.list(headers);
    }
}
