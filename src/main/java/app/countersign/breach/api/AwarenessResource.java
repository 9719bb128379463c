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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /breaches/{id}/awareness}. */
@Path("/breaches/{id}/awareness")
@Scoped("breaches")
@Tag(name = "Breaches")
@Produces(MediaType.APPLICATION_JSON)
public class AwarenessResource {

    @Inject
    private Reporting reporting;

    @Inject
    private BreachRecords records;

    @Schema(name = "BreachAwareness")
    public record AwarenessJson(
            @Schema(
                    description =
                            "Since when we are aware: an instant, or a local time of the breach's zone; now if left out")
            String awareAt,

            @Schema(description = "When it happened, likewise; unknown if left out")
            String occurredAt,

            @Schema(description = "Why it took so long; demanded after the review's time limit")
            String why) {

        private static final AwarenessJson NOW = new AwarenessJson(null, null, null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "The suspicion is a breach: the controllers concerned are found, and the clocks run")
    @APIResponse(responseCode = "200", description = "The breach, the controllers found, and their deadlines")
    public BreachJson becomeAware(@PathParam("id") String id, AwarenessJson body) {
        UUID breach = BreachId.of(id);
        AwarenessJson said = body == null ? AwarenessJson.NOW : body;
        reporting.becomeAware(breach, said.awareAt(), said.occurredAt(), said.why());
        return BreachJson.of(records.details(breach));
    }
}
