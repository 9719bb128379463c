package app.countersign.breach.api;

import app.countersign.access.Scoped;
import app.countersign.breach.NoticeDetails;
import app.countersign.breach.NoticeFilter;
import app.countersign.breach.NoticeRecords;
import app.countersign.breach.NoticeState;
import app.countersign.breach.Notifying;
import app.countersign.breach.ToldHow;
import app.countersign.kernel.Ids;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import app.countersign.kernel.api.Problems;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /breaches/{id}/notices}: the letters to controllers and persons, and what proves that they were told. */
@Path("/breaches/{id}/notices")
@Scoped("breaches")
@Tag(name = "Breaches")
@Produces(MediaType.APPLICATION_JSON)
public class NoticesResource {

    @Inject
    private Notifying notifying;

    @Inject
    private NoticeRecords records;

    @Context
    private HttpHeaders headers;

    @Schema(name = "BreachNoticeList")
    public record Page(
            List<NoticeJson> items,

            @Schema(description = "What to give as after for the next page; null on the last")
            UUID next,

            NoticeJson.CountsJson counts,

            @Schema(description = "Whether letters are still being begun, for a very large breach")
            boolean drafting) {}

    @Schema(name = "NextPhase")
    public record NextPhase(
            @Schema(description = "controllers (if left out), or persons: from us as the controller (Art. 34 GDPR)")
            String audience,

            @Schema(description = "de or en, for persons; a controller is written to in the contract's language")
            String language) {}

    @Schema(name = "NoticeWords")
    public record WordsJson(
            @Schema(required = true) String subject,

            @Schema(required = true, description = "Paragraphs with an empty line between")
            String text,

            @Schema(required = true, description = "Of the notice that was looked at")
            Long version,

            @Schema(description = "Take the application's own words again, from the facts as they are")
            boolean anew) {}

    @Schema(name = "NoticeTold")
    public record Told(
            @Schema(required = true, description = "mail (sends it now), telephone, letter, in-person, public, other")
            String channel,

            @Schema(description = "When: an instant, or a local time in the breach's zone; now if left out")
            String at,

            @Schema(description = "Addresses to mail to instead of the contract's contact; the persons' own")
            List<String> to,

            @Schema(description = "Who was told") String recipient,

            @Schema(description = "Who told; the caller if left out")
            String by,

            String remark,

            @Schema(description = "Why it is late, where it is")
            String reason,

            @Schema(description = "Of the notice that was looked at; refused if it has changed since")
            Long version) {}

    @Schema(name = "NoticesMailed")
    public record MailAll(
            @Schema(description = "Why it is late, where it is for any of them")
            String reason) {}

    @GET
    @Operation(summary = "Notices, by whom they are for, without their words")
    public Page list(
            @PathParam("id") String id,
            @Parameter(description = "draft, unmailable, queued, sent, bounced; all if left out") @QueryParam("state")
                    String state,
            @Parameter(description = "What stands in the addressee's name or the contract's number") @QueryParam("q")
                    String text,
            @Parameter(description = "What next said") @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return page(
                uuid(id),
                new NoticeFilter(states(state), text),
                Optional.ofNullable(after).map(NoticesResource::uuid),
                limit);
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Begin the next phase for all who were told other facts than are known now")
    @APIResponse(responseCode = "201", description = "The notices as they are now, the first page")
    public Response next(@PathParam("id") String id, NextPhase body) {
        if (body != null && "persons".equals(body.audience())) {
            String language = body.language() == null ? "" : body.language();
            notifying.draftToPersons(uuid(id), language.isBlank() ? reader() : Locale.forLanguageTag(language));
        } else {
            notifying.draftNext(uuid(id));
        }
        return Response.status(Response.Status.CREATED)
                .entity(page(uuid(id), NoticeFilter.ALL, Optional.empty(), 200))
                .build();
    }

    @POST
    @Path("mailing")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Mail all that are not told yet, one after the other")
    @APIResponse(responseCode = "202", description = "How many notices are in which state; ask again for progress")
    public Response mailAll(@PathParam("id") String id, MailAll body) {
        notifying.tellAll(uuid(id), body == null ? null : body.reason());
        return Response.accepted(page(uuid(id), new NoticeFilter(Set.of(NoticeState.QUEUED), ""), Optional.empty(), 1))
                .build();
    }

    @GET
    @Path("{notice}")
    @Operation(summary = "One notice, with its words, versions, and what proves that it was told")
    public NoticeJson.DetailsJson one(@PathParam("id") String id, @PathParam("notice") String notice) {
        return json(records.details(uuid(id), uuid(notice)));
    }

    @PUT
    @Path("{notice}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Write other words, before it is told; each version is kept")
    @APIResponse(responseCode = "200", description = "The notice as it is now")
    public NoticeJson.DetailsJson amend(
            @PathParam("id") String id, @PathParam("notice") String notice, WordsJson body) {
        if (body == null || body.version() == null) {
            throw Invalid.field("version", Reason.of("kernel.text.missing"));
        }
        if (body.anew()) {
            notifying.writeAnew(uuid(id), uuid(notice), body.version());
        } else {
            notifying.amend(uuid(id), uuid(notice), body.version(), body.subject(), body.text());
        }
        return one(id, notice);
    }

    @POST
    @Path("{notice}/sent")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Mail it, or note that it was told in another way; the clock that demanded it ends")
    @APIResponse(responseCode = "200", description = "The notice as it is now")
    public NoticeJson.DetailsJson sent(@PathParam("id") String id, @PathParam("notice") String notice, Told body) {
        if (body == null) {
            throw Invalid.field("channel", Reason.of("kernel.text.missing"));
        }
        notifying.tell(
                uuid(id),
                uuid(notice),
                new ToldHow(
                        body.channel(),
                        body.at(),
                        body.to(),
                        body.recipient(),
                        body.by(),
                        body.remark(),
                        body.reason(),
                        body.version()));
        return one(id, notice);
    }

    @GET
    @Path("{notice}/letter")
    @Produces("application/pdf")
    @Operation(summary = "The letter as PDF/A: as it was told, or as it would be today")
    public Response letter(@PathParam("id") String id, @PathParam("notice") String notice) {
        NoticeRecords.Paper paper = records.letter(uuid(id), uuid(notice));
        return Response.ok(paper.pdf())
                .header("Content-Disposition", "attachment; filename=\"" + paper.name() + "\"")
                .build();
    }

    @GET
    @Path("{notice}/proof")
    @Operation(summary = "What proves that it was told: words, recipients, the mail server's answers, hashes, readings")
    public Map<String, Object> proof(@PathParam("id") String id, @PathParam("notice") String notice) {
        return records.proof(uuid(id), uuid(notice));
    }

    private Page page(UUID breach, NoticeFilter filter, Optional<UUID> after, int limit) {
        NoticeRecords.Page page = records.page(breach, filter, after, limit);
        return new Page(
                page.items().stream()
                        .map(notice -> NoticeJson.of(notice, reader()))
                        .toList(),
                page.next().orElse(null),
                NoticeJson.CountsJson.of(page.counts()),
                page.drafting());
    }

    private NoticeJson.DetailsJson json(NoticeDetails details) {
        return NoticeJson.DetailsJson.of(details, reader());
    }

    private Locale reader() {
        return Problems.language(headers);
    }

    private static Set<NoticeState> states(String word) {
        try {
            return word == null || word.isBlank() ? Set.of() : Set.of(KebabCase.read(NoticeState.class, word));
        } catch (IllegalArgumentException e) {
            throw Invalid.field("state", Reason.of("notice.complaint.state"));
        }
    }

    private static UUID uuid(String text) {
        return Ids.read(text, "notice.refusal.unknown");
    }
}
