package app.countersign.retention.api;

import app.countersign.access.Scoped;
import app.countersign.kernel.Ids;
import app.countersign.retention.Hold;
import app.countersign.retention.HoldDesk;
import app.countersign.retention.HoldEntry;
import app.countersign.retention.Origin;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /retention/holds}: what is kept whatever a rule says. */
@Path("/retention/holds")
@Scoped("retention")
@Tag(name = "Retention")
@Produces(MediaType.APPLICATION_JSON)
public class HoldsResource {

    private static final String UNKNOWN = "retention.refusal.unknown-hold";

    @Inject
    private HoldDesk desk;

    @Schema(name = "RetentionHoldEntry")
    public record Entry(
            @Schema(description = "Code of the processor, where no store is said")
            String processor,

            @Schema(description = "Id of the store; every store of the processor if left out")
            String store,

            @Schema(description = "As the stores' subject column has the person; kept encrypted")
            String person,

            @Schema(description = "Id of the controller, or the number of a contract with it")
            String controller,

            @Schema(description = "First day of the time that is kept")
            String from,

            @Schema(description = "Its last day") String to,
            String reason,

            @Schema(description = "Last day of the hold; it stands until it is lifted if left out")
            String endsOn) {}

    @Schema(
            name = "RetentionHoldOrigin",
            description = "For whose sake it stands by itself, until that is closed; missing if a person placed it")
    public record OriginJson(
            @Schema(description = "What it is: breach, inquiry")
            String kind,

            UUID id,

            @Schema(description = "As people call it: BR-2026-0001")
            String number,

            @Schema(description = "What demands it: gdpr 33(5)")
            String clause) {

        static OriginJson of(Origin origin) {
            return new OriginJson(origin.kind(), origin.id(), origin.number(), origin.clause());
        }
    }

    @Schema(name = "RetentionHold")
    public record HoldJson(
            UUID id,
            UUID store,
            boolean ofPerson,
            UUID controller,
            LocalDate from,
            LocalDate to,
            String reason,
            OriginJson origin,
            Instant placedAt,
            String placedBy,
            LocalDate endsOn,
            Instant liftedAt,
            String liftedBy) {

        static HoldJson of(Hold hold) {
            return new HoldJson(
                    hold.id(),
                    hold.store().orElse(null),
                    hold.isOfPerson(),
                    hold.controller().orElse(null),
                    hold.from().orElse(null),
                    hold.to().orElse(null),
                    hold.reason(),
                    hold.origin().map(OriginJson::of).orElse(null),
                    hold.placedAt(),
                    hold.placedBy(),
                    hold.endsOn().orElse(null),
                    hold.liftedAt().orElse(null),
                    hold.liftedBy().orElse(null));
        }
    }

    @Schema(name = "RetentionHoldList")
    public record ListJson(List<HoldJson> items) {}

    @GET
    @Operation(summary = "The holds, ended ones too, the newest first")
    public ListJson list() {
        return new ListJson(desk.all().stream().map(HoldJson::of).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Hold data: of a person, a controller or a time; a hold beats every rule")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = HoldJson.class)))
    @APIResponse(responseCode = "422", description = "Fields are missing or implausible: see errors")
    public Response place(Entry entry) {
        Entry said = StoresResource.required(entry);
        Hold hold = desk.place(new HoldEntry(
                said.processor(),
                said.store(),
                said.person(),
                said.controller(),
                said.from(),
                said.to(),
                said.reason(),
                said.endsOn()));
        return Response.created(URI.create("retention/holds/" + hold.id()))
                .entity(HoldJson.of(hold))
                .build();
    }

    @GET
    @Path("{hold}")
    @Operation(summary = "One of them")
    public HoldJson one(@PathParam("hold") String hold) {
        return HoldJson.of(desk.details(Ids.read(hold, UNKNOWN)));
    }

    @POST
    @Path("{hold}/lift")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Lift it; what it kept goes with the next run")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HoldJson.class)))
    @APIResponse(responseCode = "409", description = "It was lifted already, or stands as long as its origin is open")
    public HoldJson lift(@PathParam("hold") String hold) {
        desk.lift(Ids.read(hold, UNKNOWN));
        return one(hold);
    }
}
