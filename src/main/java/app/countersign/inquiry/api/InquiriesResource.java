package app.countersign.inquiry.api;

import app.countersign.access.Scoped;
import app.countersign.inquiry.Inquiry;
import app.countersign.inquiry.InquiryDesk;
import app.countersign.inquiry.InquiryState;
import app.countersign.kernel.Ids;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /inquiries}: what persons, authorities, courts and controllers want to know. */
@Path("/inquiries")
@Scoped("inquiries")
@Tag(name = "Inquiries")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class InquiriesResource {

    @Inject
    private InquiryDesk desk;

    @GET
    @Operation(summary = "A page of inquiries, the newest first, without the names of persons")
    public InquiryJson.Page list(
            @QueryParam("state") String state,
            @QueryParam("before") Long before,
            @DefaultValue("50") @QueryParam("limit") int limit) {
        InquiryDesk.Page page =
                desk.page(state(state), before == null ? OptionalLong.empty() : OptionalLong.of(before), limit);
        return new InquiryJson.Page(
                page.items().stream()
                        .map(one -> InquiryJson.One.of(one, Optional.empty()))
                        .toList(),
                page.next().isPresent() ? page.next().getAsLong() : null);
    }

    @POST
    @Operation(summary = "Record an inquiry: its clock runs, and what it is about is held until it is answered")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = InquiryJson.One.class)))
    @APIResponse(responseCode = "422", description = "Fields are missing or implausible: see errors")
    public Response record(InquiryJson.Entry entry) {
        Inquiry made = desk.record(required(entry).entry());
        return Response.created(URI.create("inquiries/" + made.id()))
                .entity(json(made))
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One inquiry")
    public InquiryJson.One one(@PathParam("id") String id) {
        return json(desk.details(uuid(id)));
    }

    @POST
    @Path("{id}/extension")
    @Operation(summary = "The answer takes longer, and whoever asked was told so, with the reason")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = InquiryJson.One.class)))
    @APIResponse(responseCode = "409", description = "It is answered, too late, or was extended before")
    public InquiryJson.One extend(@PathParam("id") String id, InquiryJson.Extension extension) {
        InquiryJson.Extension given = required(extension);
        return json(desk.extend(uuid(id), given.reason(), given.until()));
    }

    @POST
    @Path("{id}/answer")
    @Operation(summary = "It is answered: its clock ends, and it holds nothing any more")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = InquiryJson.One.class)))
    @APIResponse(responseCode = "409", description = "It was answered before")
    public InquiryJson.One answer(@PathParam("id") String id, InquiryJson.Answer answer) {
        InquiryJson.Answer given = required(answer);
        return json(desk.answer(uuid(id), new InquiryDesk.Answer(given.answer(), given.answeredOn(), given.late())));
    }

    private InquiryJson.One json(Inquiry inquiry) {
        return InquiryJson.One.of(inquiry, desk.names(inquiry.id()));
    }

    private static Optional<InquiryState> state(String word) {
        try {
            return Optional.ofNullable(word)
                    .filter(text -> !text.isBlank())
                    .map(text -> KebabCase.read(InquiryState.class, text));
        } catch (IllegalArgumentException e) {
            throw Invalid.field("state", Reason.of("inquiry.complaint.state"));
        }
    }

    private static UUID uuid(String text) {
        return Ids.read(text, "inquiry.refusal.unknown");
    }

    private static <T> T required(T body) {
        if (body == null) {
            throw new BadRequestException();
        }
        return body;
    }
}
