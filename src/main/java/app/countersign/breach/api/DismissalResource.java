package app.countersign.breach.api;

import app.countersign.access.Scoped;
import app.countersign.breach.BreachRecords;
import app.countersign.breach.Reporting;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /breaches/{id}/dismissal}. */
@Path("/breaches/{id}/dismissal")
@Scoped("breaches")
@Tag(name = "Breaches")
@Produces(MediaType.APPLICATION_JSON)
public class DismissalResource {

    @Inject
    private Reporting reporting;

    @Inject
    private BreachRecords records;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "The suspicion is no breach: its review ends, and its record stays with the reason")
    @APIResponse(responseCode = "200", description = "The breach as it is now")
    public BreachJson dismiss(@PathParam("id") String id, BreachesResource.Why body) {
        UUID breach = BreachId.of(id);
        reporting.dismiss(breach, body == null ? null : body.reason());
        return BreachJson.of(records.details(breach));
    }
}
