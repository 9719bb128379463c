package app.countersign.trail.api;

import app.countersign.access.Scoped;
import app.countersign.kernel.Ids;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import app.countersign.kernel.api.Problems;
import app.countersign.trail.Head;
import app.countersign.trail.TrailFilter;
import app.countersign.trail.TrailRecords;
import app.countersign.trail.Verification;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /trail}: who did what, and the proof that nobody has rewritten it. */
@Path("/trail")
@Scoped("trail:read")
@Tag(name = "Trail")
@Produces(MediaType.APPLICATION_JSON)
public class TrailResource {

    @Inject
    private TrailRecords records;

    @Context
    private HttpHeaders headers;

    @GET
    @Operation(summary = "A page of the trail, the newest first")
    public TrailJson.PageJson list(
            @Parameter(description = "Part of a name or e-mail address, or a pseudonym") @QueryParam("person")
                    String person,
            @Parameter(description = "An id, a kind such as contract, or a contract's number") @QueryParam("object")
                    String object,
            @Parameter(description = "What happened, such as contract-issued") @QueryParam("event") String event,
            @Parameter(description = "The first instant, such as 2026-11-22T00:00:00Z") @QueryParam("from") String from,
            @Parameter(description = "The first instant after") @QueryParam("to") String to,
            @QueryParam("cursor") String cursor,
            @DefaultValue("50") @QueryParam("limit") int limit) {
        TrailFilter filter =
                new TrailFilter(given(person), given(object), given(event), instant("from", from), instant("to", to));
        TrailRecords.Page page = records.page(filter, given(cursor), limit);
        Locale language = Problems.language(headers);
        return new TrailJson.PageJson(
                page.items().stream().map(e -> TrailJson.of(e, language)).toList(),
                page.next().orElse(null));
    }

    @GET
    @Path("head")
    @Operation(summary = "Where the trail ends now, signed; keep it elsewhere, and verify against it later")
    public JsonObject head() {
        return Head.toJson(records.head());
    }

    @GET
    @Path("export")
    @Produces("application/zip")
    @Operation(summary = "The whole trail with its heads, a verifier and the description of the format")
    public Response export() {
        records.takes("zip");
        StreamingOutput body = records::export;
        return Response.ok(body)
                .header("Content-Disposition", "attachment; filename=\"countersign-trail.zip\"")
                .build();
    }

    @POST
    @Path("verification")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Verify the whole trail; the body may be a head that was noted earlier")
    @APIResponse(
            responseCode = "202",
            content = @Content(schema = @Schema(implementation = TrailJson.VerificationJson.class)),
            description = "Begun; Location tells where its progress is")
    public Response verify(String noted) {
        Verification verification = records.verify(noted);
        return Response.accepted(TrailJson.of(verification, Problems.language(headers)))
                .location(URI.create("trail/verification/" + verification.id()))
                .build();
    }

    @GET
    @Path("verification/{id}")
    @Operation(summary = "How far a verification has come, and what it found")
    public TrailJson.VerificationJson verification(@PathParam("id") String id) {
        return TrailJson.of(records.verification(uuid(id)), Problems.language(headers));
    }

    private static Optional<String> given(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(t -> !t.isEmpty());
    }

    private static Optional<Instant> instant(String field, String text) {
        try {
            return given(text).map(Instant::parse);
        } catch (DateTimeException e) {
            throw Invalid.field(field, Reason.of("trail.complaint.instant"));
        }
    }

    private static UUID uuid(String text) {
        return Ids.read(text, "trail.refusal.unknown-verification");
    }
}
