package app.countersign.importing.api;

import app.countersign.access.Scoped;
import app.countersign.importing.Importing;
import app.countersign.importing.Preview;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.api.FileNames;
import app.countersign.kernel.api.Problem;
import app.countersign.kernel.api.Problems;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /imports}: a table is brought, looked at, and entered as a whole. */
@Path("/imports")
@Scoped("imports")
@Tag(name = "Imports")
@Produces(MediaType.APPLICATION_JSON)
public class ImportsResource {

    private static final String FILE = "file";
    private static final String PAPERS = "papers";
    private static final int LONGEST_FIELD = 200;

    @Inject
    private Importing importing;

    @Context
    private HttpHeaders headers;

    /** A multipart form, as the API describes it. */
    @Schema(name = "NewImport")
    public record Form(
            @Schema(format = "binary", description = "CSV or XLSX of at most 5 MB and 2,000 rows")
            String file,

            @Schema(
                    format = "binary",
                    description = "ZIP of at most 200 MB with the signed papers (PDF) that a table of contracts names")
            String papers,

            @Schema(enumeration = {"sub-processors", "measures", "contracts"})
            String kind,

            @Schema(description = "Code of the processor", example = "okomo")
            String processor) {}

    @Schema(name = "Import")
    public record ImportJson(
            UUID id,
            String kind,
            String processor,
            String fileName,

            @Schema(description = "Whether it can be entered as it is")
            boolean good,

            @Schema(description = "How many rows would be entered")
            long toEnter,

            @Schema(description = "Heads of columns that mean nothing here")
            List<String> ignored,

            @Schema(description = "Papers that no row names")
            List<String> unused,

            List<LineJson> rows,
            List<ProblemJson> problems) {}

    @Schema(name = "ImportRow")
    public record LineJson(
            int row,
            String what,

            @Schema(description = "Whether it would be entered; else the remark says why not")
            boolean entered,

            @Schema(description = "What else than an entry would come of it: a contract that is in force")
            String outcome,

            String remark) {}

    @Schema(name = "ImportProblem")
    public record ProblemJson(
            int row,
            String column,

            @Schema(description = "Where a spreadsheet shows it", example = "C7")
            String cell,

            String message) {}

    @Schema(name = "ImportDone")
    public record Done(int entered) {}

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Bring a table and see what would come of it; nothing is entered",
            description = "Columns are recognised by the names of the API or by what pages call them, in any order."
                    + " A draft that nobody enters is forgotten after a day.")
    @RequestBody(
            required = true,
            content =
                    @Content(mediaType = MediaType.MULTIPART_FORM_DATA, schema = @Schema(implementation = Form.class)))
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = ImportJson.class)),
            description = "Kept as a draft of yours")
    @APIResponse(responseCode = "409", description = "It can't be read, or is more than one import may be")
    @APIResponse(
            responseCode = "422",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)),
            description = "Kind or processor is missing")
    public Response bring(List<EntityPart> form) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        for (EntityPart part : form) {
            if (!FILE.equals(part.getName()) && !PAPERS.equals(part.getName())) {
                fields.put(
                        part.getName(),
                        new String(part.getContent().readNBytes(LONGEST_FIELD), StandardCharsets.UTF_8));
            }
        }
        Optional<EntityPart> file = part(form, FILE);
        Optional<EntityPart> papers = part(form, PAPERS);
        UUID id;
        try (InputStream table = content(file);
                InputStream zip = content(papers)) {
            id = importing.bring(
                    fields.get("kind"),
                    fields.get("processor"),
                    table,
                    file.flatMap(EntityPart::getFileName).map(FileNames::inUtf8).orElse(null),
                    zip);
        }
        return Response.created(URI.create("imports/" + id))
                .entity(look(id.toString()))
                .build();
    }

    private static Optional<EntityPart> part(List<EntityPart> form, String name) {
        return form.stream().filter(part -> name.equals(part.getName())).findFirst();
    }

    /** Null if there is none. */
    private static InputStream content(Optional<EntityPart> part) {
        return part.map(EntityPart::getContent).orElse(null);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "What would come of it, as things are now")
    public ImportJson look(@PathParam("id") String id) {
        Preview preview = importing.preview(id(id));
        Locale language = Problems.language(headers);
        return new ImportJson(
                preview.id(),
                KebabCase.of(preview.kind()),
                preview.processor(),
                preview.fileName(),
                preview.isGood(),
                preview.toEnter(),
                preview.ignored(),
                preview.unused(),
                preview.lines().stream()
                        .map(line -> new LineJson(
                                line.row(),
                                line.what(),
                                line.entered(),
                                line.grave().map(what -> what.in(language)).orElse(null),
                                line.remark().map(why -> why.in(language)).orElse(null)))
                        .toList(),
                preview.problems().stream()
                        .map(problem -> new ProblemJson(
                                problem.row(),
                                problem.column(),
                                problem.place(),
                                problem.reason().in(language)))
                        .toList());
    }

    @POST
    @Path("{id}/entry")
    @Operation(summary = "Enter all of it in one transaction")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Done.class)),
            description = "Entered")
    @APIResponse(responseCode = "422", description = "Some rows are wrong; nothing was entered, and the draft stays")
    public Done enter(@PathParam("id") String id) {
        return new Done(importing.enter(id(id)));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Throw a draft away")
    @APIResponse(responseCode = "204", description = "It is gone")
    public void discard(@PathParam("id") String id) {
        importing.discard(id(id));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw NotFound.because("importing.refusal.unknown");
        }
    }
}
