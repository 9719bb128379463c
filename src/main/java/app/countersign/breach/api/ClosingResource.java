package app.countersign.breach.api;

import app.countersign.access.Scoped;
import app.countersign.breach.BreachRecords;
import app.countersign.breach.Closing;
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

/** {@code /breaches/{id}/closing}. */
@Path("/breaches/{id}/closing")
@Scoped("breaches")
@Tag(name = "Breaches")
@Produces(MediaType.APPLICATION_JSON)
public class ClosingResource {

    @Inject
    private Closing closing;

    @Inject
    private BreachRecords records;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Close it; refused while a deadline is open or something that must be on record is missing")
    @APIResponse(responseCode = "200", description = "The breach as it is now")
    public BreachJson close(@PathParam("id") String id, BreachesResource.Why body) {
        UUID breach = BreachId.of(id);
        closing.close(breach, body == null ? null : body.reason());
        return BreachJson.of(records.details(breach));
    }
}
