package app.countersign.breach.api;

import app.countersign.access.Scoped;
import app.countersign.breach.Deciding;
import app.countersign.breach.Decision;
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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /breaches/{id}/decisions}: whether the authority and the persons are told, where we are controller. */
@Path("/breaches/{id}/decisions")
@Scoped("breaches")
@Tag(name = "Breaches")
@Produces(MediaType.APPLICATION_JSON)
public class DecisionsResource {

    @Inject
    private Deciding deciding;

    @Schema(name = "NotificationChoice")
    public record ChoiceJson(
            @Schema(description = "authority or persons", required = true)
            String recipient,

            @Schema(required = true) Boolean told,

            @Schema(description = "Why; of not telling, why a risk is unlikely", required = true)
            String reason,

            @Schema(
                    description =
                            "Which exception of Art. 34(3) lets persons be left untold: unintelligible, averted, disproportionate")
            String exemption,

            @Schema(description = "Code of the processor that it is about; all of the breach's if left out")
            String processor) {}

    @Schema(name = "NotificationDecision")
    public record DecisionJson(
            UUID id,
            UUID processor,
            String recipient,
            boolean told,
            String exemption,
            String reason,
            Instant decidedAt,
            String decidedBy) {

        static DecisionJson of(Decision decision) {
            return new DecisionJson(
                    decision.id(),
                    decision.processorId(),
                    KebabCase.of(decision.recipient()),
                    decision.notifies(),
                    decision.exemption().map(KebabCase::of).orElse(null),
                    decision.reason(),
                    decision.decidedAt(),
                    decision.decidedBy());
        }
    }

    @Schema(name = "NotificationDecisionList")
    public record ListJson(List<DecisionJson> items) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Decide whether the authority, or the persons, are told")
    @APIResponse(responseCode = "200", description = "All decisions, the latest first")
    public ListJson decide(@PathParam("id") String id, ChoiceJson body) {
        if (body == null || body.told() == null) {
            throw Invalid.field("told", Reason.of("kernel.text.missing"));
        }
        deciding.decide(
                BreachId.of(id),
                new Deciding.Choice(body.recipient(), body.told(), body.reason(), body.exemption(), body.processor()));
        return list(id);
    }

    @GET
    @Operation(summary = "All decisions, the latest first; for each recipient the last one counts")
    public ListJson list(@PathParam("id") String id) {
        return new ListJson(
                deciding.history(BreachId.of(id)).stream().map(DecisionJson::of).toList());
    }
}
