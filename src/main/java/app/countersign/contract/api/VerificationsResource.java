package app.countersign.contract.api;

import app.countersign.access.Scoped;
import app.countersign.contract.Verifying;
import app.countersign.kernel.api.Problem;
import app.countersign.kernel.api.Problems;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/verifications}: is this file a contract of ours? Open to everybody. */
@Scoped(Scoped.OPEN)
@Path("verifications")
@Tag(name = "Verification", description = "Whether a PDF is genuine. Needs no key; the file is not kept.")
public class VerificationsResource {

    @Inject
    private Verifying verifying;

    @POST
    @Bounded
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    @SecurityRequirements
    @Operation(
            operationId = "verify",
            summary = "Judge a file",
            description =
                    "Says whether the file is genuine, that is byte for byte a document kept here; an altered copy of"
                            + " one; or unknown. Reasons are in the language of Accept-Language.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = UploadedFile.class)))
    @APIResponse(
            responseCode = "200",
            description = "What the file is",
            content = @Content(schema = @Schema(implementation = VerificationAnswer.class)))
    @APIResponse(
            responseCode = "400",
            description = "The form could not be read",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "409",
            description = "Too many files are being checked just now",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "413",
            description = "The file is larger than 25 MB",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "415",
            description = "The request is no multipart form",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "There is no file, or it is no PDF",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    public VerificationAnswer verify(List<EntityPart> form, @Context HttpHeaders headers) throws IOException {
        return VerificationAnswer.of(
                UploadedFile.read(form, (content, name) -> verifying.verify(content)), Problems.language(headers));
    }
}
