package app.countersign.contract.api;

import app.countersign.access.Scoped;
import app.countersign.contract.Checking;
import app.countersign.contract.ContractDocument;
import app.countersign.contract.ContractFilter;
import app.countersign.contract.ContractRecords;
import app.countersign.contract.ContractState;
import app.countersign.contract.Countersigning;
import app.countersign.contract.DocumentKind;
import app.countersign.contract.Issuing;
import app.countersign.contract.Previewing;
import app.countersign.contract.ReturnedFile;
import app.countersign.contract.Returning;
import app.countersign.contract.Terminating;
import app.countersign.document.StoredFiles;
import app.countersign.kernel.Ids;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.Reason;
import app.countersign.kernel.api.Problems;
import app.countersign.trail.Trail;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /contracts}: from issue to the end. */
@Scoped("contracts")
@Path("/contracts")
@Tag(name = "Contracts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ContractsResource {

    /** What a complaint calls a field, and where it stands in the body. */
    private static final Map<String, String> CONTROLLER_FIELDS = Map.of(
            "email", "controller.email",
            "contactName", "controller.contactName",
            "controller.company", "controller.name");

    @Inject
    private Issuing issuing;

    @Inject
    private Checking checking;

    @Inject
    private Countersigning countersigning;

    @Inject
    private Returning returning;

    @Inject
    private Terminating terminating;

    @Inject
    private Previewing previewing;

    @Inject
    private ContractRecords records;

    @Inject
    private StoredFiles files;

    @Inject
    private Trail trail;

    @Context
    private HttpHeaders headers;

    /** @param portalUrl the controller's personal link; shown once, since only its hash is kept. Missing for a draft */
    @Schema(name = "IssuedContract")
    public record Issued(UUID id, String number, String state, String portalUrl) {

        static Issued of(Issuing.Issued issued) {
            return new Issued(issued.id(), issued.number(), KebabCase.of(issued.state()), issued.portalUrl());
        }
    }

    @POST
    @Operation(summary = "Issue a contract: the document is made and the controller gets a personal link")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = Issued.class)),
            description = "Issued")
    @APIResponse(responseCode = "422", description = "Fields are missing or implausible: see errors")
    public Response issue(ContractRequests.New wanted) {
        ContractRequests.New given = Bodies.required(wanted);
        Issued issued = Bodies.named(CONTROLLER_FIELDS, () -> made(given));
        return Response.created(URI.create("contracts/" + issued.id()))
                .entity(issued)
                .build();
    }

    private Issued made(ContractRequests.New given) {
        if (Boolean.TRUE.equals(given.draft())) {
            UUID id = issuing.draft(given.toActivity());
            return new Issued(id, records.details(id).number(), "draft", null);
        }
        return Issued.of(issuing.issue(given.toActivity()));
    }

    @GET
    @Operation(summary = "List contracts, the newest first")
    public ContractJson.Page list(
            @Parameter(description = "One state, or several with commas between") @QueryParam("state") String state,
            @QueryParam("processor") String processor,
            @QueryParam("template") String template,
            @QueryParam("controller") UUID controller,
            @Parameter(description = "A number, the reference of a paper, or words of the controller's name")
                    @QueryParam("q")
                    String text,
            @Parameter(
                            description = "Only those that were concluded elsewhere and whose paper is missing",
                            schema = @Schema(enumeration = {"missing"}))
                    @QueryParam("paper")
                    String paper,
            @Parameter(description = "'next' of the page before") @QueryParam("after") Long after,
            @DefaultValue("50") @QueryParam("limit") int limit) {
        ContractFilter filter = new ContractFilter(
                given(state).map(ContractsResource::states).orElse(Set.of()),
                given(processor),
                given(template),
                Optional.ofNullable(controller),
                given(text),
                Optional.empty(),
                "missing".equals(paper));
        ContractRecords.Page page =
                records.page(filter, after == null ? OptionalLong.empty() : OptionalLong.of(after), limit);
        return new ContractJson.Page(
                page.items().stream().map(ContractJson.Row::of).toList(),
                page.next().isPresent() ? String.valueOf(page.next().getAsLong()) : null);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One contract: state, signature page, terms with their clauses, documents, history")
    public ContractJson.Whole contract(@PathParam("id") String id) {
        return whole(uuid(id));
    }

    @POST
    @Path("{id}/issue")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Issue a draft")
    public Issued issueDraft(@PathParam("id") String id) {
        return Issued.of(issuing.issue(uuid(id)));
    }

    @POST
    @Path("{id}/invitation")
    @Operation(summary = "Send the invitation again, with a new link that takes the place of all earlier ones")
    public Issued invite(@PathParam("id") String id, ContractRequests.Invitation to) {
        return Issued.of(
                to == null || to.email() == null
                        ? issuing.resend(uuid(id))
                        : issuing.resend(uuid(id), to.contactName(), to.email()));
    }

    @DELETE
    @Path("{id}/links")
    @Operation(summary = "Revoke all personal links to the contract")
    @APIResponse(responseCode = "204", description = "Revoked")
    public void revokeLinks(@PathParam("id") String id) {
        issuing.revokeLinks(uuid(id));
    }

    @GET
    @Path("{id}/documents/{kind}")
    @Produces({"application/pdf", MediaType.APPLICATION_JSON})
    @Operation(
            summary =
                    "A document, byte for byte as it is kept; of what came back, the file that counts or else the newest")
    @APIResponse(responseCode = "200", content = @Content(mediaType = "application/pdf"), description = "The PDF")
    @APIResponse(responseCode = "404", description = "There is no such document, or not yet")
    public Response document(
            @PathParam("id") String id,
            @Parameter(schema = @Schema(enumeration = {"issued", "countersigned", "concluded", "returned", "disposal"}))
                    @PathParam("kind")
                    String kind) {
        if (kind.equals("returned")) {
            ReturnedFile file = returning.file(uuid(id));
            String name = records.details(file.contractId()).number() + "-returned.pdf";
            return file(file.sha256(), file.size(), name);
        }
        ContractDocument document = records.document(uuid(id), kind(kind));
        return file(document.sha256(), document.size(), document.fileName());
    }

    private Response file(String sha256, long size, String name) {
        StreamingOutput stream = out -> {
            try (InputStream content = files.open(sha256)) {
                content.transferTo(out);
            }
        };
        return Response.ok(stream, "application/pdf")
                .header("Content-Length", size)
                .header("ETag", '"' + sha256 + '"')
                .header("Content-Disposition", "attachment; filename=\"" + name + '"')
                .build();
    }

    @PUT
    @Path("{id}/signature-page")
    @Operation(summary = "Record what the controller signed")
    public ContractJson.Whole recordPage(@PathParam("id") String id, ContractRequests.Page page) {
        checking.recordPage(uuid(id), Bodies.required(page).toEntry());
        return whole(uuid(id));
    }

    @POST
    @Path("{id}/acceptance")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "What came back is right")
    public ContractJson.Whole accept(@PathParam("id") String id) {
        checking.accept(uuid(id));
        return whole(uuid(id));
    }

    @POST
    @Path("{id}/refusal")
    @Operation(summary = "What came back is not right: the controller is told why and can sign again")
    public ContractJson.Whole refuse(@PathParam("id") String id, ContractRequests.Why why) {
        checking.refuse(uuid(id), Bodies.required(why).reason());
        return whole(uuid(id));
    }

    @POST
    @Scoped("countersign")
    @Path("{id}/countersignature")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Countersign: seal the document and send it to the controller")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ContractJson.Whole.class)),
            description = "Countersigned; in force if no other date is missing")
    @APIResponse(responseCode = "409", description = "Not accepted, already countersigned, or the key can't be used")
    public ContractJson.Whole countersign(@PathParam("id") String id) {
        countersigning.countersign(uuid(id));
        return whole(uuid(id));
    }

    @POST
    @Path("{id}/withdrawal")
    @Operation(summary = "Give up a contract that is not in force")
    public ContractJson.Whole withdraw(@PathParam("id") String id, ContractRequests.Why why) {
        terminating.withdraw(uuid(id), why == null ? null : why.reason());
        return whole(uuid(id));
    }

    @PUT
    @Path("{id}/main-contract")
    @Operation(summary = "Record when the main or service contract was signed")
    public ContractJson.Whole recordMainContract(@PathParam("id") String id, ContractRequests.MainContract main) {
        LocalDate day = ContractRequests.day("signedOn", Bodies.required(main).signedOn());
        return Bodies.named(Map.of("mainContractSignedOn", "signedOn"), () -> {
            checking.recordMainContract(uuid(id), day);
            return whole(uuid(id));
        });
    }

    @POST
    @Path("{id}/termination")
    @Operation(
            summary = "End a contract that is in force",
            description = "Its last day is computed from its terms. A later end than the one that stands is refused.")
    public ContractJson.Whole terminate(@PathParam("id") String id, ContractRequests.Termination end) {
        return Bodies.named(Map.of("lastDay", "date"), () -> ended(id, Bodies.required(end)));
    }

    private ContractJson.Whole ended(String id, ContractRequests.Termination given) {
        terminating.terminate(uuid(id), given.toDeclaration());
        return whole(uuid(id));
    }

    @POST
    @Path("{id}/termination/preview")
    @Operation(summary = "On which day that would end the contract, and by which clause; nothing is changed")
    public ContractJson.Planned preview(@PathParam("id") String id, ContractRequests.Termination end) {
        return Bodies.named(
                Map.of("lastDay", "date"),
                () -> ContractJson.Planned.of(
                        previewing.end(uuid(id), Bodies.required(end).toDeclaration()), Problems.language(headers)));
    }

    @POST
    @Path("{id}/termination/withdrawal")
    @Operation(summary = "Take a notice back, with the other party's consent, before it has ended the contract")
    public ContractJson.Whole withdrawNotice(@PathParam("id") String id, ContractRequests.Why why) {
        terminating.withdrawNotice(uuid(id), why == null ? null : why.reason());
        return whole(uuid(id));
    }

    @POST
    @Path("{id}/cure")
    @Operation(summary = "Set a time within which the other party is to cure a minor violation")
    public ContractJson.Whole demandCure(@PathParam("id") String id, ContractRequests.CureDemand demand) {
        ContractRequests.CureDemand given = Bodies.required(demand);
        terminating.demandCure(
                uuid(id),
                given.side(),
                given.since() == null ? null : ContractRequests.day("since", given.since()),
                ContractRequests.day("until", given.until()),
                given.violation());
        return whole(uuid(id));
    }

    @POST
    @Path("{id}/cure/settlement")
    @Operation(summary = "The violation is cured, or the complaint about it dropped")
    public ContractJson.Whole cured(@PathParam("id") String id, ContractRequests.Why why) {
        terminating.cured(uuid(id), why == null ? null : why.reason());
        return whole(uuid(id));
    }

    private ContractJson.Whole whole(UUID id) {
        return ContractJson.of(records.details(id), trail.of("contract", id), Problems.language(headers));
    }

    private static Optional<String> given(String text) {
        return Optional.ofNullable(text).filter(t -> !t.isBlank());
    }

    private static Set<ContractState> states(String words) {
        try {
            return Stream.of(words.split(","))
                    .map(word -> KebabCase.read(ContractState.class, word.strip()))
                    .collect(Collectors.toSet());
        } catch (IllegalArgumentException e) {
            throw Invalid.field("state", Reason.of("contract.complaint.state"));
        }
    }

    private static DocumentKind kind(String word) {
        return Map.of(
                        "issued",
                        DocumentKind.ISSUED,
                        "countersigned",
                        DocumentKind.COUNTERSIGNED,
                        "concluded",
                        DocumentKind.CONCLUDED,
                        "disposal",
                        DocumentKind.DISPOSAL)
                .entrySet()
                .stream()
                .filter(known -> known.getKey().equals(word))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> NotFound.because("contract.refusal.no-document"));
    }

    /** An id that is none is the id of nothing. */
    static UUID uuid(String text) {
        return Ids.read(text, "contract.refusal.unknown");
    }
}
