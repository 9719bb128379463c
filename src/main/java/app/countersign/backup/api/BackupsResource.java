package app.countersign.backup.api;

import app.countersign.access.Scoped;
import app.countersign.backup.Backups;
import app.countersign.backup.Run;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.api.Problems;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /backups}: what was saved, whether it is proven, and when the next one comes. */
@Path("/backups")
@Tag(name = "Backups")
@Scoped("backups")
@Produces(MediaType.APPLICATION_JSON)
public class BackupsResource {

    private static final int LARGEST_PAGE = 200;

    @Inject
    private Backups backups;

    @Context
    private HttpHeaders headers;

    @Schema(name = "BackupList")
    public record Page(
            @Schema(description = "Whether there is a folder for backups; without one none is made")
            boolean configured,

            @Schema(description = "ISO 8601, as PT4H") String every,

            String keep,
            Instant next,
            Instant lastVerified,
            List<BackupJson> items) {}

    @Schema(name = "Backup")
    public record BackupJson(
            UUID id,

            @Schema(description = "asked, writing, verifying, verified or failed")
            String state,

            String file,
            Instant startedAt,
            Instant finishedAt,
            long bytes,
            long rowsDone,
            long rowsTotal,
            long files,
            String problem) {}

    @GET
    @Operation(summary = "How it stands with the backups, and the newest of them")
    public Page list(@DefaultValue("50") @QueryParam("limit") int limit) {
        Backups.Standing standing = backups.standing(Math.min(Math.max(limit, 1), LARGEST_PAGE));
        Locale language = Problems.language(headers);
        return new Page(
                standing.folder().isPresent(),
                standing.every().toString(),
                standing.keep().toString(),
                standing.next().orElse(null),
                standing.verified().flatMap(Run::finishedAt).orElse(null),
                standing.newest().stream().map(run -> json(run, language)).toList());
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Make a backup now")
    @APIResponse(responseCode = "202", description = "It begins within seconds, or one is under way already")
    public Response make() {
        return Response.accepted(json(backups.now(), Problems.language(headers)))
                .build();
    }

    private static BackupJson json(Run run, Locale language) {
        return new BackupJson(
                run.id(),
                KebabCase.of(run.state()),
                run.fileName().orElse(null),
                run.since(),
                run.finishedAt().orElse(null),
                run.fileSize(),
                run.rowsDone(),
                run.rowsTotal(),
                run.files(),
                run.problem().map(reason -> reason.in(language)).orElse(null));
    }
}
