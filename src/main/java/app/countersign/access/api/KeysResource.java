package app.countersign.access.api;

import app.countersign.access.ApiKeys;
import app.countersign.access.Scoped;
import app.countersign.kernel.Ids;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /keys}: the API keys of an account. */
@Scoped("keys")
@Path("/keys")
@Tag(name = "API keys")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class KeysResource {

    @Inject
    private ApiKeys keys;

    @Schema(name = "KeyList")
    public record Page(List<KeyJson> items, String next) {}

    @Schema(name = "Key")
    public record KeyJson(
            UUID id,
            String account,
            String label,

            @Schema(description = "The last letters of the key")
            String hint,

            Set<String> scopes,

            @Schema(enumeration = {"valid", "expired", "revoked"})
            String state,

            Instant createdAt,

            @Schema(description = "Missing for the key of the settings")
            Instant expiresAt,

            @Schema(description = "To the minute; missing if never used")
            Instant lastUsedAt,

            @Schema(description = "The key itself, in the answer to its making and never again")
            String key) {

        static KeyJson of(ApiKeys.Row row, String key) {
            return new KeyJson(
                    row.id(),
                    row.account(),
                    row.label(),
                    row.hint(),
                    row.scopes(),
                    row.state(),
                    row.createdAt(),
                    row.expiresAt().orElse(null),
                    row.lastUsedAt().orElse(null),
                    key);
        }
    }

    @Schema(name = "NewKey")
    public record Entry(
            @Schema(description = "What the key is for") String label,

            @Schema(description = "What it opens, such as contracts:read; never more than its account may do")
            List<String> scopes,

            @Schema(
                    description =
                            "The last day on which it opens anything: at most two years from now, a year if missing",
                    example = "2027-11-30")
            String expiresOn) {

        LocalDate lastDay() {
            try {
                return expiresOn == null ? null : LocalDate.parse(expiresOn);
            } catch (DateTimeException e) {
                throw Invalid.field("expiresOn", Reason.of("access.key.complaint.end"));
            }
        }
    }

    @GET
    @Operation(summary = "List the account's API keys, the newest first")
    public Page list(@Parameter(description = "Of all accounts; for administrators") @QueryParam("all") boolean all) {
        List<ApiKeys.Row> rows = all ? keys.all() : keys.mine();
        return new Page(rows.stream().map(row -> KeyJson.of(row, null)).toList(), null);
    }

    @POST
    @Operation(summary = "Make an API key; the key itself is in this answer only")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = KeyJson.class)),
            description = "Made")
    @APIResponse(responseCode = "409", description = "A key can't make one that opens more, or for longer, than itself")
    @APIResponse(responseCode = "422", description = "Fields are missing or implausible: see errors")
    public Response make(Entry entry) {
        if (entry == null) {
            throw new BadRequestException();
        }
        Set<String> scopes = entry.scopes() == null ? Set.of() : new LinkedHashSet<>(entry.scopes());
        ApiKeys.Made made = keys.make(entry.label(), scopes, entry.lastDay());
        return Response.created(URI.create("keys/" + made.row().id()))
                .entity(KeyJson.of(made.row(), made.key()))
                .build();
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Revoke an API key: it opens nothing from now on")
    @APIResponse(responseCode = "204", description = "Revoked")
    @APIResponse(responseCode = "404", description = "There is no such key, or it is another account's")
    public void revoke(@PathParam("id") String id) {
        keys.revoke(id(id));
    }

    private static UUID id(String text) {
        return Ids.read(text, "access.key.refusal.unknown");
    }
}
