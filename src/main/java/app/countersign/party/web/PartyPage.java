package app.countersign.party.web;

import app.countersign.kernel.Ids;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import app.countersign.party.ContactKind;
import app.countersign.party.Organisation;
import app.countersign.party.Parties;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;

/** {@code /party/view?id=}: one organisation, and the people to reach there. */
@Named
@RequestScoped
public class PartyPage {

    @Inject
    private Parties parties;

    @Inject
    private Words words;

    @Inject
    private Saying saying;

    @Inject
    private HttpServletRequest request;

    private Organisation organisation;
    private ContactKind kind = ContactKind.GENERAL;
    private String name;
    private String email;
    private String phone;

    public Organisation getOrganisation() {
        if (organisation == null) {
            organisation = parties.organisation(id());
        }
        return organisation;
    }

    private UUID id() {
        return Ids.read(request.getParameter("id"), "party.refusal.unknown");
    }

    public String getCountry() {
        return getOrganisation().country().name(words.texts().language());
    }

    public String getLanguageName() {
        return getOrganisation().language().getDisplayLanguage(words.texts().language());
    }

    public ContactKind[] getKinds() {
        return ContactKind.values();
    }

    public String kindName(ContactKind one) {
        return words.get("party.contact." + KebabCase.of(one));
    }

    public String addContact() {
        parties.addContact(id(), kind, name, email, phone);
        saying.done("party.done.contact-added");
        return again();
    }

    public String removeContact(UUID contact) {
        parties.removeContact(id(), contact);
        saying.done("party.done.contact-removed");
        return again();
    }

    private String again() {
        return "/party/view?faces-redirect=true&id=" + id();
    }

    public ContactKind getKind() {
        return kind;
    }

    public void setKind(ContactKind kind) {
        this.kind = kind;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }
}
