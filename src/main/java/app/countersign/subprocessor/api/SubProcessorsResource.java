package app.countersign.subprocessor.api;

import app.countersign.access.Scoped;
import app.countersign.kernel.Ids;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import app.countersign.kernel.api.Problems;
import app.countersign.party.Organisation;
import app.countersign.party.OrganisationDetails;
import app.countersign.subprocessor.EngagementDetails;
import app.countersign.subprocessor.EngagementFilter;
import app.countersign.subprocessor.EngagementState;
import app.countersign.subprocessor.Engaging;
import app.countersign.subprocessor.RegisterRecords;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /sub-processors}: who processes data for the processors, where, on what contract. */
@Path("/sub-processors")
@Scoped("sub-processors")
@Tag(name = "Sub-processors")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SubProcessorsResource {

    @Inject
    private RegisterRecords records;

    @Inject
    private Engaging engaging;

    @Context
    private HttpHeaders headers;

    @Schema(name = "SubProcessorList")
    public record Page(
            List<SubProcessorJson> items,

            @Schema(description = "Give it as 'after' for the next page; missing on the last")
            UUID next) {}

    @Schema(name = "SubProcessorEntry")
    public record Entry(
            @Schema(description = "Code of the processor that engages it; of a new one", example = "okomo")
            String processor,

            @Schema(description = "Of a new one") String name,

            @Schema(description = "Of a new one; may be missing")
            String address,

            @Schema(description = "Seat, ISO 3166-1 alpha-2; of a new one", example = "IE")
            String country,

            @Schema(description = "What is done") String service,

            @Schema(description = "Where data is processed, ISO 3166-1 alpha-2", example = "[\"DE\"]")
            List<String> places,

            @Schema(enumeration = {"none", "conditional", "yes"})
            String personal,

            @Schema(description = "Which data, or in which case; needed for 'conditional'")
            String data,

            @Schema(
                    description = "How the contract with it was concluded",
                    enumeration = {"signed", "countersigned", "clicked", "unstated", "none"})
            String basis,

            @Schema(description = "Whether it has been told of its duties")
            Boolean informed,

            @Schema(description = "Any of scc, bcr, dpf-eu, dpf-ch")
            List<String> safeguards,

            @Schema(description = "The document of the controllers' contract that names it")
            String document,

            String remarks,

            @Schema(description = "Id of the one whose further sub-processor it is")
            String parent,

            @Schema(description = "First day, yyyy-mm-dd") String since,

            @Schema(description = "Last day, yyyy-mm-dd") String until,

            @Schema(description = "For a change: the version that was read")
            Long version) {

        EngagementDetails details() {
            return EngagementDetails.read(new EngagementDetails.Typed(
                    service,
                    places == null ? "" : String.join(",", places),
                    personal,
                    data,
                    basis,
                    Boolean.TRUE.equals(informed),
                    safeguards,
                    document,
                    remarks,
                    parent,
                    since,
                    until));
        }

        OrganisationDetails organisation() {
            return OrganisationDetails.read(name, address, country, "", "");
        }
    }

    @GET
    @Operation(summary = "The register by name, each entry with what contracts and law say of its places")
    public Page list(
            @Parameter(description = "Code of the processor") @QueryParam("processor") String processor,
            @Parameter(description = "planned, current or ended") @QueryParam("state") String state,
            @Parameter(description = "A part of name or service") @QueryParam("q") String text,
            @QueryParam("after") String after,
            @DefaultValue("50") @QueryParam("limit") int limit) {
        EngagementFilter filter = new EngagementFilter(
                Optional.ofNullable(processor).map(this::processor),
                Optional.ofNullable(state).map(SubProcessorsResource::state),
                text);
        RegisterRecords.Page page =
                records.page(filter, Optional.ofNullable(after).map(SubProcessorsResource::id), limit);
        Locale language = Problems.language(headers);
        return new Page(
                page.items().stream()
                        .map(row -> SubProcessorJson.of(row, language))
                        .toList(),
                page.next().orElse(null));
    }

    /** Of one that is not the caller's there is nothing. */
    private UUID processor(String code) {
        return records.processors().stream()
                .filter(one -> one.code().filter(code::equals).isPresent())
                .findFirst()
                .map(Organisation::id)
                .orElse(new UUID(0, 0));
    }

    private static EngagementState state(String word) {
        try {
            return KebabCase.read(EngagementState.class, word);
        } catch (IllegalArgumentException e) {
            List<String> words =
                    Arrays.stream(EngagementState.values()).map(KebabCase::of).toList();
            throw Invalid.field("state", Reason.of("subprocessor.complaint.word", String.join(", ", words)));
        }
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One sub-processor")
    public SubProcessorJson subProcessor(@PathParam("id") String id) {
        return SubProcessorJson.of(records.details(id(id)).row(), Problems.language(headers));
    }

    @POST
    @Operation(
            summary = "Enter a sub-processor",
            description = "Refused with the clause where a contract excludes a place, and where nothing carries the"
                    + " transfer and no document of the contracts names it.")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = SubProcessorJson.class)),
            description = "Entered")
    @APIResponse(responseCode = "422", description = "A field is incomplete, or a place is not allowed")
    public Response enter(Entry entry) {
        Entry given = required(entry);
        Invalid.together(given::organisation, given::details);
        UUID id = engaging.enter(given.processor(), given.organisation(), given.details());
        return Response.created(URI.create("sub-processors/" + id))
                .entity(subProcessor(id.toString()))
                .build();
    }

    @PUT
    @Path("{id}")
    @Operation(
            summary = "Change what is known of a sub-processor",
            description = "A safeguard that was lost is recorded, not refused: the answer says which contracts it hits."
                    + " Processor, name, address and country stay.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = SubProcessorJson.class)),
            description = "Changed")
    @APIResponse(responseCode = "409", description = "Somebody has changed it since that version")
    public SubProcessorJson amend(@PathParam("id") String id, Entry entry) {
        Entry given = required(entry);
        if (given.version() == null) {
            throw new BadRequestException();
        }
        engaging.amend(id(id), given.version(), given.details());
        return subProcessor(id);
    }

    private static Entry required(Entry entry) {
        if (entry == null) {
            throw new BadRequestException();
        }
        return entry;
    }

    private static UUID id(String text) {
        return Ids.read(text, "subprocessor.refusal.unknown");
    }
}
