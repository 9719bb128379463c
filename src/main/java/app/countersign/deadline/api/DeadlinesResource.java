package app.countersign.deadline.api;

import app.countersign.access.Scoped;
import app.countersign.deadline.Deadline;
import app.countersign.deadline.DeadlineCursor;
import app.countersign.deadline.DeadlineDesk;
import app.countersign.deadline.DeadlineFilter;
import app.countersign.deadline.DeadlineState;
import app.countersign.deadline.Moment;
import app.countersign.kernel.Ids;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.kernel.Settings;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
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

/** {@code /deadlines}: every clock that runs or ran. */
@Path("/deadlines")
@Scoped("deadlines")
@Tag(name = "Deadlines")
@Produces(MediaType.APPLICATION_JSON)
public class DeadlinesResource {

    @Inject
    private DeadlineDesk desk;

    @Inject
    private Settings settings;

    @Schema(name = "DeadlineList")
    public record Page(List<DeadlineJson> items, String next) {}

    @Schema(name = "Waiver")
    public record Waiver(
            @Schema(description = "Why it need not be done", required = true)
            String reason) {}

    @GET
    @Operation(summary = "Deadlines, the first due first")
    public Page list(
            @Parameter(description = "running, met, met-late, overdue, waived; several with commas; all if left out")
                    @QueryParam("state")
                    String state,
            @Parameter(description = "Only those due before that instant, or local time with its zone")
                    @QueryParam("dueBefore")
                    String dueBefore,
            @Parameter(description = "Only those about the object with that id") @QueryParam("subject") String subject,
            @Parameter(description = "What next said") @QueryParam("cursor") String cursor,
            @DefaultValue("50") @QueryParam("limit") int limit) {
        DeadlineFilter filter = new DeadlineFilter(
                states(state),
                Optional.ofNullable(dueBefore).map(this::moment),
                Optional.ofNullable(subject).map(DeadlinesResource::subject));
        DeadlineDesk.Page page = desk.page(filter, Optional.ofNullable(cursor).map(DeadlineCursor::read), limit);
        return new Page(
                page.items().stream().map(DeadlineJson::of).toList(),
                page.next().map(DeadlineCursor::toString).orElse(null));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One deadline")
    public DeadlineJson one(@PathParam("id") String id) {
        return DeadlineJson.of(desk.details(id(id)));
    }

    @POST
    @Path("{id}/waiver")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Decide, with a reason, that it need not be done")
    @APIResponse(responseCode = "200", description = "The deadline as it is now")
    public DeadlineJson waive(@PathParam("id") String id, Waiver waiver) {
        desk.waive(id(id), waiver == null ? null : waiver.reason());
        return one(id);
    }

    @POST
    @Path("{id}/acknowledgement")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Take note that it is overdue: reminders stop")
    @APIResponse(responseCode = "200", description = "The deadline as it is now")
    public DeadlineJson acknowledge(@PathParam("id") String id) {
        desk.acknowledge(id(id));
        return one(id);
    }

    private static Set<DeadlineState> states(String text) {
        Set<DeadlineState> states = EnumSet.noneOf(DeadlineState.class);
        if (text != null && !text.isBlank()) {
            for (String word : text.split(",")) {
                states.add(state(word.strip()));
            }
        }
        return states;
    }

    private static DeadlineState state(String word) {
        try {
            return KebabCase.read(DeadlineState.class, word);
        } catch (IllegalArgumentException e) {
            throw Invalid.field(
                    "state", Reason.of("deadline.refusal.state", "running, met, met-late, overdue, waived"));
        }
    }

    private Instant moment(String text) {
        try {
            return Moment.read(text, settings.zone());
        } catch (Refused e) {
            throw Invalid.field("dueBefore", e.reason());
        }
    }

    private static UUID subject(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Invalid.field("subject", Reason.of("deadline.refusal.subject"));
        }
    }

    private static UUID id(String text) {
        return Ids.read(text, "deadline.refusal.unknown");
    }

    /** A deadline as programs read it. */
    @Schema(name = "Deadline")
    public record DeadlineJson(
            UUID id,
            String subjectKind,
            UUID subject,
            String subjectName,

            @Schema(description = "What is to be done, in kebab case")
            String kind,

            @Schema(description = "What demands it: template and clause, or act and article")
            String clause,

            @Schema(description = "How long, in ISO 8601, or without-delay")
            String rule,

            Instant startsAt,
            @Schema(description = "When alarms run") Instant dueAt,

            @Schema(description = "When the period expires by law, up to an hour later")
            Instant legalEnd,

            String zone,
            String state,
            Instant flaggedAt,
            Instant endedAt,
            String endedBy,
            String reason,
            Instant acknowledgedAt,
            String acknowledgedBy) {

        static DeadlineJson of(Deadline d) {
            return new DeadlineJson(
                    d.id(),
                    d.subject().kind(),
                    d.subject().id(),
                    d.subject().name(),
                    d.kind(),
                    d.clause(),
                    d.rule().toString(),
                    d.startsAt(),
                    d.dueAt(),
                    d.legalEndAt(),
                    d.zone().getId(),
                    KebabCase.of(d.state()),
                    d.flaggedAt().orElse(null),
                    d.endedAt().orElse(null),
                    d.endedBy().orElse(null),
                    d.reason().orElse(null),
                    d.acknowledgedAt().orElse(null),
                    d.acknowledgedBy().orElse(null));
        }
    }
}
