package app.countersign.breach.api;

import app.countersign.access.Scoped;
import app.countersign.breach.AuthorityReporting;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /breaches/{id}/authority-report}: the next report to the supervisory authority, as it would be sent now. */
@Path("/breaches/{id}/authority-report")
@Scoped("breaches")
@Tag(name = "Breaches")
public class AuthorityReportResource {

    @Inject
    private AuthorityReporting reporting;

    @Schema(name = "AuthorityReportSupplement")
    public record SupplementJson(
            @Schema(description = "Such as employees, children")
            String personCategories,

            @Schema(description = "How long it lasted") String duration,

            @Schema(description = "Who can tell more, where it is another than the organisation's own contact")
            String contact) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "The report with the items of Art. 33(3) GDPR, or Art. 15 of the Swiss ordinance, and what is missing")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)),
            description = "The report; with Accept: application/pdf, or under .pdf, as PDF/A")
    public JsonObject json(
            @PathParam("id") String id,
            @QueryParam("processor") String processor,
            @QueryParam("controller") String controller,
            @QueryParam("authority") String authority,
            @QueryParam("language") String language) {
        return reporting.json(
                BreachId.of(id),
                new AuthorityReporting.Which(processor, controller, authority),
                ReportLanguage.of(language));
    }

    @GET
    @Produces("application/pdf;qs=0.5")
    @Operation(summary = "The same as PDF/A")
    public Response pdf(
            @PathParam("id") String id,
            @QueryParam("processor") String processor,
            @QueryParam("controller") String controller,
            @QueryParam("authority") String authority,
            @QueryParam("language") String language) {
        UUID breach = BreachId.of(id);
        byte[] pdf = reporting.pdf(
                breach, new AuthorityReporting.Which(processor, controller, authority), ReportLanguage.of(language));
        return PdfAnswer.of(pdf, "authority-report.pdf");
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Note what only authorities ask; it stands in the reports that are yet to be sent")
    @APIResponse(responseCode = "204", description = "Noted")
    public void supplement(@PathParam("id") String id, SupplementJson body) {
        if (body == null) {
            throw Invalid.field("personCategories", Reason.of("kernel.text.missing"));
        }
        reporting.supplement(BreachId.of(id), body.personCategories(), body.duration(), body.contact());
    }
}
