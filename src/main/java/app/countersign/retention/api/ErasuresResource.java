package app.countersign.retention.api;

import app.countersign.access.Scoped;
import app.countersign.kernel.Ids;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.api.Problems;
import app.countersign.retention.Erasure;
import app.countersign.retention.ErasureDesk;
import app.countersign.retention.ErasureEntry;
import app.countersign.retention.HandDeletion;
import app.countersign.retention.Preview;
import app.countersign.retention.Run;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /retention/erasures}: one person's data goes, in every store. */
@Path("/retention/erasures")
@Scoped("retention")
@Tag(name = "Retention")
@Produces(MediaType.APPLICATION_JSON)
public class ErasuresResource {

    private static final String UNKNOWN = "retention.refusal.unknown-erasure";
    private static final int MOST = 100;

    @Inject
    private ErasureDesk desk;

    @Context
    private HttpHeaders headers;

    @Schema(name = "RetentionErasureEntry")
    public record Entry(
            @Schema(description = "Code of the processor") String processor,

            @Schema(
                    description =
                            "How the stores' subject columns call the person: an address, a number, a user's name."
                                    + " Kept encrypted, and forgotten once it is over")
            List<String> persons,

            @Schema(
                    description =
                            "Id of the controller whose data alone is meant, or the number of a contract with it; every controller's if left out")
            String controller,

            @Schema(description = "What demands it: gdpr 17")
            String clause,

            @Schema(description = "Why, without saying who") String reason) {

        ErasureEntry read() {
            return new ErasureEntry(
                    processor, persons == null ? "" : String.join("\n", persons), controller, clause, reason);
        }
    }

    @Schema(name = "RetentionErasure")
    public record ErasureJson(
            UUID id,

            @Schema(enumeration = {"asked", "waiting", "running", "paused", "done", "stopped", "failed"})
            String state,

            UUID controller,
            String clause,
            String reason,

            @Schema(description = "HMAC-SHA-256 of how the stores called the person")
            List<String> hashes,

            Instant askedAt,
            String askedBy,
            Instant approvedAt,
            String approvedBy,
            Instant endedAt,

            @Schema(description = "Until when what waits is to be approved, or else dropped; null if nothing does")
            Instant lapsesAt,

            @Schema(description = "Whether it was dropped since nobody had approved it in time")
            boolean lapsed,

            List<PartJson> parts,

            @Schema(description = "What people delete where no program reaches, once it is approved")
            List<ByHandJson> byHand,

            @Schema(description = "Rules that don't tell persons apart, or rest: what they are about is not reached")
            List<UUID> unreached,

            @Schema(description = "SHA-256 of the protocol as PDF/A; under /protocol.pdf and /protocol.json")
            String protocol) {}

    @Schema(name = "RetentionErasurePart", description = "What one rule does")
    public record PartJson(
            @Schema(description = "Id of the run, under /retention/runs")
            UUID run,

            UUID rule,
            UUID store,
            String state,

            @Schema(description = "The person's rows that go")
            long expired,

            @Schema(description = "Those that a hold keeps") long held,

            @Schema(description = "Those about which the rule is not: they stay")
            long beside,

            long done,
            Map<String, Long> counts,
            List<String> statements,
            String problem) {}

    @Schema(name = "RetentionErasureByHand")
    public record ByHandJson(
            @Schema(description = "Under /deletions") UUID deletion,

            String number,
            String where,

            @Schema(enumeration = {"open", "done", "dropped"})
            String state,

            Instant dueAt,
            Instant endedAt) {

        static ByHandJson of(HandDeletion one) {
            return new ByHandJson(
                    one.id(),
                    one.number(),
                    one.title(),
                    KebabCase.of(one.state()),
                    one.dueAt(),
                    one.doneAt().orElse(null));
        }
    }

    @Schema(name = "RetentionErasureList")
    public record ListJson(List<ErasureJson> items) {}

    @Schema(name = "RetentionErasureQuestion")
    public record Question(String person) {}

    @Schema(name = "RetentionErasureAnswer")
    public record Answer(boolean concerned) {}

    @GET
    @Operation(summary = "The last 100 erasures, the newest first")
    public ListJson list() {
        return new ListJson(desk.newest(MOST).stream().map(this::json).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Erase one person's data: it is counted in every store, approved, and then done")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ErasureJson.class)))
    @APIResponse(responseCode = "422", description = "Fields are missing or implausible: see errors")
    public Response ask(Entry entry) {
        Erasure erasure = desk.ask(StoresResource.required(entry).read());
        return Response.created(URI.create("retention/erasures/" + erasure.id()))
                .entity(json(erasure))
                .build();
    }

    @GET
    @Path("{erasure}")
    @Operation(summary = "How far it is")
    public ErasureJson one(@PathParam("erasure") String erasure) {
        return json(desk.details(Ids.read(erasure, UNKNOWN)));
    }

    @POST
    @Path("{erasure}/approval")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Approve what was found, as a second person",
            description = "What is still being counted waits for an approval of its own")
    public ErasureJson approve(@PathParam("erasure") String erasure) {
        return json(desk.approve(Ids.read(erasure, UNKNOWN)));
    }

    @POST
    @Path("{erasure}/stop")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "End it: what is gone stays gone, the rest stays")
    public ErasureJson stop(@PathParam("erasure") String erasure) {
        return json(desk.stop(Ids.read(erasure, UNKNOWN)));
    }

    @POST
    @Path("{erasure}/proof")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Whether it was a given person, by the keyed hashes")
    public Answer proof(@PathParam("erasure") String erasure, Question question) {
        return new Answer(desk.concerns(
                Ids.read(erasure, UNKNOWN), StoresResource.required(question).person()));
    }

    @GET
    @Path("{erasure}/protocol.json")
    @Operation(summary = "The protocol as data; it does not say whose data it was")
    public Response protocolJson(@PathParam("erasure") String erasure) {
        return Response.ok(desk.protocol(Ids.read(erasure, UNKNOWN), false), MediaType.APPLICATION_JSON)
                .build();
    }

    @GET
    @Path("{erasure}/protocol.pdf")
    @Produces("application/pdf")
    @Operation(summary = "The same as PDF/A, sealed by the processor")
    public Response protocolPdf(@PathParam("erasure") String erasure) {
        return Response.ok(desk.protocol(Ids.read(erasure, UNKNOWN), true), "application/pdf")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"erasure-protocol.pdf\"")
                .build();
    }

    private ErasureJson json(Erasure erasure) {
        List<Run> runs = desk.runs(erasure.id());
        return new ErasureJson(
                erasure.id(),
                KebabCase.of(desk.state(erasure.id())),
                erasure.controller().orElse(null),
                erasure.clause(),
                erasure.reason(),
                erasure.hashes(),
                erasure.askedAt(),
                erasure.askedBy(),
                erasure.approvedAt().orElse(null),
                erasure.approvedBy().orElse(null),
                erasure.endedAt().orElse(null),
                desk.lapsesAt(erasure).orElse(null),
                erasure.isLapsed(),
                runs.stream().map(this::json).toList(),
                desk.byHand(erasure.id()).stream().map(ByHandJson::of).toList(),
                desk.unreached(erasure.processorId()).stream()
                        .map(rule -> rule.id())
                        .toList(),
                erasure.protocolPdf().orElse(null));
    }

    private PartJson json(Run run) {
        Locale language = Problems.language(headers);
        return new PartJson(
                run.id(),
                run.ruleId(),
                run.storeId(),
                KebabCase.of(run.state()),
                run.expired(),
                run.preview().map(Preview::held).orElse(0L),
                run.preview()
                        .map(found -> found.rows() - found.expired() - found.held())
                        .orElse(0L),
                run.done(),
                run.counts(),
                run.statements(),
                run.problem().map(reason -> reason.in(language)).orElse(null));
    }
}
