package app.countersign.contract.api;

import app.countersign.access.Scoped;
import app.countersign.contract.ReturnDetails;
import app.countersign.contract.Returning;
import app.countersign.contract.SignaturePage;
import app.countersign.kernel.Ids;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.api.Problem;
import app.countersign.kernel.api.Problems;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /contracts/{id}/returned}: filled forms that come back. */
@Path("/contracts/{id}/returned")
@Scoped("contracts")
@Tag(name = "Contracts")
@Produces(MediaType.APPLICATION_JSON)
public class ReturnsResource {

    @Inject
    private Returning returning;

    @Context
    private HttpHeaders headers;

    @POST
    @Bounded
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Bring a file that came back",
            description =
                    "The file is kept byte for byte, compared with the form that went out, and what follows is done:"
                            + " an honest one's values stand in the contract, an altered one is refused by mail, of the others a"
                            + " person decides. The same file again gives the same answer.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = UploadedFile.class)))
    @APIResponse(
            responseCode = "200",
            description = "Judged",
            content = @Content(schema = @Schema(implementation = ReturnAnswer.class)))
    @APIResponse(
            responseCode = "413",
            description = "The file is larger than 25 MB",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    public ReturnAnswer bring(@PathParam("id") String id, List<EntityPart> form) throws IOException {
        UUID contract = ContractsResource.uuid(id);
        return answer(UploadedFile.read(form, (content, name) -> returning.bring(contract, content, name)));
    }

    @GET
    @Operation(summary = "What came back, the newest first")
    public List<ReturnAnswer.Row> list(@PathParam("id") String id) {
        return returning.of(ContractsResource.uuid(id)).stream()
                .map(ReturnAnswer.Row::of)
                .toList();
    }

    @GET
    @Path("{returned}")
    @Operation(summary = "One file that came back: the verdict and how it came about")
    public ReturnAnswer one(@PathParam("id") String id, @PathParam("returned") String returned) {
        return answer(known(id, returned).id());
    }

    @POST
    @Path("{returned}/acceptance")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "A person has looked at a doubtful file and takes it: what it says, and why")
    public ReturnAnswer accept(
            @PathParam("id") String id, @PathParam("returned") String returned, ContractRequests.Acceptance given) {
        ContractRequests.Acceptance acceptance = Bodies.required(given);
        ReturnDetails file = known(id, returned);
        SignaturePage.Entry entry =
                acceptance.page() == null ? read(file) : acceptance.page().toEntry();
        returning.accept(file.id(), file.contractVersion(), entry, acceptance.reason());
        return answer(file.id());
    }

    @POST
    @Path("{returned}/refusal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "A person refuses the file: the controller is told why, with a fresh form")
    public ReturnAnswer refuse(
            @PathParam("id") String id, @PathParam("returned") String returned, ContractRequests.Why why) {
        ReturnDetails file = known(id, returned);
        returning.refuse(file.id(), file.contractVersion(), Bodies.required(why).reason());
        return answer(file.id());
    }

    /** What the file says, or else what is known. */
    private static SignaturePage.Entry read(ReturnDetails file) {
        return new SignaturePage.Entry(
                field(file, "company"),
                field(file, "address"),
                field(file, "person"),
                field(file, "position"),
                field(file, "place"),
                field(file, "date"));
    }

    private static String field(ReturnDetails file, String name) {
        return file.protocol().assessment().values().get("controller." + name);
    }

    private ReturnDetails known(String id, String returned) {
        ReturnDetails file = returning.details(uuid(returned));
        if (!file.contractId().equals(ContractsResource.uuid(id))) {
            throw NotFound.because("contract.return.refusal.unknown");
        }
        return file;
    }

    private static UUID uuid(String text) {
        return Ids.read(text, "contract.return.refusal.unknown");
    }

    private ReturnAnswer answer(UUID returned) {
        return ReturnAnswer.of(returning.details(returned), Problems.language(headers));
    }
}
