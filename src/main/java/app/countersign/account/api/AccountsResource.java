package app.countersign.account.api;

import app.countersign.access.AccountDetails;
import app.countersign.access.Administering;
import app.countersign.access.Remit;
import app.countersign.access.Scoped;
import app.countersign.kernel.Ids;
import app.countersign.kernel.api.Given;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /accounts}: people and programs, and what they may do. */
@Scoped("accounts")
@Path("/accounts")
@Tag(name = "Accounts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AccountsResource {

    @Inject
    private Administering administering;

    @Schema(name = "AccountList")
    public record Page(List<AccountJson> items) {}

    @Schema(name = "Account")
    public record AccountJson(
            UUID id,
            String userName,
            String name,
            String position,
            String email,
            String language,
            Set<String> roles,

            @Schema(description = "open, invited, closed, ended or erased")
            String state,

            boolean secondFactor,
            boolean everyProcessor,
            Set<UUID> processors,
            Set<String> rooms,
            String recordsFrom,
            String recordsTo,
            String validUntil,
            String createdAt) {

        static AccountJson of(Administering.Row row) {
            AccountDetails details = row.details();
            Remit remit = details.remit();
            return new AccountJson(
                    row.account().id(),
                    row.account().userName(),
                    details.name(),
                    details.position(),
                    details.email() == null ? null : details.email().value(),
                    details.language().toLanguageTag(),
                    details.roles(),
                    row.state(),
                    row.factor(),
                    remit.everyProcessor(),
                    details.processors(),
                    new TreeSet<>(remit.rooms()),
                    text(remit.from()),
                    text(remit.to()),
                    text(details.validUntil()),
                    row.account().createdAt().toString());
        }

        private static String text(Optional<?> value) {
            return value.map(Object::toString).orElse(null);
        }
    }

    @Schema(name = "AccountEntry")
    public record Entry(
            @Schema(description = "For an invitation only: a user name is never changed")
            String userName,

            String name,
            String position,
            String email,
            String language,

            @Schema(description = "administrator, legal, signatory, dpo, auditor")
            List<String> roles,

            @Schema(description = "All processors, those to come included; the default without 'processors'")
            Boolean everyProcessor,

            List<String> processors,

            @Schema(description = "The rooms that an auditor may read; all if missing")
            List<String> rooms,

            @Schema(description = "First day of the records that an auditor may read", example = "2026-01-01")
            String recordsFrom,

            String recordsTo,

            @Schema(description = "When the account ends by itself", example = "2026-12-31T23:00:00Z")
            String validUntil) {

        AccountDetails details() {
            try {
                return AccountDetails.read(
                        name,
                        position,
                        email,
                        language,
                        words(roles),
                        remit(),
                        Optional.ofNullable(validUntil).map(Instant::parse));
            } catch (DateTimeException e) {
                throw new BadRequestException(e);
            }
        }

        private static Set<String> words(List<String> given) {
            return given == null
                    ? Set.of()
                    : given.stream().filter(Objects::nonNull).collect(Collectors.toSet());
        }

        private Remit remit() {
            boolean every = everyProcessor == null ? processors == null : everyProcessor;
            Set<UUID> chosen = every || processors == null
                    ? Set.of()
                    : words(processors).stream().map(AccountsResource::id).collect(Collectors.toSet());
            return new Remit(
                    every,
                    chosen,
                    words(rooms),
                    Optional.ofNullable(recordsFrom).map(LocalDate::parse),
                    Optional.ofNullable(recordsTo).map(LocalDate::parse));
        }
    }

    @GET
    @Operation(summary = "The accounts that the caller answers for, by name")
    public Page list() {
        return new Page(administering.list().stream().map(AccountJson::of).toList());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One account")
    public AccountJson account(@PathParam("id") String id) {
        return AccountJson.of(administering.account(id(id)));
    }

    @POST
    @Operation(summary = "Invite a person: they get a mail with a link, good for seven days and once")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = AccountJson.class)),
            description = "Invited")
    public Response invite(Entry entry) {
        Entry given = Given.body(entry);
        UUID id = administering.invite(given.userName(), given.details());
        return Response.created(URI.create("accounts/" + id))
                .entity(AccountJson.of(administering.account(id)))
                .build();
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Change what an account is and may do; whoever may do something else has to sign in again")
    public AccountJson change(@PathParam("id") String id, Entry entry) {
        administering.change(id(id), Given.body(entry).details());
        return account(id);
    }

    @POST
    @Path("{id}/closing")
    @Operation(summary = "Close an account: its sessions end, its keys open nothing")
    public AccountJson close(@PathParam("id") String id) {
        administering.close(id(id));
        return account(id);
    }

    @POST
    @Path("{id}/reopening")
    @Operation(summary = "Open a closed account again")
    public AccountJson reopen(@PathParam("id") String id) {
        administering.reopen(id(id));
        return account(id);
    }

    @POST
    @Path("{id}/link")
    @Operation(summary = "Mail the person a link with which they set a password")
    public AccountJson sendLink(@PathParam("id") String id) {
        administering.sendLink(id(id));
        return account(id);
    }

    @DELETE
    @Path("{id}/second-factor")
    @Operation(summary = "Take away a second factor that is lost; the person sets up another at the next sign-in")
    @APIResponse(responseCode = "204", description = "Taken away")
    public void resetFactor(@PathParam("id") String id) {
        administering.resetFactor(id(id));
    }

    @DELETE
    @Path("{id}/sessions")
    @Operation(summary = "Sign the person out wherever they are signed in")
    @APIResponse(responseCode = "204", description = "Signed out")
    public void endSessions(@PathParam("id") String id) {
        administering.endSessions(id(id));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Erase the person of an account; the trail keeps a pseudonym")
    @APIResponse(responseCode = "204", description = "Erased")
    public void erase(@PathParam("id") String id) {
        administering.erase(id(id));
    }

    private static UUID id(String text) {
        return Ids.read(text, "access.refusal.unknown-account");
    }
}
