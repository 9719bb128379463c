package app.countersign.retention.api;

import app.countersign.access.Scoped;
import app.countersign.kernel.Ids;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.api.Problems;
import app.countersign.retention.Preview;
import app.countersign.retention.PreviewJson;
import app.countersign.retention.Rule;
import app.countersign.retention.RuleDesk;
import app.countersign.retention.RuleDetails;
import app.countersign.retention.RuleEntry;
import app.countersign.retention.Trial;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
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
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /retention/rules}: what goes when. */
@Path("/retention/rules")
@Scoped("retention")
@Tag(name = "Retention")
@Produces(MediaType.APPLICATION_JSON)
public class RulesResource {

    private static final String UNKNOWN = "retention.refusal.unknown-rule";

    @Inject
    private RuleDesk desk;

    @Context
    private HttpHeaders headers;

    @Schema(name = "RetentionRuleEntry")
    public record Entry(
            @Schema(description = "Id of the store") String store,
            String title,

            @Schema(description = "As the template calls the data, with blanks between")
            String categories,

            @Schema(description = "What demands it: okomo-dpa 4-3")
            String clause,

            @Schema(description = "P12M, P90D, PT72H") String period,

            @Schema(description = "stored, event, contract-end or request; stored if left out")
            String since,

            @Schema(description = "delete, anonymise or block; delete if left out")
            String fate,

            @Schema(description = "schema.table, as the database writes it")
            String table,

            String ageColumn,

            @Schema(
                    description = "timestamp, zoned, date, epoch-seconds, epoch-millis or iso-text; what the column's"
                            + " type says if left out")
            String ageForm,

            @Schema(description = "One a line: status = closed")
            String conditions,

            @Schema(description = "One a line: name = null, email = hash, born = year, note = \"gone\"")
            String replacements,

            @Schema(description = "Column that says whose data it is")
            String controllerColumn,

            @Schema(description = "Column that says which person it is about")
            String subjectColumn,

            @Schema(description = "More than so many percent go only with a second person; 20 if left out")
            Integer guardShare,

            @Schema(description = "On amending: the version that was looked at")
            Long version) {

        RuleEntry read() {
            return new RuleEntry(
                    store,
                    title,
                    categories,
                    clause,
                    period,
                    since,
                    fate,
                    table,
                    ageColumn,
                    ageForm,
                    conditions,
                    replacements,
                    controllerColumn,
                    subjectColumn,
                    guardShare == null ? null : guardShare.toString());
        }
    }

    @Schema(name = "RetentionRule")
    public record RuleJson(
            UUID id,
            UUID store,
            String title,
            List<String> categories,
            String clause,
            String period,
            String since,
            String fate,
            String table,
            String ageColumn,
            String ageForm,

            @Schema(description = "As they can be sent again, one each")
            List<String> conditions,

            @Schema(description = "As they can be sent again, one each")
            List<String> replacements,

            String controllerColumn,
            String subjectColumn,
            int guardShare,
            int revision,
            Instant changedAt,
            String changedBy,

            @Schema(description = "Whether a second person has approved it as it is now")
            boolean approved,

            @Schema(description = "Whether it acts by itself, or would once it is approved")
            boolean active,

            Instant nextRunAt,
            long version) {

        static RuleJson of(Rule rule) {
            RuleDetails said = rule.details();
            RuleEntry typed = RuleEntry.of(rule);
            return new RuleJson(
                    rule.id(),
                    rule.storeId(),
                    said.title(),
                    said.categories(),
                    said.clause(),
                    said.period().toString(),
                    KebabCase.of(said.since()),
                    KebabCase.of(said.fate()),
                    said.table().toString(),
                    said.ageColumn(),
                    KebabCase.of(said.ageForm()),
                    typed.conditions().lines().toList(),
                    typed.replacements().lines().toList(),
                    said.controllerColumn(),
                    said.subjectColumn(),
                    said.guardShare(),
                    rule.revision(),
                    rule.changedAt(),
                    rule.changedBy(),
                    rule.isApproved(),
                    rule.isActive(),
                    rule.nextRunAt().orElse(null),
                    rule.version());
        }
    }

    @Schema(name = "RetentionRuleList")
    public record ListJson(List<RuleJson> items) {}

    @Schema(name = "RetentionTrial")
    public record TrialJson(
            @Schema(description = "What it runs, in this order")
            List<String> statements,

            @Schema(description = "Whether the database tells what our account may do")
            boolean grantsKnown,

            List<String> missingGrants,
            List<String> excessGrants,

            @Schema(description = "Why nothing would be deleted")
            String problem) {}

    @GET
    @Operation(summary = "The rules")
    public ListJson list() {
        return new ListJson(desk.all().stream().map(RuleJson::of).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Add a rule; it acts once a second person has approved its first run")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = RuleJson.class)))
    @APIResponse(responseCode = "422", description = "Fields are missing or implausible: see errors")
    public Response add(Entry entry) {
        Rule rule = desk.add(StoresResource.required(entry).read());
        return Response.created(URI.create("retention/rules/" + rule.id()))
                .entity(RuleJson.of(rule))
                .build();
    }

    @GET
    @Path("{rule}")
    @Operation(summary = "One of them")
    public RuleJson one(@PathParam("rule") String rule) {
        return RuleJson.of(desk.details(Ids.read(rule, UNKNOWN)));
    }

    @PUT
    @Path("{rule}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change it; it has to be approved anew")
    public RuleJson amend(@PathParam("rule") String rule, Entry entry) {
        Entry said = StoresResource.required(entry);
        long seen = said.version() == null ? -1 : said.version();
        return RuleJson.of(desk.amend(Ids.read(rule, UNKNOWN), said.read(), seen));
    }

    @POST
    @Path("{rule}/preview")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Count what it would do now")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)),
            description = "Rows in all, expired, held, without a time; the oldest; by month; dependants by table")
    public JsonObject preview(@PathParam("rule") String rule) {
        Preview preview = desk.preview(Ids.read(rule, UNKNOWN));
        return PreviewJson.of(preview);
    }

    @POST
    @Path("{rule}/trial")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "The statements it leads to, and which rights are missing or too many; nothing is changed")
    public TrialJson attempt(@PathParam("rule") String rule) {
        Trial trial = desk.attempt(Ids.read(rule, UNKNOWN));
        return new TrialJson(
                trial.statements(),
                trial.grants().known(),
                trial.grants().missing(),
                trial.grants().excess(),
                trial.problem()
                        .map(reason -> reason.in(Problems.language(headers)))
                        .orElse(null));
    }

    @POST
    @Path("{rule}/rest")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Let it act no more by itself")
    public RuleJson rest(@PathParam("rule") String rule) {
        desk.rest(Ids.read(rule, UNKNOWN));
        return one(rule);
    }

    @POST
    @Path("{rule}/wake")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Let it act again")
    public RuleJson wake(@PathParam("rule") String rule) {
        desk.wake(Ids.read(rule, UNKNOWN));
        return one(rule);
    }
}
