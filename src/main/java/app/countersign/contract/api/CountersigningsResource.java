package app.countersign.contract.api;

import app.countersign.access.Scoped;
import app.countersign.contract.Countersigning;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import app.countersign.kernel.api.Problems;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /countersignings}: several contracts at once, in the background. */
@Scoped("countersign")
@Path("/countersignings")
@Tag(name = "Contracts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CountersigningsResource {

    @Inject
    private Countersigning countersigning;

    @Context
    private HttpHeaders headers;

    @Schema(name = "CountersigningRun")
    public record Run(
            UUID id, Instant startedAt, int total, int done, int failed, int waiting, List<Failure> failures) {}

    @Schema(name = "CountersigningFailure")
    public record Failure(UUID contractId, String number, String reason) {}

    @POST
    @Operation(summary = "Countersign several contracts, one after the other, in the caller's name")
    @APIResponse(
            responseCode = "202",
            content = @Content(schema = @Schema(implementation = Run.class)),
            description = "Begun; Location tells where its progress is")
    public Response start(ContractRequests.Several several) {
        List<UUID> contracts = Bodies.required(several).contracts();
        if (contracts == null || contracts.isEmpty()) {
            throw Invalid.field("contracts", Reason.of("kernel.text.missing"));
        }
        UUID run = countersigning.countersignAll(new LinkedHashSet<>(contracts));
        return Response.accepted(json(run))
                .location(URI.create("countersignings/" + run))
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "How far a run has come")
    public Run progress(@PathParam("id") String id) {
        return json(ContractsResource.uuid(id));
    }

    @POST
    @Path("{id}/retry")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Try those again that could not be countersigned")
    public Run retry(@PathParam("id") String id) {
        countersigning.retry(ContractsResource.uuid(id));
        return json(ContractsResource.uuid(id));
    }

    private Run json(UUID id) {
        Locale language = Problems.language(headers);
        Countersigning.Progress progress = countersigning.progress(id);
        return new Run(
                progress.id(),
                progress.startedAt(),
                progress.total(),
                progress.done(),
                progress.failed(),
                progress.waiting(),
                progress.failures().stream()
                        .map(f -> new Failure(
                                f.contractId(), f.number(), f.reason().in(language)))
                        .toList());
    }
}
