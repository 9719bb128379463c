package app.countersign.fact.api;

import app.countersign.access.Scoped;
import app.countersign.fact.FactRecords;
import app.countersign.kernel.OwnFact;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /facts}: what the application knows of its own protection. */
@Path("/facts")
@Scoped("facts:read")
@Tag(name = "Facts", description = "The application's own measures, as evidence")
@Produces(MediaType.APPLICATION_JSON)
public class FactsResource {

    /** Looked for once: each look opens every JAR. */
    private static final JsonProvider JSON = JsonProvider.provider();

    @Inject
    private FactRecords records;

    @Schema(name = "Facts")
    public record FactsJson(List<FactJson> items) {}

    @Schema(name = "Fact")
    public record FactJson(
            @Schema(description = "In kebab case: last-backup")
            String name,

            @Schema(description = "When it happened, or when it was looked at")
            Instant at,

            @Schema(description = "The measures of the templates' terms that it proves")
            List<String> measures,

            JsonObject values,

            @Schema(
                    description = "Over the canonical JSON (RFC 8785) of the members at, fact (the name) and values,"
                            + " the instant in ISO 8601 as Java writes it")
            String sha256) {

        static FactJson of(OwnFact fact) {
            try (var reader = JSON.createReader(new StringReader(fact.json()))) {
                return new FactJson(fact.name(), fact.at(), fact.measures(), reader.readObject(), fact.sha256());
            }
        }
    }

    @GET
    @Operation(summary = "How the application protects what it keeps, and when that was last proven")
    public FactsJson list() {
        return new FactsJson(records.all().stream().map(FactJson::of).toList());
    }
}
