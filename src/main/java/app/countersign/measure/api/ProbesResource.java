package app.countersign.measure.api;

import app.countersign.access.Scoped;
import app.countersign.kernel.Ids;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import app.countersign.kernel.api.Problems;
import app.countersign.measure.Probe;
import app.countersign.measure.ProbeDesk;
import app.countersign.measure.ProbeKind;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /probes}: what is looked at by itself, to prove measures by what is found. */
@Path("/probes")
@Scoped("measures")
@Tag(name = "Measures")
@Produces(MediaType.APPLICATION_JSON)
public class ProbesResource {

    @Inject
    private ProbeDesk desk;

    @Context
    private HttpHeaders headers;

    @Schema(name = "ProbeList")
    public record Page(List<ProbeJson> items) {}

    @Schema(name = "Probe")
    public record ProbeJson(
            UUID id,

            @Schema(enumeration = {"tls", "header", "file-age", "dns", "sql"})
            String kind,

            String label,
            String target,
            String expected,

            @Schema(description = "How often it is looked at: PT1H")
            String every,

            List<UUID> measures,

            @Schema(description = "Missing as long as it has not looked")
            Instant lookedAt,

            @Schema(description = "Whether it found what it should")
            boolean good,

            String problem) {}

    @Schema(name = "NewProbe")
    public record Entry(
            @Schema(
                    required = true,
                    enumeration = {"tls", "header", "file-age", "dns", "sql"})
            String kind,

            @Schema(required = true, description = "What people call it")
            String label,

            @Schema(required = true, description = "host:port, an https address, or a folder that the settings permit")
            String target,

            @Schema(
                    required = true,
                    description = "TLSv1.2 P14D: that protocol at least, and a certificate that holds so long;"
                            + " strict-transport-security: max-age=; PT4H30M: the newest file is younger")
            String expected,

            @Schema(required = true, description = "Five minutes at least: PT1H")
            String every,

            @Schema(required = true, description = "Ids of those that it proves, all of one processor")
            List<UUID> measures) {}

    @GET
    @Operation(summary = "What is looked at by itself")
    public Page list() {
        return new Page(desk.all().stream().map(this::json).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Have something looked at, again and again")
    @APIResponse(responseCode = "201", description = "It is looked at within seconds")
    @APIResponse(responseCode = "422", description = "Fields are missing or implausible: see errors")
    public Response add(Entry entry) {
        Entry said = entry == null ? new Entry(null, null, null, null, null, null) : entry;
        Probe probe = desk.add(new ProbeDesk.Entry(
                kind(said.kind()),
                said.label(),
                said.target(),
                said.expected(),
                said.every(),
                said.measures() == null
                        ? List.of()
                        : said.measures().stream().filter(Objects::nonNull).toList()));
        return Response.created(URI.create("probes/" + probe.id()))
                .entity(json(probe))
                .build();
    }

    @POST
    @Path("{id}/look")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Look within seconds")
    @APIResponse(responseCode = "202", description = "The list shows what comes of it")
    public Response look(@PathParam("id") String id) {
        desk.look(id(id));
        return Response.accepted().build();
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Look no more; what was found stays")
    @APIResponse(responseCode = "204", description = "It is gone")
    public void remove(@PathParam("id") String id) {
        desk.remove(id(id));
    }

    private static ProbeKind kind(String word) {
        try {
            return KebabCase.read(ProbeKind.class, word);
        } catch (IllegalArgumentException e) {
            throw Invalid.field("kind", Reason.of("measure.complaint.kind"));
        }
    }

    private static UUID id(String text) {
        return Ids.read(text, "measure.refusal.unknown-probe");
    }

    private ProbeJson json(Probe probe) {
        return new ProbeJson(
                probe.id(),
                KebabCase.of(probe.kind()),
                probe.label(),
                probe.target(),
                probe.expected(),
                probe.every().toString(),
                probe.measures(),
                probe.lookedAt().orElse(null),
                probe.isGood(),
                probe.problem().map(why -> why.in(Problems.language(headers))).orElse(null));
    }
}
