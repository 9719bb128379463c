package app.countersign.measure.api;

import app.countersign.access.Scoped;
import app.countersign.kernel.Ids;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import app.countersign.kernel.api.Problems;
import app.countersign.measure.Level;
import app.countersign.measure.Light;
import app.countersign.measure.MeasureDesk;
import app.countersign.measure.MeasureFilter;
import app.countersign.measure.MeasureRecords;
import app.countersign.party.Organisation;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /measures}: what is done for security, and how it stands. */
@Path("/measures")
@Scoped("measures")
@Tag(name = "Measures", description = "Technical and organisational measures, and what proves them")
@Produces(MediaType.APPLICATION_JSON)
public class MeasuresResource {

    @Inject
    private MeasureRecords records;

    @Inject
    private MeasureDesk desk;

    @Context
    private HttpHeaders headers;

    @Schema(name = "MeasureList")
    public record Page(
            List<MeasureJson> items,

            @Schema(description = "What to ask with as 'after' for more; missing on the last page")
            UUID next) {}

    @Schema(name = "MeasureReview")
    public record ReviewJson(
            @Schema(description = "What was looked at; the reason, if it is late")
            String remarks) {}

    @Schema(name = "MeasureOwner")
    public record OwnerJson(
            @Schema(
                    description =
                            "User name of an account that answers for the processor; nobody in particular if left out")
            String owner) {}

    @Schema(name = "MeasureChange")
    public record ChangeJson(
            @Schema(required = true, description = "What is done now")
            String words,

            @Schema(description = "How often it is done anew: P1M")
            String every,

            @Schema(description = "How often a person reviews it; as often as the annex says if left out")
            String review,

            @Schema(
                    description = "Against the version before; one that shows to be lowered is lowered",
                    enumeration = {"kept", "raised", "lowered"})
            String level,

            @Schema(required = true, description = "What has changed")
            String what) {}

    @Schema(name = "MeasureDecision")
    public record DecisionJson(
            @Schema(required = true) boolean approved,
            @Schema(required = true) String reason) {}

    @GET
    @Operation(summary = "The measures, in the order of the templates and their annexes")
    public Page list(
            @Parameter(description = "Code of a processor") @QueryParam("processor") String processor,
            @QueryParam("template") String template,
            @Parameter(description = "proven, due or unproven") @QueryParam("light") String light,
            @Parameter(description = "Of Annex II") @QueryParam("category") String category,
            @Parameter(description = "In title or clause") @QueryParam("q") String text,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        Optional<UUID> whose = asked(processor).map(this::known);
        MeasureFilter filter = new MeasureFilter(
                whose,
                asked(template),
                asked(light).map(MeasuresResource::light),
                asked(category),
                asked(text).orElse(""));
        MeasureRecords.Page page = records.page(filter, asked(after).map(MeasuresResource::id), limit);
        return new Page(
                page.items().stream().map(this::json).toList(), page.next().orElse(null));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One of them")
    public MeasureJson one(@PathParam("id") String id) {
        return json(records.details(id(id)).row());
    }

    @POST
    @Path("{id}/reviews")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Say that somebody has looked and it is still what is done: the next review's time begins")
    public MeasureJson review(@PathParam("id") String id, ReviewJson review) {
        desk.review(List.of(id(id)), review == null ? "" : review.remarks());
        return one(id);
    }

    @PUT
    @Path("{id}/owner")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Name who sees to it")
    public MeasureJson assign(@PathParam("id") String id, OwnerJson owner) {
        desk.assign(id(id), owner == null ? "" : owner.owner());
        return one(id);
    }

    @POST
    @Path("{id}/versions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Change what is done",
            description =
                    "A version that promises less than the one before waits for a second person: 'proposed' is true.")
    public MeasureJson change(@PathParam("id") String id, ChangeJson change) {
        ChangeJson said = change == null ? new ChangeJson(null, null, null, null, null) : change;
        desk.change(
                id(id),
                new MeasureDesk.Change(said.words(), said.every(), said.review(), level(said.level()), said.what()));
        return one(id);
    }

    @POST
    @Path("{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Decide, as a second person, whether the level may be lowered")
    public MeasureJson decide(@PathParam("id") String id, DecisionJson decision) {
        desk.decide(id(id), decision != null && decision.approved(), decision == null ? "" : decision.reason());
        return one(id);
    }

    private MeasureJson json(MeasureRecords.Row row) {
        Locale language = Problems.language(headers);
        return MeasureJson.of(row, language);
    }

    /** One that is not known, or not to the caller, has no measures. */
    private UUID known(String code) {
        return records.processors().stream()
                .filter(one -> one.code().filter(code::equals).isPresent())
                .map(Organisation::id)
                .findFirst()
                .orElse(new UUID(0, 0));
    }

    private static Optional<String> asked(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(one -> !one.isEmpty());
    }

    private static Light light(String word) {
        try {
            return KebabCase.read(Light.class, word);
        } catch (IllegalArgumentException e) {
            throw Invalid.field("light", Reason.of("measure.complaint.light"));
        }
    }

    private static Level level(String word) {
        try {
            return word == null ? Level.KEPT : KebabCase.read(Level.class, word);
        } catch (IllegalArgumentException e) {
            throw Invalid.field("level", Reason.of("measure.complaint.level"));
        }
    }

    static UUID id(String text) {
        return Ids.read(text, "measure.refusal.unknown");
    }
}
