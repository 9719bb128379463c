package app.countersign.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;

/**
 * What every answer tells the browser to refrain from. Nothing is stored, since nearly every page shows persons or a
 * contract; only what is the same for everybody may be kept.
 */
@ApplicationScoped
public class SafeHeaders {

    public static final String POLICY = "Content-Security-Policy";

    /** But for the scripts and style elements, which a page allows by its nonce. */
    static final String DIRECTIVES = "default-src 'self'; img-src 'self' data:; style-src-attr 'unsafe-inline';"
            + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final String YEAR = "max-age=31536000; includeSubDomains";
    private static final String NOTHING_OF =
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(),"
                    + " magnetometer=(), microphone=(), midi=(), payment=(), usb=()";
    private static final Set<String> SAME_FOR_EVERYBODY = Set.of("/favicon.svg");

    @Inject
    private Settings settings;

    public void put(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", NOTHING_OF);
        response.setHeader(POLICY, policy(""));
        if (settings.isHttps()) {
            response.setHeader("Strict-Transport-Security", YEAR);
        }
        if (!isForEverybody(
                request.getRequestURI().substring(request.getContextPath().length()))) {
            response.setHeader("Cache-Control", "no-store");
        }
    }

    /** @param nonce of the page's scripts and style elements; empty for none but those from files of ours */
    public static String policy(String nonce) {
        String allowed = nonce.isEmpty() ? "'self'" : "'self' 'nonce-" + nonce + "'";
        return DIRECTIVES + "; script-src " + allowed + "; style-src " + allowed;
    }

    private static boolean isForEverybody(String path) {
        return path.startsWith("/jakarta.faces.resource/") || SAME_FOR_EVERYBODY.contains(path);
    }
}
