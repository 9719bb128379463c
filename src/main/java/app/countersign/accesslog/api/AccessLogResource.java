package app.countersign.accesslog.api;

import app.countersign.access.Scoped;
import app.countersign.accesslog.AccessFilter;
import app.countersign.accesslog.AccessRecords;
import app.countersign.accesslog.Act;
import app.countersign.accesslog.Reviewing;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /access-log}: who looked at what, and its review. */
@Path("/access-log")
@Scoped("access-log")
@Tag(name = "Access log")
@Produces(MediaType.APPLICATION_JSON)
public class AccessLogResource {

    private static final int SHOWN = 100;

    @Inject
    private AccessRecords records;

    @Inject
    private Reviewing reviewing;

    @GET
    @Operation(summary = "A page of the access log, the newest first")
    public AccessLogJson.PageJson list(
            @Parameter(description = "Part of a name or e-mail address, or a pseudonym") @QueryParam("person")
                    String person,
            @Parameter(description = "What was done, such as export") @QueryParam("act") String act,
            @Parameter(description = "An id, or a kind such as contract") @QueryParam("object") String object,
            @Parameter(description = "The first instant, such as 2026-11-22T00:00:00Z") @QueryParam("from") String from,
            @Parameter(description = "The first instant after") @QueryParam("to") String to,
            @QueryParam("cursor") String cursor,
            @DefaultValue("50") @QueryParam("limit") int limit) {
        AccessFilter filter =
                new AccessFilter(given(person), act(act), given(object), instant("from", from), instant("to", to));
        AccessRecords.Page page = records.page(filter, given(cursor), limit);
        return new AccessLogJson.PageJson(
                page.items().stream().map(AccessLogJson.EntryJson::of).toList(),
                page.next().orElse(null));
    }

    @GET
    @Path("reviews")
    @Operation(summary = "The review that is due, with what there is to see, and those that are done")
    public AccessLogJson.ReviewsJson reviews() {
        return new AccessLogJson.ReviewsJson(
                reviewing.due().map(AccessLogJson.DueJson::of).orElse(null),
                reviewing.past(SHOWN).stream().map(AccessLogJson.ReviewJson::of).toList());
    }

    @POST
    @Path("reviews")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Confirm that the log was looked at: the deadline is met, and the next review begins")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = AccessLogJson.ReviewJson.class)),
            description = "The review as it is kept")
    public Response confirm(AccessLogJson.Confirmation confirmation) {
        Reviewing.Past done = confirmation == null
                ? reviewing.confirm(null, null)
                : reviewing.confirm(confirmation.review(), confirmation.remarks());
        return Response.status(Response.Status.CREATED)
                .entity(AccessLogJson.ReviewJson.of(done))
                .build();
    }

    private static Optional<String> given(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(t -> !t.isEmpty());
    }

    private static Optional<Act> act(String word) {
        try {
            return given(word).map(w -> KebabCase.read(Act.class, w));
        } catch (IllegalArgumentException e) {
            throw Invalid.field(
                    "act",
                    Reason.of(
                            "accesslog.complaint.act",
                            Arrays.stream(Act.values()).map(KebabCase::of).collect(Collectors.joining(", "))));
        }
    }

    private static Optional<Instant> instant(String field, String text) {
        try {
            return given(text).map(Instant::parse);
        } catch (DateTimeException e) {
            throw Invalid.field(field, Reason.of("trail.complaint.instant"));
        }
    }
}
