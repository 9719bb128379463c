package app.countersign.party.api;

import app.countersign.access.Scoped;
import app.countersign.kernel.Ids;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.api.Given;
import app.countersign.party.Contact;
import app.countersign.party.ContactKind;
import app.countersign.party.Organisation;
import app.countersign.party.OrganisationDetails;
import app.countersign.party.Parties;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /organisations}: who contracts are concluded with. */
@Scoped("organisations")
@Path("/organisations")
@Tag(name = "Organisations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OrganisationsResource {

    @Inject
    private Parties parties;

    @Schema(name = "OrganisationList")
    public record Page(
            List<OrganisationJson> items,

            @Schema(description = "Give it as 'after' for the next page; missing on the last")
            String next) {}

    @Schema(name = "Organisation")
    public record OrganisationJson(
            UUID id,

            @Schema(description = "Of a processor: what templates call it")
            String code,

            String name,
            String address,
            String country,
            String registerNumber,
            String language,
            long version,
            List<ContactJson> contacts) {

        static OrganisationJson of(Organisation o, List<Contact> contacts) {
            return new OrganisationJson(
                    o.id(),
                    o.code().orElse(null),
                    o.name(),
                    o.address(),
                    o.country().code(),
                    o.registerNumber().orElse(null),
                    o.language().toLanguageTag(),
                    o.version(),
                    contacts == null
                            ? null
                            : contacts.stream().map(ContactJson::of).toList());
        }
    }

    @Schema(name = "Contact")
    public record ContactJson(UUID id, String kind, String name, String email, String phone) {

        static ContactJson of(Contact c) {
            return new ContactJson(
                    c.id(), KebabCase.of(c.kind()), c.name(), c.email().value(), c.phone());
        }

        ContactKind readKind() {
            try {
                return kind == null ? ContactKind.GENERAL : KebabCase.read(ContactKind.class, kind);
            } catch (IllegalArgumentException e) {
                throw new BadRequestException(e);
            }
        }
    }

    @Schema(name = "OrganisationEntry")
    public record Entry(
            String name,
            String address,

            @Schema(description = "ISO 3166-1 alpha-2", example = "CH")
            String country,

            String registerNumber,

            @Schema(description = "Language tag; the country's if missing")
            String language,

            @Schema(description = "For a change: the version that was read")
            Long version) {

        OrganisationDetails details() {
            return OrganisationDetails.read(name, address, country, registerNumber, language);
        }
    }

    @GET
    @Operation(summary = "Find organisations by the beginnings of words, or list them by name")
    public Page list(
            @Parameter(description = "Beginnings of words of the name") @QueryParam("q") String typed,
            @QueryParam("after") String after,
            @DefaultValue("50") @QueryParam("limit") int limit) {
        if (typed != null && !typed.isBlank()) {
            return new Page(json(parties.find(typed, limit)), null);
        }
        Parties.Page page = parties.page(Optional.ofNullable(after).map(OrganisationsResource::id), limit);
        return new Page(json(page.items()), page.next().map(UUID::toString).orElse(null));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One organisation with its contacts")
    public OrganisationJson organisation(@PathParam("id") String id) {
        Organisation organisation = parties.organisation(id(id));
        return OrganisationJson.of(organisation, organisation.contacts());
    }

    @POST
    @Operation(summary = "Enter an organisation")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = OrganisationJson.class)),
            description = "Entered")
    public Response register(Entry entry) {
        Organisation organisation = parties.register(Given.body(entry).details());
        return Response.created(URI.create("organisations/" + organisation.id()))
                .entity(OrganisationJson.of(organisation, null))
                .build();
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Change what is known of an organisation")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = OrganisationJson.class)),
            description = "Changed")
    @APIResponse(responseCode = "409", description = "Somebody has changed it since that version")
    public OrganisationJson amend(@PathParam("id") String id, Entry entry) {
        Entry given = Given.body(entry);
        if (given.version() == null) {
            throw new BadRequestException();
        }
        parties.amend(id(id), given.version(), given.details());
        return organisation(id);
    }

    @POST
    @Path("{id}/contacts")
    @Operation(summary = "Add a person to reach")
    public OrganisationJson addContact(@PathParam("id") String id, ContactJson contact) {
        ContactJson given = Given.body(contact);
        parties.addContact(id(id), given.readKind(), given.name(), given.email(), given.phone());
        return organisation(id);
    }

    @DELETE
    @Path("{id}/contacts/{contact}")
    @Operation(summary = "Remove a contact")
    @APIResponse(responseCode = "204", description = "Removed")
    public void removeContact(@PathParam("id") String id, @PathParam("contact") String contact) {
        parties.removeContact(id(id), id(contact));
    }

    private static List<OrganisationJson> json(List<Organisation> organisations) {
        return organisations.stream().map(o -> OrganisationJson.of(o, null)).toList();
    }

    private static UUID id(String text) {
        return Ids.read(text, "party.refusal.unknown");
    }
}
