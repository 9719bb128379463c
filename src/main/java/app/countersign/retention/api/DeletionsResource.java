package app.countersign.retention.api;

import app.countersign.access.Scoped;
import app.countersign.kernel.Ids;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import app.countersign.kernel.api.Problems;
import app.countersign.retention.HandDeletionDesk;
import app.countersign.retention.HandDeletionState;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /deletions}: what people delete by hand. */
@Path("/deletions")
@Scoped("deletions")
@Tag(name = "Deletions by hand")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DeletionsResource {

    @Inject
    private HandDeletionDesk desk;

    @Context
    private HttpHeaders headers;

    @GET
    @Operation(summary = "A page of deletions by hand, the newest first")
    public DeletionJson.Page list(
            @QueryParam("state") String state,
            @QueryParam("before") Long before,
            @DefaultValue("50") @QueryParam("limit") int limit) {
        HandDeletionDesk.Page page =
                desk.page(state(state), before == null ? OptionalLong.empty() : OptionalLong.of(before), limit);
        return new DeletionJson.Page(
                page.items().stream().map(DeletionJson.Hand::of).toList(),
                page.next().isPresent() ? page.next().getAsLong() : null);
    }

    @GET
    @Path("promises")
    @Operation(summary = "What the templates promise to delete, clause by clause: what an order may name")
    public List<DeletionJson.PromiseJson> promises() {
        return desk.promises(Problems.language(headers)).stream()
                .map(one -> new DeletionJson.PromiseJson(
                        one.key(), one.processor(), one.data(), one.clause(), one.sentence()))
                .toList();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One deletion by hand")
    public DeletionJson.Hand one(@PathParam("id") String id) {
        return DeletionJson.Hand.of(desk.details(uuid(id)));
    }

    @POST
    @Operation(summary = "Order a deletion by hand; it is due by its clause's period from the day of the request")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = DeletionJson.Hand.class)),
            description = "Ordered")
    public Response order(DeletionJson.Order order) {
        DeletionJson.Order given = required(order);
        DeletionJson.Hand made = DeletionJson.Hand.of(
                desk.order(given.promise(), given.title(), day(given.requestedOn()), given.assignee(), given.note()));
        return Response.created(URI.create("deletions/" + made.id()))
                .entity(made)
                .build();
    }

    @PUT
    @Path("{id}/assignee")
    @Operation(summary = "Say who is to do it")
    public DeletionJson.Hand assign(@PathParam("id") String id, DeletionJson.Assignment to) {
        desk.assign(uuid(id), required(to).assignee());
        return one(id);
    }

    @POST
    @Path("{id}/proof")
    @Operation(summary = "It is done: a person states so, and the deadline is met")
    public DeletionJson.Hand done(@PathParam("id") String id, DeletionJson.Proof proof) {
        DeletionJson.Proof given = required(proof);
        desk.done(uuid(id), new HandDeletionDesk.Proof(given.by(), given.statement(), given.late()), null, null);
        return one(id);
    }

    @POST
    @Path("{id}/drop")
    @Operation(summary = "It need not be done, for that reason; the deadline is waived")
    public DeletionJson.Hand drop(@PathParam("id") String id, DeletionJson.Drop why) {
        desk.drop(uuid(id), required(why).reason());
        return one(id);
    }

    private static Optional<HandDeletionState> state(String word) {
        try {
            return Optional.ofNullable(word)
                    .filter(text -> !text.isBlank())
                    .map(text -> KebabCase.read(HandDeletionState.class, text));
        } catch (IllegalArgumentException e) {
            throw Invalid.field("state", Reason.of("deletion.complaint.state"));
        }
    }

    private static LocalDate day(String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw Invalid.field("requestedOn", Reason.of("contract.complaint.iso-date"));
        }
    }

    private static UUID uuid(String text) {
        return Ids.read(text, "deletion.refusal.unknown");
    }

    private static <T> T required(T body) {
        if (body == null) {
            throw new BadRequestException();
        }
        return body;
    }
}
