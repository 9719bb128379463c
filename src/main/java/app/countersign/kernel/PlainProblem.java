package app.countersign.kernel;

import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;

/**
 * A problem document (RFC 9457) written straight to the response, where no REST resource has been reached. Its words are
 * those under {@code kernel.problem.<status>}.
 */
public final class PlainProblem {

    private static final String KEY = "kernel.problem.";
    private static final int NOT_UNDERSTOOD = 400;

    private PlainProblem() {}

    /** Whether that address is the API's, so that a program reads the answer. */
    public static boolean isFor(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }

    /** @throws IOException if the caller has gone */
    public static void write(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        Texts texts = Texts.of(language(request));
        String key = KEY + (texts.has(KEY + status + ".detail") ? status : NOT_UNDERSTOOD);
        response.resetBuffer();
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setHeader("Content-Language", texts.language().toLanguageTag());
        byte[] body = Json.createObjectBuilder()
                .add("type", "urn:countersign:problem:" + key)
                .add("title", texts.text(key))
                .add("status", status)
                .add("detail", texts.text(key + ".detail"))
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    /** Of ours, the one that the caller reads best; English if it doesn't say. */
    private static Locale language(HttpServletRequest request) {
        Enumeration<Locale> wanted = request.getHeader("Accept-Language") == null ? null : request.getLocales();
        List<Locale> read = wanted == null ? List.of() : Collections.list(wanted);
        return read.stream()
                .filter(locale -> Texts.LANGUAGES.contains(Locale.forLanguageTag(locale.getLanguage())))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
