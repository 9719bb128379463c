package app.countersign.webhook.api;

import app.countersign.access.Scoped;
import app.countersign.kernel.Ids;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.api.Problems;
import app.countersign.party.Organisation;
import app.countersign.webhook.Webhook;
import app.countersign.webhook.WebhookCall;
import app.countersign.webhook.WebhookDesk;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /webhooks}: programs that are called when something happens to a deadline. */
@Path("/webhooks")
@Scoped("webhooks")
@Tag(name = "Webhooks")
@Produces(MediaType.APPLICATION_JSON)
public class WebhooksResource {

    @Inject
    private WebhookDesk desk;

    @Context
    private HttpHeaders headers;

    @Schema(name = "WebhookList")
    public record Page(List<WebhookJson> items) {}

    @Schema(name = "Webhook")
    public record WebhookJson(
            UUID id,
            String label,
            String url,

            @Schema(description = "Code of the processor of whose matters it hears; missing where it hears of all")
            String processor,

            List<String> events,
            Instant createdAt,
            String createdBy,

            @Schema(description = "Whether the last call did not come through")
            boolean failing,

            @Schema(description = "What calls are signed with, in the answer to its making and never again")
            String secret) {}

    @Schema(name = "NewWebhook")
    public record Entry(
            @Schema(description = "What people call it") String label,

            @Schema(description = "https, and no address of the inner network unless the settings allow it")
            String url,

            @Schema(description = "Code of the processor of whose matters it hears; all if left out")
            String processor,

            @Schema(
                    description = "deadline.warned, deadline.due, deadline.escalated, deadline.acknowledged,"
                            + " deadline.met, deadline.waived; the first three if left out")
            List<String> events) {}

    @Schema(name = "WebhookCallList")
    public record Calls(List<CallJson> items) {}

    @Schema(name = "WebhookCall")
    public record CallJson(
            @Schema(description = "The webhook-id of every attempt")
            UUID id,

            String event,

            @Schema(enumeration = {"waiting", "delivered", "failed"})
            String state,

            Instant createdAt,
            int attempts,
            Instant triedAt,
            String problem) {}

    @GET
    @Operation(summary = "The programs that are called")
    public Page list() {
        return new Page(desk.all().stream().map(hook -> json(hook, null)).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Have a program called")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = WebhookJson.class)),
            description = "With the secret that calls are signed with, which is not shown again")
    @APIResponse(responseCode = "422", description = "Fields are missing or implausible: see errors")
    public Response add(Entry entry) {
        if (entry == null) {
            throw new BadRequestException();
        }
        List<String> events = entry.events() == null ? WebhookDesk.EVENTS.subList(0, 3) : entry.events();
        WebhookDesk.Made made = desk.add(entry.label(), entry.url(), entry.processor(), new HashSet<>(events));
        return Response.created(URI.create("webhooks/" + made.hook().id()))
                .entity(json(made.hook(), made.secret()))
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One of them")
    public WebhookJson one(@PathParam("id") String id) {
        return json(desk.details(id(id)), null);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Call it no more; calls that wait are dropped")
    @APIResponse(responseCode = "204", description = "It is gone")
    public void remove(@PathParam("id") String id) {
        desk.remove(id(id));
    }

    @POST
    @Path("{id}/test")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Call it within seconds, to see whether that comes through")
    @APIResponse(responseCode = "202", description = "The call waits; the list of calls shows what comes of it")
    public Response test(@PathParam("id") String id) {
        UUID call = desk.test(id(id));
        return Response.accepted(desk.latest(id(id)).stream()
                        .filter(one -> one.id().equals(call))
                        .findFirst()
                        .map(this::json)
                        .orElseThrow())
                .build();
    }

    @GET
    @Path("{id}/calls")
    @Operation(summary = "The last calls to it, the newest first")
    public Calls calls(@PathParam("id") String id) {
        return new Calls(desk.latest(id(id)).stream().map(this::json).toList());
    }

    private WebhookJson json(Webhook hook, String secret) {
        return new WebhookJson(
                hook.id(),
                hook.label(),
                hook.url(),
                hook.processor().map(this::code).orElse(null),
                hook.events(),
                hook.createdAt(),
                hook.createdBy(),
                hook.isFailing(),
                secret);
    }

    private String code(UUID processor) {
        return desk.processors().stream()
                .filter(one -> one.id().equals(processor))
                .findFirst()
                .flatMap(Organisation::code)
                .orElse(null);
    }

    private CallJson json(WebhookCall call) {
        Locale language = Problems.language(headers);
        return new CallJson(
                call.id(),
                call.event(),
                KebabCase.of(call.state()),
                call.createdAt(),
                call.attempts(),
                call.triedAt().orElse(null),
                call.problem().map(reason -> reason.in(language)).orElse(null));
    }

    private static UUID id(String text) {
        return Ids.read(text, "webhook.refusal.unknown");
    }
}
