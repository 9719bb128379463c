package app.countersign.kernel.api;

import app.countersign.kernel.Components;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /components}: of what the application is made. Whoever may sign in may read it: it tells nothing of anybody. */
@Path("/components")
@Tag(name = "Components", description = "Libraries and server, with versions and hashes")
public class ComponentsResource {

    @Inject
    private Components components;

    @GET
    @Produces({"application/vnd.cyclonedx+json", "application/json"})
    @Operation(operationId = "components", summary = "List all components as CycloneDX 1.6 (ECMA-424)")
    @APIResponse(responseCode = "200", description = "The list")
    public Response list() {
        return Response.ok(components.list(), Components.MEDIA_TYPE).build();
    }
}
