package app.countersign.breach.api;

import app.countersign.access.Scoped;
import app.countersign.breach.BreachRecords;
import app.countersign.breach.ConcernFilter;
import app.countersign.breach.ConcernRow;
import app.countersign.breach.ConcernState;
import app.countersign.breach.Concerns;
import app.countersign.kernel.Ids;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /breaches/{id}/controllers}: whom a breach concerns; confirming them, excluding some, adding others. */
@Path("/breaches/{id}/controllers")
@Scoped("breaches")
@Tag(name = "Breaches")
@Produces(MediaType.APPLICATION_JSON)
public class ControllersResource {

    private static final String UNKNOWN = "breach.refusal.unknown-concern";

    @Inject
    private Concerns concerns;

    @Inject
    private BreachRecords records;

    @Schema(name = "BreachInclusion")
    public record Inclusion(
            @Schema(description = "Number of the contract") String contract,

            @Schema(description = "Why, where that contract came into force only after we were aware")
            String reason) {}

    @Schema(name = "ConcernedControllerList")
    public record ListJson(
            List<BreachJson.ConcernJson> items,

            @Schema(description = "What to give as after for the next page; null on the last")
            UUID next,

            BreachJson.ConcernCountsJson counts) {}

    @GET
    @Operation(summary = "The controllers concerned, by name, each with the clocks that its contract starts")
    public ListJson list(
            @PathParam("id") String id,
            @Parameter(description = "found, confirmed, excluded; all if left out") @QueryParam("state") String state,
            @Parameter(description = "What stands in the controller's name or the contract's number") @QueryParam("q")
                    String text,
            @Parameter(description = "What next said") @QueryParam("after") String after,
            @DefaultValue("50") @QueryParam("limit") int limit) {
        UUID breach = BreachId.of(id);
        BreachRecords.Page<ConcernRow> page = records.concerns(
                breach,
                new ConcernFilter(states(state), text),
                Optional.ofNullable(after).map(ControllersResource::concern),
                limit);
        return new ListJson(
                page.items().stream().map(BreachJson.ConcernJson::of).toList(),
                page.next().orElse(null),
                BreachJson.ConcernCountsJson.of(records.standing(breach)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Add a controller that was not found, by its contract")
    @APIResponse(responseCode = "200", description = "The breach as it is now")
    public BreachJson include(@PathParam("id") String id, Inclusion body) {
        concerns.include(BreachId.of(id), body == null ? null : body.contract(), body == null ? null : body.reason());
        return breach(id);
    }

    @POST
    @Path("{concern}/confirmation")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "The controller is concerned")
    @APIResponse(responseCode = "200", description = "The breach as it is now")
    public BreachJson confirm(@PathParam("id") String id, @PathParam("concern") String concern) {
        concerns.confirm(BreachId.of(id), concern(concern));
        return breach(id);
    }

    @POST
    @Path("{concern}/exclusion")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "The controller is not concerned, for a reason: its clocks end")
    @APIResponse(responseCode = "200", description = "The breach as it is now")
    public BreachJson exclude(
            @PathParam("id") String id, @PathParam("concern") String concern, BreachesResource.Why body) {
        concerns.exclude(BreachId.of(id), concern(concern), body == null ? null : body.reason());
        return breach(id);
    }

    private BreachJson breach(String id) {
        return BreachJson.of(records.details(BreachId.of(id)));
    }

    private static UUID concern(String id) {
        return Ids.read(id, UNKNOWN);
    }

    private static Set<ConcernState> states(String word) {
        try {
            return word == null || word.isBlank() ? Set.of() : Set.of(KebabCase.read(ConcernState.class, word));
        } catch (IllegalArgumentException e) {
            throw Invalid.field("state", Reason.of("breach.complaint.concern-state"));
        }
    }
}
