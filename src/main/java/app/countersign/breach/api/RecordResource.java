package app.countersign.breach.api;

import app.countersign.access.Scoped;
import app.countersign.breach.Documenting;
import app.countersign.kernel.api.Problems;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /breaches/{id}/record}: all that is documented of a breach (Art. 33(5) GDPR). */
@Path("/breaches/{id}/record")
@Scoped("breaches")
@Tag(name = "Breaches")
public class RecordResource {

    @Inject
    private Documenting documenting;

    @Context
    private HttpHeaders headers;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Facts, effects, what was done, judgements, decisions, deadlines, reports and what happened when")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)),
            description = "The record; with Accept: application/pdf as PDF/A, with the data inside")
    public JsonObject json(@PathParam("id") String id, @QueryParam("language") String language) {
        return documenting.json(BreachId.of(id), language(language));
    }

    @GET
    @Produces("application/pdf;qs=0.5")
    @Operation(summary = "The same as PDF/A")
    public Response pdf(@PathParam("id") String id, @QueryParam("language") String language) {
        return PdfAnswer.of(documenting.pdf(BreachId.of(id), language(language)), "breach-record.pdf");
    }

    private Locale language(String typed) {
        return ReportLanguage.of(typed).orElseGet(() -> Problems.language(headers));
    }
}
