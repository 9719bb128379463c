package app.countersign.retention.api;

import app.countersign.access.Scoped;
import app.countersign.contract.Contract;
import app.countersign.kernel.Ids;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import app.countersign.kernel.api.Problems;
import app.countersign.retention.DisposalChoice;
import app.countersign.retention.DisposalDesk;
import app.countersign.retention.ReturnArchive;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /disposals/{contract}}: what becomes of a controller's data after its contract's end. */
@Path("/disposals/{contract}")
@Scoped("deletions")
@Tag(name = "End of a contract")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DisposalsResource {

    @Inject
    private DisposalDesk desk;

    @Inject
    private ReturnArchive archive;

    @Context
    private HttpHeaders headers;

    @GET
    @Operation(summary = "What the controller chose, by when nothing may be left, and what is still to be deleted")
    public DeletionJson.State state(@PathParam("contract") String contract) {
        return DeletionJson.State.of(desk.details(uuid(contract), Problems.language(headers)));
    }

    @PUT
    @Path("choice")
    @Operation(summary = "Record what the controller wants, told otherwise than by its link")
    public DeletionJson.State choose(@PathParam("contract") String contract, DeletionJson.Choice choice) {
        DeletionJson.Choice given = required(choice);
        desk.choose(uuid(contract), wanted(given.choice()), given.remark());
        return state(contract);
    }

    @PUT
    @Path("period")
    @Operation(summary = "Say which period was agreed, where the contract's words leave a choice")
    public DeletionJson.State agree(@PathParam("contract") String contract, DeletionJson.Agreed agreed) {
        desk.agree(uuid(contract), required(agreed).period());
        return state(contract);
    }

    @GET
    @Path("data")
    @Produces("application/zip")
    @Operation(summary = "What the application holds of the controller: JSON, CSV, files, and a manifest with hashes")
    public Response data(@PathParam("contract") String id) {
        Contract contract = desk.export(uuid(id));
        StreamingOutput content = out -> archive.write(contract, out);
        return Response.ok(content)
                .header("Content-Disposition", "attachment; filename=\"" + archive.fileName(contract) + '"')
                .build();
    }

    @POST
    @Path("handover")
    @Operation(summary = "Record that the data was handed over otherwise than by the link")
    public DeletionJson.State handedOver(@PathParam("contract") String contract, DeletionJson.Handover handover) {
        desk.handedOver(uuid(contract), required(handover).how());
        return state(contract);
    }

    @POST
    @Path("confirmation")
    @Operation(summary = "Confirm in writing that all is done: sealed, kept with the contract, sent to the controller")
    public DeletionJson.State confirm(@PathParam("contract") String contract, DeletionJson.Lateness why) {
        desk.confirm(uuid(contract), why == null ? null : why.late());
        return state(contract);
    }

    private static DisposalChoice wanted(String word) {
        try {
            return KebabCase.read(DisposalChoice.class, word);
        } catch (IllegalArgumentException e) {
            throw Invalid.field("choice", Reason.of("deletion.complaint.choice"));
        }
    }

    private static UUID uuid(String text) {
        return Ids.read(text, "contract.refusal.unknown");
    }

    private static <T> T required(T body) {
        if (body == null) {
            throw new BadRequestException();
        }
        return body;
    }
}
