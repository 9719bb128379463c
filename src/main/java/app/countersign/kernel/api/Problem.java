package app.countersign.kernel.api;

import app.countersign.kernel.Texts;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;

/**
 * An error as the API tells it (RFC 9457).
 *
 * @param type {@code urn:countersign:problem:} and the message key that says what is wrong
 * @param title the kind of problem in a few words
 * @param status the HTTP status
 * @param detail what happened and what to do, in the caller's language
 * @param errors one complaint for each field that has one; null where the problem is no field's
 */
@JsonbPropertyOrder({"type", "title", "status", "detail", "errors"})
public record Problem(String type, String title, int status, String detail, List<FieldError> errors) {

    /** @param field the field's name as the API spells it */
    public record FieldError(String field, String type, String detail) {}

    static final String MEDIA_TYPE = "application/problem+json";

    static Response response(int status, String key, String detail, List<FieldError> errors, Locale language) {
        String title = Texts.of(language).text("kernel.problem." + status);
        return Response.status(status)
                .type(MEDIA_TYPE)
                .language(language)
                .entity(new Problem("urn:countersign:problem:" + key, title, status, detail, errors))
                .build();
    }
}
