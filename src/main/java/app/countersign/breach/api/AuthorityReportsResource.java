package app.countersign.breach.api;

import app.countersign.access.Scoped;
import app.countersign.breach.AuthorityReport;
import app.countersign.breach.AuthorityReporting;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /breaches/{id}/authority-reports}: what supervisory authorities were told, phase by phase. */
@Path("/breaches/{id}/authority-reports")
@Scoped("breaches")
@Tag(name = "Breaches")
@Produces(MediaType.APPLICATION_JSON)
public class AuthorityReportsResource {

    @Inject
    private AuthorityReporting reporting;

    @Schema(name = "AuthorityReportSent")
    public record SentJson(
            @Schema(description = "When it was sent: an instant, or a local time; now if left out")
            String at,

            @Schema(description = "initial, further, final; the next one if left out")
            String phase,

            @Schema(description = "portal, mail, post, telephone", required = true)
            String channel,

            @Schema(description = "The authority's own number for it")
            String reference,

            @Schema(description = "Why it is late; demanded once the period has expired (Art. 33(1) GDPR)")
            String delayReasons,

            @Schema(description = "Id of the authority, where it is another than is proposed")
            String authority,

            @Schema(description = "Code of the processor whose own data it is")
            String processor,

            @Schema(description = "Id of the concerned controller on whose instruction it was")
            String controller,

            @Schema(description = "That instruction; demanded for a controller")
            String instruction,

            @Schema(description = "de or en; the controller's language if left out")
            String language,

            @Schema(description = "The version of the breach that was reported; refused if it has changed since")
            Long version) {}

    @Schema(name = "AuthorityReportKept")
    public record KeptJson(
            UUID id,
            int number,
            String phase,
            String controller,
            UUID concern,
            String instruction,
            String authority,
            String authorityName,
            String channel,
            String reference,
            String delayReasons,
            Instant sentAt,
            String sentBy,
            Instant recordedAt,

            @Schema(description = "SHA-256 of the PDF/A that was sent")
            String pdf,

            @Schema(description = "SHA-256 of the same as JSON")
            String json) {

        static KeptJson of(AuthorityReport report) {
            return new KeptJson(
                    report.id(),
                    report.number(),
                    KebabCase.of(report.phase()),
                    report.controllerName(),
                    report.concern().orElse(null),
                    report.instruction(),
                    report.authorityId(),
                    report.authorityName(),
                    KebabCase.of(report.channel()),
                    report.reference(),
                    report.delayReasons(),
                    report.sentAt(),
                    report.sentBy(),
                    report.recordedAt(),
                    report.pdf(),
                    report.json());
        }
    }

    @Schema(name = "AuthorityReportList")
    public record ListJson(List<KeptJson> items) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Note that the report was sent: it is kept as it is now, and our deadline is met")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = KeptJson.class)),
            description = "What is kept")
    public Response send(@PathParam("id") String id, SentJson body) {
        if (body == null) {
            throw Invalid.field("channel", Reason.of("kernel.text.missing"));
        }
        AuthorityReport kept = reporting.send(
                BreachId.of(id),
                new AuthorityReporting.Which(body.processor(), body.controller(), body.authority()),
                new AuthorityReporting.Sent(
                        body.at(),
                        body.phase(),
                        body.channel(),
                        body.reference(),
                        body.delayReasons(),
                        body.instruction(),
                        body.version()),
                ReportLanguage.of(body.language()));
        return Response.status(Response.Status.CREATED)
                .entity(KeptJson.of(kept))
                .build();
    }

    @GET
    @Operation(summary = "What was sent, the first one first")
    public ListJson list(@PathParam("id") String id) {
        return new ListJson(
                reporting.sent(BreachId.of(id)).stream().map(KeptJson::of).toList());
    }

    @GET
    @Path("{report}.pdf")
    @Produces("application/pdf")
    @Operation(summary = "The PDF/A, byte for byte as it was sent")
    public Response pdf(@PathParam("id") String id, @PathParam("report") String report) {
        return PdfAnswer.of(reporting.pdf(BreachId.of(id), BreachId.of(report)), "authority-report.pdf");
    }
}
