package app.countersign.contract.api;

import app.countersign.access.Scoped;
import app.countersign.contract.Assigning;
import app.countersign.kernel.Ids;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import app.countersign.kernel.api.Problems;
import app.countersign.mail.Inbox;
import app.countersign.mail.IntakeMail;
import app.countersign.mail.IntakeState;
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
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /inbox}: mails that came in, and what is left to people. */
@Path("/inbox")
@Scoped("mails")
@Tag(name = "Inbox")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class InboxResource {

    @Inject
    private Inbox inbox;

    @Inject
    private Assigning assigning;

    @Context
    private HttpHeaders headers;

    /** @param unsorted mails that are fetched and not yet looked at */
    @Schema(name = "Inbox")
    public record InboxJson(List<MailboxJson> mailboxes, long unsorted, long waiting, List<MailJson> items) {}

    /** @param remaining mails that are still to be fetched
     * @param problem what keeps it from being read, and what to do */
    @Schema(name = "Mailbox")
    public record MailboxJson(String name, Instant readAt, int remaining, String problem) {}

    @Schema(name = "IncomingMail")
    public record MailJson(
            UUID id,
            String from,
            String subject,
            String state,
            String kind,
            Instant arrivedAt,
            String reason,
            UUID contract,
            List<FileJson> files) {}

    @Schema(name = "IncomingFile")
    public record FileJson(String name, String mediaType, long size, String sha256) {}

    /** @param number of the contract */
    @Schema(name = "Assignment")
    public record Assignment(String number) {}

    @Schema(name = "Dismissal")
    public record Dismissal(String remark) {}

    @GET
    @Operation(summary = "How it stands with the mailboxes, and the newest mails in a state")
    public InboxJson list(
            @Schema(enumeration = {"new", "waiting", "filed", "noted", "dismissed"})
                    @DefaultValue("waiting")
                    @QueryParam("state")
                    String state,
            @Parameter(description = "Those that arrived before: 'arrivedAt' of the last one of the page before")
                    @QueryParam("before")
                    String before,
            @DefaultValue("50") @QueryParam("limit") int limit) {
        Locale language = Problems.language(headers);
        return new InboxJson(
                inbox.mailboxes().stream().map(box -> json(box, language)).toList(),
                inbox.count(IntakeState.NEW),
                inbox.count(IntakeState.WAITING),
                inbox.mails(state(state), before(before), limit).stream()
                        .map(mail -> json(mail, language))
                        .toList());
    }

    @POST
    @Path("{id}/assignment")
    @Scoped("contracts")
    @Operation(summary = "Put the mail to the contract that it brings back")
    @APIResponse(responseCode = "204", description = "Its files are returns of that contract, for a person to decide")
    public void assign(@PathParam("id") String id, Assignment to) {
        assigning.assign(uuid(id), Bodies.required(to).number());
    }

    @POST
    @Path("{id}/dismissal")
    @Operation(summary = "Nothing follows from that mail")
    @APIResponse(responseCode = "204", description = "It stays in the mailbox")
    public void dismiss(@PathParam("id") String id, Dismissal why) {
        inbox.dismiss(uuid(id), Bodies.required(why).remark());
    }

    private static MailboxJson json(Inbox.Status box, Locale language) {
        return new MailboxJson(
                box.name(),
                box.succeededAt().orElse(null),
                box.remaining(),
                box.problem().map(problem -> problem.in(language)).orElse(null));
    }

    private static MailJson json(IntakeMail mail, Locale language) {
        return new MailJson(
                mail.id(),
                mail.senderText(),
                mail.subject(),
                KebabCase.of(mail.state()),
                KebabCase.of(mail.kind()),
                mail.arrivedAt(),
                mail.reason().map(reason -> reason.in(language)).orElse(null),
                mail.about("contract").orElse(null),
                mail.files().stream()
                        .map(file -> new FileJson(file.name(), file.mediaType(), file.size(), file.sha256()))
                        .toList());
    }

    private static IntakeState state(String word) {
        try {
            return KebabCase.read(IntakeState.class, word);
        } catch (IllegalArgumentException e) {
            return IntakeState.WAITING;
        }
    }

    private static Optional<Instant> before(String moment) {
        try {
            return Optional.ofNullable(moment).map(Instant::parse);
        } catch (DateTimeParseException e) {
            throw Invalid.field("before", Reason.of("deadline.moment.unreadable"));
        }
    }

    private static UUID uuid(String text) {
        return Ids.read(text, "mail.intake.refusal.unknown");
    }
}
