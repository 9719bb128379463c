package app.countersign.mail.api;

import app.countersign.access.Scoped;
import app.countersign.kernel.Ids;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.api.Problems;
import app.countersign.mail.MailRoom;
import jakarta.inject.Inject;
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
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /mails}: what was sent, what waits, and why. */
@Scoped("mails")
@Path("/mails")
@Tag(name = "Mails")
@Produces(MediaType.APPLICATION_JSON)
public class MailsResource {

    private static final int LARGEST_PAGE = 200;

    @Inject
    private MailRoom mails;

    @Context
    private HttpHeaders headers;

    @Schema(name = "MailList")
    public record Page(List<MailJson> items, String next) {}

    @Schema(name = "Mail")
    public record MailJson(
            UUID id,
            String to,
            String subject,
            String state,
            int attempts,
            Instant createdAt,
            Instant nextAttemptAt,
            Instant sentAt,

            @Schema(description = "What keeps it from going, and what to do")
            String hint) {}

    @GET
    @Operation(summary = "The newest mails, those of one contract, or those that have not gone")
    public Page list(
            @Parameter(description = "Id of a contract") @QueryParam("contract") String contract,
            @QueryParam("unsent") boolean unsentOnly,
            @DefaultValue("50") @QueryParam("limit") int limit) {
        List<MailRoom.Row> rows = contract == null
                ? mails.newest(unsentOnly, Math.min(Math.max(limit, 1), LARGEST_PAGE))
                : mails.about("contract", id(contract));
        Locale language = Problems.language(headers);
        return new Page(rows.stream().map(row -> json(row, language)).toList(), null);
    }

    @POST
    @Path("{id}/retry")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Try a waiting or failed mail at once")
    @APIResponse(responseCode = "204", description = "It is tried within seconds")
    public void retry(@PathParam("id") String id) {
        mails.retry(id(id));
    }

    private static MailJson json(MailRoom.Row row, Locale language) {
        return new MailJson(
                row.id(),
                row.to(),
                row.subject(),
                KebabCase.of(row.state()),
                row.attempts(),
                row.createdAt(),
                row.nextAttemptAt().orElse(null),
                row.sentAt().orElse(null),
                row.hint().map(reason -> reason.in(language)).orElse(null));
    }

    private static UUID id(String text) {
        return Ids.read(text, "mail.refusal.unknown");
    }
}
