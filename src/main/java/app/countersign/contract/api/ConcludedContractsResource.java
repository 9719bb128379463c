package app.countersign.contract.api;

import app.countersign.access.Scoped;
import app.countersign.contract.PaperContract;
import app.countersign.contract.PaperIntake;
import app.countersign.contract.TakingIn;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import app.countersign.kernel.api.Problem;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.bind.JsonbBuilder;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /contracts/concluded}: contracts that were concluded elsewhere and are in force. */
@Path("/contracts")
@Scoped(PaperIntake.SCOPE)
@Tag(name = "Contracts")
@Produces(MediaType.APPLICATION_JSON)
public class ConcludedContractsResource {

    private static final String CONTRACT = "contract";

    /** Far more than a contract has to say, in bytes. */
    private static final int LARGEST_CONTRACT = 64 * 1024;

    /** What a complaint calls a field, and where it stands in the body. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("email", "controller.email"),
            Map.entry("contactName", "controller.contactName"),
            Map.entry("company", "signaturePage.company"),
            Map.entry("address", "signaturePage.address"),
            Map.entry("person", "signaturePage.person"),
            Map.entry("position", "signaturePage.position"),
            Map.entry("place", "signaturePage.place"),
            Map.entry("date", "signaturePage.date"),
            Map.entry("signatory", "processorSignature.person"),
            Map.entry("signatoryPosition", "processorSignature.position"),
            Map.entry("signatoryPlace", "processorSignature.place"),
            Map.entry("signatoryDate", "processorSignature.date"));

    @Inject
    private TakingIn taking;

    /** A multipart form, as the API describes it. */
    @Schema(name = "ConcludedContractForm", requiredProperties = CONTRACT)
    public record Form(
            ContractRequests.Concluded contract,

            @Schema(
                    format = "binary",
                    description = "Its paper as a PDF of at most 25 MB; without it, it is to be added later")
            String file) {}

    /** @param withPaper whether its paper is kept here; else it can be added once */
    @Schema(name = "TakenIn")
    public record Taken(UUID id, String number, String state, boolean withPaper) {

        static Taken of(TakingIn.Taken taken) {
            return new Taken(taken.id(), taken.number(), KebabCase.of(taken.state()), taken.withPaper());
        }
    }

    @POST
    @Bounded
    @Path("concluded")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Take in a contract that was concluded elsewhere and is in force",
            description = "Part 'contract' is JSON, part 'file' the signed paper, kept byte for byte. The terms of the"
                    + " template's version count from then on; nobody is written to. One that has ended already is"
                    + " refused.")
    @RequestBody(
            required = true,
            content =
                    @Content(mediaType = MediaType.MULTIPART_FORM_DATA, schema = @Schema(implementation = Form.class)))
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = Taken.class)),
            description = "It is in force")
    @APIResponse(
            responseCode = "422",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)),
            description = "Fields are missing or implausible, or it is here already: see errors")
    public Response takeIn(List<EntityPart> form) throws IOException {
        ContractRequests.Concluded given = contract(form);
        Taken taken =
                Taken.of(UploadedFile.read(form, (content, name) -> Bodies.named(FIELDS, () -> taken(given, content))));
        return Response.created(URI.create("contracts/" + taken.id()))
                .entity(taken)
                .build();
    }

    private TakingIn.Taken taken(ContractRequests.Concluded given, InputStream file) {
        Map<String, Reason> complaints = new LinkedHashMap<>();
        PaperContract wanted = given.toActivity(complaints);
        if (!complaints.isEmpty()) {
            taking.complaints(wanted).forEach(complaints::putIfAbsent);
            complaints.remove("controller");
            throw new Invalid(complaints);
        }
        return taking.takeIn(wanted, file);
    }

    private static ContractRequests.Concluded contract(List<EntityPart> form) throws IOException {
        Optional<EntityPart> part =
                form.stream().filter(one -> CONTRACT.equals(one.getName())).findFirst();
        if (part.isEmpty()) {
            return read("{}");
        }
        byte[] json = part.get().getContent().readNBytes(LARGEST_CONTRACT);
        return read(new String(json, StandardCharsets.UTF_8));
    }

    /** Read to its end before it is bound to anything, as every JSON body is. */
    private static ContractRequests.Concluded read(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            reader.readObject();
            return JsonbBuilder.create().fromJson(json, ContractRequests.Concluded.class);
        } catch (RuntimeException e) {
            throw new BadRequestException(e);
        }
    }

    @POST
    @Bounded
    @Path("{id}/paper")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Add the paper of a contract that was taken in without it; once")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = UploadedFile.class)))
    @APIResponse(responseCode = "204", description = "It is kept with the contract")
    @APIResponse(responseCode = "409", description = "It is there already, or the contract came about here")
    public void addPaper(@PathParam("id") String id, List<EntityPart> form) throws IOException {
        UUID contract = ContractsResource.uuid(id);
        UploadedFile.read(form, (content, name) -> {
            taking.addPaper(contract, content);
            return contract;
        });
    }
}
