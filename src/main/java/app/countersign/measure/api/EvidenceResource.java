package app.countersign.measure.api;

import app.countersign.access.Scoped;
import app.countersign.document.StoredFiles;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.api.FileNames;
import app.countersign.kernel.api.Problem;
import app.countersign.kernel.api.Problems;
import app.countersign.measure.Bringing;
import app.countersign.measure.Capturing;
import app.countersign.measure.Evidence;
import app.countersign.measure.EvidenceRecords;
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
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /measures/{id}/evidence}: what proves a measure. */
@Path("/measures/{id}/evidence")
@Scoped("measures")
@Tag(name = "Measures")
@Produces(MediaType.APPLICATION_JSON)
public class EvidenceResource {

    /** Of a part that is text: no field is longer. */
    private static final int LONGEST_FIELD = 40_000;

    private static final String FILE = "file";

    @Inject
    private EvidenceRecords records;

    @Inject
    private Bringing bringing;

    @Inject
    private Capturing capturing;

    @Inject
    private StoredFiles files;

    @Context
    private HttpHeaders headers;

    @Schema(name = "EvidenceList")
    public record Page(
            List<EvidenceJson> items,

            @Schema(description = "What to ask with as 'after' for more; missing on the last page")
            UUID next) {}

    @Schema(name = "Evidence")
    public record EvidenceJson(
            UUID id,

            @Schema(enumeration = {"file", "statement", "link", "fact", "probe"})
            String kind,

            @Schema(description = "What people call it; of a fact its name")
            String title,

            @Schema(description = "What a person says; of facts and probes what was found, in JSON")
            String words,

            String url,
            String name,

            @Schema(description = "What the file's first bytes show that it is")
            String mediaType,

            Long size,
            String sha256,

            @Schema(description = "When it was so") Instant at,

            @Schema(description = "How long it holds for this measure")
            Instant until,

            @Schema(description = "Whether it shows that the measure is kept")
            boolean good,

            String problem,
            String collectedBy,
            Instant addedAt,
            Instant withdrawnAt) {}

    /** A multipart form, as the API describes it. */
    @Schema(name = "NewEvidence")
    public record Form(
            @Schema(format = "binary", description = "A file; or else words or url")
            String file,

            @Schema(description = "Needed unless there is a file, which has a name")
            String title,

            @Schema(description = "A statement under your name")
            String words,

            @Schema(description = "Where the proof is to be found")
            String url,

            @Schema(
                    description =
                            "With a url: true to keep a file of what stands there now, which is then when it was so")
            String snapshot,

            @Schema(description = "When it was so: an instant, or a local time of the processor; now if left out")
            String at,

            @Schema(description = "How long that holds; as long as each measure says if left out")
            String until,

            @Schema(description = "Ids of more measures of the same processor that it serves, with commas between")
            String measures) {}

    @GET
    @Operation(summary = "What proves the measure, the newest first")
    public Page list(
            @PathParam("id") String id,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        EvidenceRecords.Page page = records.page(
                MeasuresResource.id(id),
                Optional.ofNullable(after).filter(one -> !one.isBlank()).map(MeasuresResource::id),
                limit);
        return new Page(
                page.items().stream().map(this::json).toList(), page.next().orElse(null));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Bring evidence: a file, a statement or a link",
            description = "A file is kept byte for byte and never opened; its type is told by its" + " first bytes.")
    @RequestBody(
            required = true,
            content =
                    @Content(mediaType = MediaType.MULTIPART_FORM_DATA, schema = @Schema(implementation = Form.class)))
    @APIResponse(
            responseCode = "201",
            description = "It is kept, and the light has turned",
            content = @Content(schema = @Schema(implementation = EvidenceJson.class)))
    @APIResponse(
            responseCode = "422",
            description = "Fields are missing or implausible, or the file is too large: see errors",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    public Response add(@PathParam("id") String id, List<EntityPart> form) throws IOException {
        Map<String, String> fields = fields(form);
        Set<UUID> measures = new LinkedHashSet<>(List.of(MeasuresResource.id(id)));
        Arrays.stream(fields.getOrDefault("measures", "").split("[,\\s]+"))
                .filter(more -> !more.isEmpty())
                .map(MeasuresResource::id)
                .forEach(measures::add);
        Bringing.Entry entry = new Bringing.Entry(measures, fields.get("title"), fields.get("at"), fields.get("until"));
        Evidence evidence = kept(form, fields, entry);
        return Response.created(URI.create("measures/" + id + "/evidence/" + evidence.id()))
                .entity(json(records.details(evidence.id())))
                .build();
    }

    private Evidence kept(List<EntityPart> form, Map<String, String> fields, Bringing.Entry entry) throws IOException {
        Optional<EntityPart> file =
                form.stream().filter(part -> part.getName().equals(FILE)).findFirst();
        if (file.isPresent()) {
            try (InputStream content = file.get().getContent()) {
                return bringing.bring(
                        entry,
                        content,
                        file.get().getFileName().map(FileNames::inUtf8).orElse(null));
            }
        }
        if (fields.containsKey("words")) {
            return bringing.state(entry, fields.get("words"));
        }
        if (fields.containsKey("url")) {
            return Boolean.parseBoolean(fields.get("snapshot"))
                    ? capturing.capture(entry, fields.get("url"))
                    : bringing.link(entry, fields.get("url"));
        }
        return bringing.bring(entry, null, null);
    }

    /** The parts that are text. */
    private static Map<String, String> fields(List<EntityPart> form) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        for (EntityPart part : form) {
            if (!part.getName().equals(FILE)) {
                fields.put(
                        part.getName(),
                        new String(part.getContent().readNBytes(LONGEST_FIELD), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    @GET
    @Path("{evidence}/file")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "The file as it was brought, or as it stood where the link leads")
    public Response file(@PathParam("id") String id, @PathParam("evidence") String evidence) {
        Evidence found = records.details(MeasuresResource.id(evidence)).evidence();
        if (!found.hasFile()) {
            throw NotFound.because("document.file.unknown");
        }
        StreamingOutput content = out -> {
            try (InputStream in = files.open(found.sha256().orElseThrow())) {
                in.transferTo(out);
            }
        };
        return Response.ok(content)
                .header("Content-Length", found.size().orElse(0L))
                .header("Content-Disposition", "attachment")
                .build();
    }

    @Schema(name = "EvidenceWithdrawal")
    public record Why(@Schema(required = true) String reason) {}

    @POST
    @Path("{evidence}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Say that it proves nothing any more; it is not deleted")
    public EvidenceJson withdraw(@PathParam("id") String id, @PathParam("evidence") String evidence, Why why) {
        UUID item = MeasuresResource.id(evidence);
        bringing.withdraw(item, why == null ? "" : why.reason());
        return json(records.details(item));
    }

    private EvidenceJson json(EvidenceRecords.Row row) {
        Evidence evidence = row.evidence();
        return new EvidenceJson(
                evidence.id(),
                KebabCase.of(evidence.kind()),
                evidence.title(),
                row.words().orElse(null),
                evidence.url().orElse(null),
                evidence.name().orElse(null),
                evidence.mediaType().orElse(null),
                evidence.size().orElse(null),
                evidence.sha256().orElse(null),
                evidence.occurredAt(),
                row.until(),
                evidence.isGood(),
                row.problem().map(why -> why.in(Problems.language(headers))).orElse(null),
                evidence.addedBy(),
                evidence.addedAt(),
                evidence.withdrawnAt().orElse(null));
    }
}
