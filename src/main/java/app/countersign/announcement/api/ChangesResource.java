package app.countersign.announcement.api;

import app.countersign.access.Scoped;
import app.countersign.announcement.AnnouncementRecords;
import app.countersign.announcement.Announcing;
import app.countersign.announcement.AnswerState;
import app.countersign.announcement.Answering;
import app.countersign.announcement.Withdrawing;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.Reason;
import app.countersign.kernel.api.Problems;
import app.countersign.subprocessor.ChangeKind;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /sub-processor-changes}: what is announced, whom it was told, and what they answered. */
@Path("/sub-processor-changes")
@Scoped("sub-processors")
@Tag(name = "Sub-processors")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ChangesResource {

    @Inject
    private AnnouncementRecords records;

    @Inject
    private Announcing announcing;

    @Inject
    private Answering answering;

    @Inject
    private Withdrawing withdrawing;

    @Context
    private HttpHeaders headers;

    @Schema(name = "SubProcessorChangeList")
    public record Page(
            List<ChangeJson> items,

            @Schema(description = "Give it as 'after' for the next page; missing on the last")
            UUID next) {}

    @Schema(name = "SubProcessorChangeNoticeList")
    public record NoticePage(
            List<ChangeJson.NoticeJson> items,

            @Schema(description = "Give it as 'after' for the next page; missing on the last")
            UUID next) {}

    @Schema(name = "NewSubProcessorChange")
    public record Entry(
            @Schema(enumeration = {"new", "replaced", "moved", "ended"})
            String kind,

            @Schema(description = "Id of the sub-processor it is about; of a replacement the one that comes")
            String subProcessor,

            @Schema(description = "Of a replacement: id of the one that goes")
            String replaced,

            @Schema(description = "Of a move: where data is processed from then on", example = "[\"IE\"]")
            List<String> places,

            @Schema(description = "Of a move: any of scc, bcr, dpf-eu, dpf-ch")
            List<String> safeguards,

            @Schema(description = "The first day, yyyy-mm-dd", example = "2027-01-15")
            String on,

            @Schema(description = "Why, and what it means for the controllers")
            String words) {

        Announcing.Wish wish() {
            return new Announcing.Wish(
                    kind(kind),
                    maybe(subProcessor)
                            .orElseThrow(
                                    () -> Invalid.field("subProcessor", Reason.of("subprocessor.refusal.unknown"))),
                    maybe(replaced).orElse(null),
                    places == null ? "" : String.join(",", places),
                    safeguards,
                    on,
                    words);
        }

        private static ChangeKind kind(String word) {
            try {
                return KebabCase.read(ChangeKind.class, word == null ? "" : word);
            } catch (IllegalArgumentException e) {
                List<String> words =
                        Arrays.stream(ChangeKind.values()).map(KebabCase::of).toList();
                throw Invalid.field("kind", Reason.of("subprocessor.complaint.word", String.join(", ", words)));
            }
        }
    }

    @Schema(name = "SubProcessorObjection")
    public record Objection(
            @Schema(description = "Number of the contract") String contract, String reason) {}

    @Schema(name = "SubProcessorConsent")
    public record Consent(
            @Schema(description = "Number of the contract") String contract) {}

    @GET
    @Operation(summary = "Announced changes, the newest first")
    public Page list(@QueryParam("after") String after, @DefaultValue("50") @QueryParam("limit") int limit) {
        AnnouncementRecords.Page<AnnouncementRecords.Row> page =
                records.page(Optional.empty(), Optional.ofNullable(after).map(ChangesResource::id), limit);
        return new Page(
                page.items().stream().map(ChangeJson::of).toList(), page.next().orElse(null));
    }

    @POST
    @Operation(
            summary = "Announce a change; a job tells every controller whom it concerns",
            description = "Each contract's own clause says whether its controller is asked, whether silence counts, and"
                    + " how long ahead it must be told.")
    @APIResponse(
            responseCode = "202",
            content = @Content(schema = @Schema(implementation = ChangeJson.class)),
            description = "Announced; ask its address how far the telling is")
    @APIResponse(responseCode = "409", description = "It is announced already")
    @APIResponse(responseCode = "422", description = "A place is not allowed, or the day is too early for a clause")
    public Response announce(Entry entry) {
        UUID id = announcing.announce(required(entry).wish());
        return Response.accepted(change(id.toString()))
                .location(URI.create("sub-processor-changes/" + id))
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One change, and how many controllers stand how")
    public ChangeJson change(@PathParam("id") String id) {
        return ChangeJson.of(records.change(id(id)));
    }

    @GET
    @Path("{id}/notices")
    @Operation(summary = "Who was told when, by which clause, what was answered, and what proves it")
    public NoticePage notices(
            @PathParam("id") String id,
            @Parameter(description = "waiting, consented, objected, unopposed, informed or barred") @QueryParam("state")
                    String state,
            @Parameter(description = "A part of the controller's name or the contract's number") @QueryParam("q")
                    String text,
            @QueryParam("after") String after,
            @DefaultValue("50") @QueryParam("limit") int limit) {
        Locale language = Problems.language(headers);
        AnnouncementRecords.Page<AnnouncementRecords.Proof> page = records.notices(
                id(id),
                state == null ? Set.of() : Set.of(state(state)),
                text,
                Optional.ofNullable(after).map(ChangesResource::id),
                limit);
        return new NoticePage(
                page.items().stream()
                        .map(proof -> ChangeJson.NoticeJson.of(proof, language))
                        .toList(),
                page.next().orElse(null));
    }

    @Schema(name = "SubProcessorChangeWithdrawal")
    public record Withdrawal(
            @Schema(description = "Why; it is told to everybody who had been told")
            String reason) {}

    @POST
    @Path("{id}/withdrawal")
    @Operation(summary = "Withdraw an announcement that was a mistake; whoever had been told is told so")
    @APIResponse(responseCode = "202", description = "Withdrawn; a job tells those who had been told")
    @APIResponse(responseCode = "409", description = "It is withdrawn already, or in effect somewhere")
    public Response withdraw(@PathParam("id") String id, Withdrawal withdrawal) {
        withdrawing.withdraw(id(id), required(withdrawal).reason());
        return Response.accepted(change(id)).build();
    }

    @POST
    @Path("{id}/objections")
    @Operation(summary = "Record an objection that came in another way than by the controller's link")
    @APIResponse(responseCode = "201", description = "Recorded; the change stops for that contract")
    @APIResponse(responseCode = "409", description = "The change is in effect there, or the contract is not asked")
    public Response object(@PathParam("id") String id, Objection objection) {
        Objection given = required(objection);
        answering.recordObjection(id(id), given.contract(), given.reason());
        return Response.status(Response.Status.CREATED).entity(change(id)).build();
    }

    @POST
    @Path("{id}/consents")
    @Operation(summary = "Record a consent that came in writing")
    @APIResponse(responseCode = "201", description = "Recorded")
    public Response consent(@PathParam("id") String id, Consent consent) {
        answering.recordConsent(id(id), required(consent).contract());
        return Response.status(Response.Status.CREATED).entity(change(id)).build();
    }

    private static AnswerState state(String word) {
        try {
            return KebabCase.read(AnswerState.class, word);
        } catch (IllegalArgumentException e) {
            List<String> words =
                    Arrays.stream(AnswerState.values()).map(KebabCase::of).toList();
            throw Invalid.field("state", Reason.of("subprocessor.complaint.word", String.join(", ", words)));
        }
    }

    private static <T> T required(T body) {
        if (body == null) {
            throw new BadRequestException();
        }
        return body;
    }

    private static UUID id(String text) {
        return maybe(text).orElseThrow(() -> NotFound.because("announcement.refusal.unknown"));
    }

    private static Optional<UUID> maybe(String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
