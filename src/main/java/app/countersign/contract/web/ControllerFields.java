package app.countersign.contract.web;

import app.countersign.kernel.Country;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import app.countersign.kernel.web.Words;
import app.countersign.party.Contact;
import app.countersign.party.ContactKind;
import app.countersign.party.OrganisationDetails;
import app.countersign.party.Parties;
import app.countersign.party.PossibleDuplicate;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** With whom a contract is: a customer that is known, or one that is entered together with it; and whom mails go to. */
public abstract class ControllerFields implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SUGGESTED = 8;

    @Inject
    private Parties parties;

    @Inject
    private Words words;

    private Customer customer;
    private String address;
    private String country;
    private String email;
    private String contactName;
    private List<PossibleDuplicate> duplicates = List.of();

    Words words() {
        return words;
    }

    public List<Customer> suggestions(String typed) {
        return parties.find(typed, SUGGESTED).stream()
                .map(o -> Customer.of(o, reader()))
                .toList();
    }

    /** A known customer was chosen: whom to write to there is filled in. */
    public final void prefill() {
        if (customer == null || !customer.isKnown()) {
            return;
        }
        Optional<Contact> contact = parties.organisation(customer.id())
                .contact(ContactKind.SIGNATORY, ContactKind.LEGAL, ContactKind.PRIVACY, ContactKind.GENERAL);
        contact.ifPresent(c -> {
            email = c.email().value();
            contactName = c.name();
        });
    }

    /** Organisations that the new one may be already: what a button is pressed beside is what was shown. */
    public List<PossibleDuplicate> getDuplicates() {
        if (FacesContext.getCurrentInstance().getCurrentPhaseId() == PhaseId.RENDER_RESPONSE) {
            duplicates = isNewCustomer() ? parties.possibleDuplicates(customer.name(), "", email) : List.of();
        }
        return duplicates;
    }

    public void useInstead(UUID id) {
        use(id);
    }

    final void use(UUID id) {
        customer = Customer.of(parties.organisation(id), reader());
        prefill();
    }

    public boolean isNewCustomer() {
        return customer != null && !customer.isKnown();
    }

    /** The language in which reasons and names are said. */
    public Locale getReader() {
        return reader();
    }

    Locale reader() {
        return words.texts().language();
    }

    public List<Country> getCountries() {
        return Country.all(reader());
    }

    /** Of a customer that is entered with the contract; empty where that is complained of. */
    Optional<OrganisationDetails> details(String language, Map<String, Reason> complaints) {
        try {
            return Optional.of(OrganisationDetails.read(customer.name(), address, country, "", language));
        } catch (Invalid e) {
            e.complaints().forEach((field, why) -> complaints.put(field.equals("name") ? "customer" : field, why));
            return Optional.empty();
        }
    }

    /** Whoever was written to at a new customer is found there the next time. */
    void remember(UUID controller) {
        parties.addContact(controller, ContactKind.GENERAL, contactName, email, "");
    }

    static void complain(Map<String, Reason> complaints, Runnable check) {
        try {
            check.run();
        } catch (Invalid e) {
            complaints.putAll(e.complaints());
        }
    }

    public Customer getCustomer() {
        return customer;
    }

    public void setCustomer(Customer customer) {
        this.customer = customer;
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = address;
    }

    public String getCountry() {
        return country;
    }

    public void setCountry(String country) {
        this.country = country;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getContactName() {
        return contactName;
    }

    public void setContactName(String contactName) {
        this.contactName = contactName;
    }
}
