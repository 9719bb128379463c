package app.countersign.export.api;

import app.countersign.access.Scoped;
import app.countersign.export.EvidenceExport;
import app.countersign.export.ExportDesk;
import app.countersign.kernel.Ids;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.api.Given;
import app.countersign.kernel.api.Problem;
import app.countersign.kernel.api.Problems;
import jakarta.inject.Inject;
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
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /evidence-exports}: archives of measures and evidence that prove themselves. */
@Path("/evidence-exports")
@Scoped("measures")
@Tag(name = "Measures")
@Produces(MediaType.APPLICATION_JSON)
public class EvidenceExportsResource {

    @Inject
    private ExportDesk desk;

    @Context
    private HttpHeaders headers;

    @Schema(name = "NewEvidenceExport")
    public record Wish(
            @Schema(description = "Codes; all for which you answer if left out", example = "[\"okomo\"]")
            List<String> processors,

            @Schema(description = "Ids; all if left out") List<String> measures,

            @Schema(description = "Number of a contract: its processor's measures by its template")
            String contract,

            @Schema(description = "First day, in UTC; a year before the last if left out", example = "2026-01-01")
            String from,

            @Schema(description = "Last day; today if left out", example = "2026-06-30")
            String to,

            @Schema(
                    description = "Of the archive; that of the request if left out",
                    enumeration = {"de", "en"})
            String language) {}

    @Schema(name = "EvidenceExport")
    public record ExportJson(
            UUID id,

            @Schema(enumeration = {"waiting", "building", "ready", "cancelled", "failed", "purged"})
            String state,

            @Schema(description = "Of what is to be done, in hundredths")
            int percent,

            @Schema(description = "Number, if it is of one contract")
            String contract,

            @Schema(description = "How many measures were chosen; missing for all")
            Integer measures,

            LocalDate from,
            LocalDate to,

            @Schema(description = "What was known then is what the archive tells")
            Instant askedAt,

            Instant endedAt,

            @Schema(description = "When the archive is removed")
            Instant expiresAt,

            @Schema(description = "Of the archive, in bytes")
            Long size,

            @Schema(description = "Of the key that signed it: what to give the verifier as --key")
            String fingerprint,

            @Schema(description = "How many measures were proven at the end of the period")
            Integer proven,

            Integer due,
            Integer unproven,

            @Schema(description = "Why there is none") String problem) {}

    @Schema(name = "EvidenceExportList")
    public record Page(
            List<ExportJson> items,

            @Schema(description = "What to ask with as 'after' for more; missing on the last page")
            UUID next) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Ask for an archive of evidence; it is built in the background")
    @APIResponse(
            responseCode = "202",
            description = "Begun; Location tells where to ask how far it is",
            content = @Content(schema = @Schema(implementation = ExportJson.class)))
    @APIResponse(
            responseCode = "422",
            description = "Something is unknown or implausible: see errors",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    public Response ask(Wish wish) {
        Wish said = Given.body(wish);
        Locale language = Optional.ofNullable(said.language())
                .map(Locale::forLanguageTag)
                .orElseGet(() -> Problems.language(headers));
        EvidenceExport export = desk.ask(new ExportDesk.Wish(
                said.processors(), said.measures(), said.contract(), said.from(), said.to(), language));
        return Response.accepted(json(export))
                .location(URI.create("evidence-exports/" + export.id()))
                .build();
    }

    @GET
    @Operation(summary = "Your exports, the newest first")
    public Page list(@QueryParam("after") String after, @QueryParam("limit") @DefaultValue("50") int limit) {
        ExportDesk.Page page = desk.page(
                Optional.ofNullable(after).filter(one -> !one.isBlank()).map(EvidenceExportsResource::id), limit);
        return new Page(
                page.items().stream().map(this::json).toList(), page.next().orElse(null));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "How far one of them is")
    public ExportJson one(@PathParam("id") String id) {
        return json(desk.details(id(id)));
    }

    @POST
    @Path("{id}/cancellation")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Stop one that is under way")
    public ExportJson cancel(@PathParam("id") String id) {
        return json(desk.cancel(id(id)));
    }

    @POST
    @Path("{id}/resumption")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Have one built again that was cancelled, failed or is removed: as of when it was asked for")
    public ExportJson resume(@PathParam("id") String id) {
        return json(desk.resume(id(id)));
    }

    @GET
    @Path("{id}/archive")
    @Produces("application/zip")
    @Operation(summary = "The archive, once it is ready")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/zip",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "409",
            description = "It is not ready, or not there any more",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    public Response archive(@PathParam("id") String id) {
        ExportDesk.Archived archived = desk.take(id(id));
        StreamingOutput content = out -> {
            try (InputStream in = archived.content()) {
                in.transferTo(out);
            }
        };
        return Response.ok(content)
                .header("Content-Length", archived.export().size())
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + archived.export().fileName() + "\"")
                .build();
    }

    private ExportJson json(EvidenceExport export) {
        boolean ready = export.size() > 0;
        return new ExportJson(
                export.id(),
                KebabCase.of(export.state()),
                export.percent(),
                export.contractNumber().orElse(null),
                export.measures().isEmpty() ? null : export.measures().size(),
                export.first(),
                export.last(),
                export.askedAt(),
                export.endedAt().orElse(null),
                export.expiresAt().orElse(null),
                ready ? export.size() : null,
                ready ? export.fingerprint() : null,
                ready ? export.proven() : null,
                ready ? export.due() : null,
                ready ? export.unproven() : null,
                export.problem().map(why -> why.in(Problems.language(headers))).orElse(null));
    }

    private static UUID id(String text) {
        return Ids.read(text, "export.refusal.unknown");
    }
}
