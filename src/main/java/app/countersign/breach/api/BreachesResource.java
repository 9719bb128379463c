package app.countersign.breach.api;

import app.countersign.access.Scoped;
import app.countersign.breach.Breach;
import app.countersign.breach.BreachFilter;
import app.countersign.breach.BreachRecords;
import app.countersign.breach.BreachRow;
import app.countersign.breach.BreachState;
import app.countersign.breach.Harm;
import app.countersign.breach.Report;
import app.countersign.breach.Reporting;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import jakarta.inject.Inject;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /breaches}: reporting one, and what is known of it. */
@Path("/breaches")
@Scoped("breaches")
@Tag(name = "Breaches")
@Produces(MediaType.APPLICATION_JSON)
public class BreachesResource {

    @Inject
    private Reporting reporting;

    @Inject
    private BreachRecords records;

    @Context
    private UriInfo uri;

    /** A report as programs write it. */
    @Schema(name = "BreachReport")
    public record ReportJson(
            @Schema(required = true) String title,
            String description,

            @Schema(description = "Since when we are aware: an instant, or a local time; now if left out")
            String awareAt,

            @Schema(description = "Zone of local times, such as Europe/Berlin")
            String zone,

            String occurredAt,
            String noticedBy,
            String systems,

            @Schema(description = "Names of the templates' terms, such as customer-data; others narrow nothing")
            List<String> dataCategories,

            @Schema(description = "Codes of processors; all if left out")
            List<String> processors,

            @Schema(description = "Names of sub-processors at which it happened, as the register has them")
            List<String> subProcessors,

            @Schema(description = "confidentiality, integrity, availability")
            List<String> harms,

            BreachJson.RangeJson persons,
            BreachJson.RangeJson records,
            boolean ownController,

            @Schema(description = "Whether it is only suspected: no clock runs towards others")
            boolean suspected) {

        Report report() {
            return new Report(
                    title,
                    description,
                    awareAt,
                    zone,
                    occurredAt,
                    noticedBy,
                    systems,
                    dataCategories,
                    processors,
                    subProcessors,
                    harmsRead(),
                    range(persons),
                    range(records),
                    ownController);
        }

        private Set<Harm> harmsRead() {
            Set<Harm> read = EnumSet.noneOf(Harm.class);
            for (String word : harms == null ? List.<String>of() : harms) {
                try {
                    read.add(KebabCase.read(Harm.class, word));
                } catch (IllegalArgumentException e) {
                    throw Invalid.field("harms", Reason.of("breach.complaint.harm"));
                }
            }
            return read;
        }

        private static Report.Range range(BreachJson.RangeJson json) {
            return json == null ? Report.Range.UNKNOWN : new Report.Range(json.least(), json.most());
        }
    }

    /** What is known by now, as programs write it. */
    @Schema(name = "BreachFacts")
    public record FactsJson(
            @Schema(required = true) String title,
            String description,
            String noticedBy,
            String systems,

            @Schema(
                    description =
                            "All of them: where others than before are named, or none any more, contracts are looked through again")
            List<String> dataCategories,

            @Schema(description = "Names of sub-processors at which it happened, likewise")
            List<String> subProcessors,

            List<String> harms,
            BreachJson.RangeJson persons,
            BreachJson.RangeJson records,

            @Schema(description = "What is likely to follow from it (Art. 33(3)(c) GDPR)")
            String consequences,

            @Schema(description = "What was done and is proposed (Art. 33(3)(d) GDPR)")
            String measures,

            @Schema(required = true, description = "Of the breach that was looked at")
            Long version) {

        Report report() {
            return new ReportJson(
                            title,
                            description,
                            null,
                            null,
                            null,
                            noticedBy,
                            systems,
                            dataCategories,
                            List.of(),
                            subProcessors,
                            harms,
                            persons,
                            records,
                            false,
                            false)
                    .report();
        }
    }

    @Schema(name = "BreachReason")
    public record Why(String reason) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Report a breach, or a suspicion")
    @APIResponse(responseCode = "201", description = "The breach, the controllers found, and their deadlines")
    public Response report(ReportJson body) {
        if (body == null) {
            throw Invalid.field("title", Reason.of("kernel.text.missing"));
        }
        UUID id = body.suspected() ? reporting.suspect(body.report()) : reporting.report(body.report());
        return Response.created(uri.getAbsolutePathBuilder().path(id.toString()).build())
                .entity(one(id))
                .build();
    }

    @Schema(name = "BreachListItem")
    public record ItemJson(
            UUID id,
            String number,
            String state,
            String title,
            Instant awareAt,
            Instant reportedAt,
            @Schema(description = "How many are concerned") long controllers,

            @Schema(description = "When the first open deadline is due")
            Instant nextDueAt) {

        static ItemJson of(BreachRow row) {
            Breach breach = row.breach();
            return new ItemJson(
                    breach.id(),
                    breach.number(),
                    KebabCase.of(breach.state()),
                    breach.facts().title(),
                    breach.awareAt().orElse(null),
                    breach.reportedAt(),
                    row.controllers(),
                    row.due());
        }
    }

    @Schema(name = "BreachList")
    public record ListJson(List<ItemJson> items, UUID next) {}

    @GET
    @Operation(summary = "Breaches and suspicions, the newest first")
    public ListJson list(
            @Parameter(description = "suspected, open, dismissed, closed; all if left out") @QueryParam("state")
                    String state,
            @Parameter(description = "What stands in the number or the title") @QueryParam("q") String text,
            @Parameter(description = "What next said") @QueryParam("after") String after,
            @DefaultValue("50") @QueryParam("limit") int limit) {
        BreachRecords.Page<BreachRow> page = records.page(
                new BreachFilter(states(state), text),
                Optional.ofNullable(after).map(BreachesResource::id),
                limit);
        return new ListJson(
                page.items().stream().map(ItemJson::of).toList(), page.next().orElse(null));
    }

    private static Set<BreachState> states(String word) {
        try {
            return word == null || word.isBlank() ? Set.of() : Set.of(KebabCase.read(BreachState.class, word));
        } catch (IllegalArgumentException e) {
            throw Invalid.field("state", Reason.of("breach.complaint.state"));
        }
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One breach, with the first controllers concerned and their deadlines")
    public BreachJson one(@PathParam("id") String id) {
        return one(id(id));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Say more about it, or better; what was told already stays as it was told")
    @APIResponse(responseCode = "200", description = "The breach as it is now")
    public BreachJson amend(@PathParam("id") String id, FactsJson body) {
        if (body == null || body.version() == null) {
            throw Invalid.field("version", Reason.of("kernel.text.missing"));
        }
        reporting.amend(id(id), body.version(), body.report(), body.consequences(), body.measures());
        return one(id);
    }

    private BreachJson one(UUID id) {
        return BreachJson.of(records.details(id));
    }

    private static UUID id(String text) {
        return BreachId.of(text);
    }
}
