package app.countersign.breach.api;

import app.countersign.access.Scoped;
import app.countersign.breach.Documenting;
import app.countersign.kernel.api.Problems;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /breaches/register}: every breach there was, notified or not (Art. 33(5) GDPR). */
@Path("/breaches/register")
@Scoped("breaches")
@Tag(name = "Breaches")
public class RegisterResource {

    @Inject
    private Documenting documenting;

    @Context
    private HttpHeaders headers;

    @GET
    @Produces("text/csv")
    @Operation(summary = "The register of all breaches as CSV, the newest first")
    public Response csv() {
        return Response.ok(documenting.register(Problems.language(headers)), "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"breaches.csv\"")
                .build();
    }
}
