package app.countersign.kernel.api;

import app.countersign.kernel.Denial;
import app.countersign.kernel.Forbidden;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.Outage;
import app.countersign.kernel.Refused;
import app.countersign.kernel.Texts;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Every error of the API as a problem document: 400 for what can't be read, 401 and 403, 404, 409 for what a rule
 * forbids now, 422 for fields that are incomplete or implausible, 503 while the database is away, and 500 with a
 * reference that the log has too.
 */
@Provider
public class Problems implements ExceptionMapper<Exception> {

    private static final Logger LOG = Logger.getLogger(Problems.class.getName());
    private static final SecureRandom RANDOM = new SecureRandom();

    @Context
    private HttpHeaders headers;

    @Override
    public Response toResponse(Exception exception) {
        Locale language = language(headers);
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            Response known = known(cause, language);
            if (known != null) {
                return known;
            }
        }
        return Outage.isBehind(exception) ? plain(503, language) : unknown(exception, language);
    }

    /** What the caller reads best of our languages, by Accept-Language; English if it doesn't say. */
    public static Locale language(HttpHeaders headers) {
        return headers.getAcceptableLanguages().stream()
                .filter(wanted -> Texts.LANGUAGES.contains(Locale.forLanguageTag(wanted.getLanguage())))
                .findFirst()
                .map(Texts::supported)
                .orElse(Locale.ENGLISH);
    }

    private static Response known(Throwable cause, Locale language) {
        if (cause instanceof Invalid invalid) {
            List<Problem.FieldError> errors = invalid.complaints().entrySet().stream()
                    .map(c -> new Problem.FieldError(
                            c.getKey(), c.getValue().key(), c.getValue().in(language)))
                    .toList();
            return Problem.response(
                    422, invalid.reason().key(), invalid.reason().in(language), errors, language);
        }
        if (cause instanceof Refused refused) {
            int status = refused instanceof NotFound ? 404 : refused instanceof Forbidden ? 403 : 409;
            return Problem.response(
                    status, refused.reason().key(), refused.reason().in(language), null, language);
        }
        if (Denial.is(cause)) {
            return plain(403, language);
        }
        if (cause instanceof OptimisticLockException) {
            return plain(409, language);
        }
        if (cause instanceof jakarta.json.JsonException
                || cause instanceof jakarta.json.bind.JsonbException
                || cause instanceof ProcessingException) {
            return plain(400, language);
        }
        if (isUnreadableParameter(cause)) {
            return plain(400, language);
        }
        if (cause instanceof WebApplicationException web) {
            return web.getResponse().hasEntity()
                    ? web.getResponse()
                    : plain(web.getResponse().getStatus(), language);
        }
        return null;
    }

    /** For a parameter that is no number or id the server says 404, but in an exception of its own. */
    private static boolean isUnreadableParameter(Throwable cause) {
        return cause instanceof WebApplicationException web
                && !(cause instanceof NotFoundException)
                && web.getResponse().getStatus() == Response.Status.NOT_FOUND.getStatusCode();
    }

    private static Response plain(int status, Locale language) {
        String key =
                Texts.of(language).has("kernel.problem." + status) ? "kernel.problem." + status : "kernel.problem.400";
        return Problem.response(status, key, Texts.of(language).text(key + ".detail"), null, language);
    }

    private static Response unknown(Exception exception, Locale language) {
        String reference = reference();
        LOG.log(Level.WARNING, "reference " + reference, exception);
        String detail = Texts.of(language).text("kernel.problem.500.detail", reference);
        return Problem.response(500, "kernel.problem.500", detail, null, language);
    }

    /** A short name under which the log has more. */
    public static String reference() {
        return Long.toString(RANDOM.nextLong(36L * 36 * 36 * 36 * 36 * 36), 36).toUpperCase(Locale.ROOT);
    }
}
