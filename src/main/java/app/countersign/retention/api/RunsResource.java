package app.countersign.retention.api;

import app.countersign.access.Scoped;
import app.countersign.kernel.Ids;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.api.Problems;
import app.countersign.retention.PreviewJson;
import app.countersign.retention.Run;
import app.countersign.retention.RunDesk;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /retention/runs}: rules at work. */
@Path("/retention/runs")
@Scoped("retention")
@Tag(name = "Retention")
@Produces(MediaType.APPLICATION_JSON)
public class RunsResource {

    private static final String UNKNOWN = "retention.refusal.unknown-run";
    private static final int MOST = 100;

    @Inject
    private RunDesk desk;

    @Context
    private HttpHeaders headers;

    @Schema(name = "RetentionRunEntry")
    public record Entry(
            @Schema(description = "Id of the rule") String rule) {}

    @Schema(name = "RetentionRun")
    public record RunJson(
            UUID id,
            UUID rule,
            UUID store,
            int revision,

            @Schema(enumeration = {"asked", "waiting", "running", "paused", "done", "stopped", "failed"})
            String state,

            Instant askedAt,
            String askedBy,

            @Schema(description = "Whatever is older goes") Instant cutoff,

            @Schema(description = "Why a second person is asked")
            String waitsFor,

            Instant approvedAt,
            String approvedBy,
            Instant startedAt,
            Instant endedAt,

            @Schema(description = "Rows of the rule's table that were expired when it was counted")
            long expired,

            @Schema(description = "Rows of the rule's table that are gone, or changed")
            long done,

            int batches,

            @Schema(description = "Rows by table") Map<String, Long> counts,

            @Schema(description = "What was counted before it began")
            JsonObject preview,

            List<String> statements,
            String problem,

            @Schema(description = "SHA-256 of the protocol as PDF/A; under /protocol.pdf and /protocol.json")
            String protocol) {}

    @Schema(name = "RetentionRunList")
    public record ListJson(List<RunJson> items) {}

    @Schema(name = "RetentionQuestion")
    public record Question(
            @Schema(description = "Primary key of a row; a JSON array of texts where it has several columns")
            String key) {}

    @Schema(name = "RetentionAnswer")
    public record Answer(boolean taken) {}

    @GET
    @Operation(summary = "The last 100 runs, the newest first")
    public ListJson list() {
        return new ListJson(desk.newest(MOST).stream().map(this::json).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Have a rule act: it is counted, approved where needed, and then done in batches")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = RunJson.class)),
            description = "The run, or the one of the rule that is open already")
    public Response ask(Entry entry) {
        Run run = desk.ask(Ids.read(StoresResource.required(entry).rule(), "retention.refusal.unknown-rule"));
        return Response.created(URI.create("retention/runs/" + run.id()))
                .entity(json(run))
                .build();
    }

    @GET
    @Path("{run}")
    @Operation(summary = "How far it is")
    public RunJson one(@PathParam("run") String run) {
        return json(desk.details(Ids.read(run, UNKNOWN)));
    }

    @POST
    @Path("{run}/approval")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Approve it, as a second person; the rule acts by itself from then on")
    public RunJson approve(@PathParam("run") String run) {
        return json(desk.approve(Ids.read(run, UNKNOWN)));
    }

    @POST
    @Path("{run}/pause")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Have it wait after the batch at which it is")
    public RunJson pause(@PathParam("run") String run) {
        return json(desk.pause(Ids.read(run, UNKNOWN)));
    }

    @POST
    @Path("{run}/resume")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Have it go on")
    public RunJson resume(@PathParam("run") String run) {
        return json(desk.resume(Ids.read(run, UNKNOWN)));
    }

    @POST
    @Path("{run}/stop")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "End it: what is gone stays gone, the rest stays")
    public RunJson stop(@PathParam("run") String run) {
        return json(desk.stop(Ids.read(run, UNKNOWN)));
    }

    @POST
    @Path("{run}/proof")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Whether a given row was among those that went, by the keyed hashes")
    public Answer proof(@PathParam("run") String run, Question question) {
        return new Answer(desk.hasTaken(
                Ids.read(run, UNKNOWN), StoresResource.required(question).key()));
    }

    @GET
    @Path("{run}/protocol.json")
    @Operation(summary = "The deletion protocol as data")
    public Response protocolJson(@PathParam("run") String run) {
        return Response.ok(desk.protocol(Ids.read(run, UNKNOWN), false), MediaType.APPLICATION_JSON)
                .build();
    }

    @GET
    @Path("{run}/protocol.pdf")
    @Produces("application/pdf")
    @Operation(summary = "The same as PDF/A, sealed by the processor")
    public Response protocolPdf(@PathParam("run") String run) {
        return Response.ok(desk.protocol(Ids.read(run, UNKNOWN), true), "application/pdf")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"deletion-protocol.pdf\"")
                .build();
    }

    private RunJson json(Run run) {
        Locale language = Problems.language(headers);
        return new RunJson(
                run.id(),
                run.ruleId(),
                run.storeId(),
                run.revision(),
                KebabCase.of(run.state()),
                run.askedAt(),
                run.askedBy(),
                run.cutoff().end(),
                run.waitsFor().map(reason -> reason.in(language)).orElse(null),
                run.approvedAt().orElse(null),
                run.approvedBy().orElse(null),
                run.startedAt().orElse(null),
                run.endedAt().orElse(null),
                run.expired(),
                run.done(),
                run.batches(),
                run.counts(),
                run.preview().map(PreviewJson::of).orElse(null),
                run.statements(),
                run.problem().map(reason -> reason.in(language)).orElse(null),
                run.protocolPdf().orElse(null));
    }
}
