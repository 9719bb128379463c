package app.countersign.contract.api;

import app.countersign.access.Scoped;
import app.countersign.contract.Authorising;
import app.countersign.contract.Signatory;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.Reason;
import app.countersign.party.Organisation;
import app.countersign.party.OrganisationDetails;
import app.countersign.party.Parties;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /processors}: for whom contracts are concluded here, and who may countersign them. For administrators. */
@Scoped("processors")
@Path("/processors")
@Tag(name = "Processors")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ProcessorsResource {

    @Inject
    private Parties parties;

    @Inject
    private Authorising authorising;

    @Schema(name = "ProcessorList")
    public record Page(List<Processor> items, String next) {}

    @Schema(name = "Processor")
    public record Processor(
            UUID id,
            @Schema(description = "What templates call it") String code,
            String name,
            String address,
            String country,
            String zone,
            List<SignatoryJson> signatories) {}

    @Schema(name = "Signatory")
    public record SignatoryJson(UUID id, String account, String person, String position, String place) {}

    @Schema(name = "ProcessorEntry")
    public record Entry(
            String name,
            String address,
            String country,
            String registerNumber,
            String language,

            @Schema(description = "In which its days begin and end", example = "Europe/Zurich")
            String zone) {}

    @GET
    @Operation(summary = "List the processors with their signatories")
    public Page list() {
        return new Page(parties.processors().stream().map(this::json).toList(), null);
    }

    @PUT
    @Path("{code}")
    @Operation(summary = "Enter the processor that templates call by that code, or change it")
    public Processor register(@PathParam("code") String code, Entry entry) {
        Entry given = Bodies.required(entry);
        OrganisationDetails details = OrganisationDetails.read(
                given.name(), given.address(), given.country(), given.registerNumber(), given.language());
        return json(parties.registerProcessor(code, details, zone(given.zone())));
    }

    @PUT
    @Path("{code}/signatories/{account}")
    @Operation(summary = "Let the person with that account countersign for the processor")
    public Processor authorise(
            @PathParam("code") String code, @PathParam("account") String account, SignatoryJson signatory) {
        SignatoryJson given = Bodies.required(signatory);
        authorising.authorise(account, code, given.person(), given.position(), given.place());
        return json(processor(code));
    }

    @DELETE
    @Path("{code}/signatories/{account}")
    @Operation(summary = "Let that person countersign no longer; what was signed stays signed")
    @APIResponse(responseCode = "204", description = "Revoked")
    public void revoke(@PathParam("code") String code, @PathParam("account") String account) {
        authorising.revoke(account, code);
    }

    private Organisation processor(String code) {
        return parties.processors().stream()
                .filter(p -> p.code().filter(code::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> NotFound.because("party.refusal.unknown"));
    }

    private Processor json(Organisation o) {
        return new Processor(
                o.id(),
                o.code().orElseThrow(),
                o.name(),
                o.address(),
                o.country().code(),
                o.zone().getId(),
                authorising.of(o.id()).stream()
                        .filter(Signatory::isAuthorised)
                        .map(s -> new SignatoryJson(s.id(), s.accountName(), s.person(), s.position(), s.place()))
                        .toList());
    }

    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(String.valueOf(id));
        } catch (DateTimeException e) {
            throw Invalid.field("zone", Reason.of("contract.complaint.zone"));
        }
    }
}
