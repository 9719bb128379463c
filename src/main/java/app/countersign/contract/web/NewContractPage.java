package app.countersign.contract.web;

import app.countersign.contract.ContractRecords;
import app.countersign.contract.Issuing;
import app.countersign.contract.NewContract;
import app.countersign.contract.TemplateVersion;
import app.countersign.kernel.Country;
import app.countersign.kernel.EmailAddress;
import app.countersign.kernel.Ids;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import app.countersign.party.Contact;
import app.countersign.party.ContactKind;
import app.countersign.party.Organisation;
import app.countersign.party.OrganisationDetails;
import app.countersign.party.Parties;
import app.countersign.party.PossibleDuplicate;
import app.countersign.terms.Template;
import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** {@code /contract/new}: who gets which contract; issued in one step. */
@Named
@ViewScoped
public class NewContractPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SUGGESTED = 8;

    @Inject
    private ContractRecords records;

    @Inject
    private Issuing issuing;

    @Inject
    private Parties parties;

    @Inject
    private Paged paged;

    @Inject
    private SentOnce sent;

    @Inject
    private Saying saying;

    @Inject
    private Words words;

    private String form;
    private String template;
    private String language;
    private Customer customer;
    private String address;
    private String country;
    private String email;
    private String contactName;
    private List<PossibleDuplicate> duplicates = List.of();
    private LocalDate mainContractSignedOn;

    @PostConstruct
    void open() {
        Map<String, String> asked = parameters();
        form = asked.getOrDefault("form", UUID.randomUUID().toString());
        template = asked.get("template");
        String controller = asked.get("controller");
        if (controller != null) {
            customer = Customer.of(
                    parties.organisation(Ids.read(controller, "party.refusal.unknown")),
                    words.texts().language());
            prefill();
        }
    }

    private static Map<String, String> parameters() {
        return FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    }

    /** By which the form is known again if it is sent twice. */
    public String getForm() {
        return form;
    }

    public List<TemplateVersion> getTemplates() {
        return records.templates();
    }

    /** What a template's card says: its title, then its version and how a contract of it comes about. */
    public String card(TemplateVersion version) {
        Template words = records.template(version.id());
        return processor(words) + ": " + words.title(reader()) + "\n"
                + this.words.with("contract.version", version.label()) + " · "
                + this.words.get("contract.mode." + words.conclusion().mode());
    }

    /** The processor's name, or what templates call it as long as it is not entered. */
    private String processor(Template words) {
        return records.processors().stream()
                .filter(p -> p.code().filter(words.processor()::equals).isPresent())
                .map(Organisation::name)
                .findFirst()
                .orElse(words.processor());
    }

    /** The template that is chosen; null as long as none is. */
    public Template getChosen() {
        return version().map(v -> records.template(v.id())).orElse(null);
    }

    private Optional<TemplateVersion> version() {
        return records.templates().stream()
                .filter(v -> v.code().equals(template))
                .findFirst();
    }

    public List<Locale> getLanguages() {
        return getChosen() == null ? List.of() : getChosen().languages();
    }

    public String languageName(Locale tag) {
        return tag.getDisplayLanguage(reader());
    }

    /** The document that will be sent, as pages. */
    public List<Paged.Sheet> getSheets() {
        return version()
                .map(v -> paged.sheets(v, language == null ? reader() : Locale.forLanguageTag(language)))
                .orElse(List.of());
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

    private Locale reader() {
        return words.texts().language();
    }

    public List<Country> getCountries() {
        return Country.all(reader());
    }

    /** Issues the contract; the personal link is shown on its page, once. */
    public String issue() {
        SentOnce.Outcome outcome = sent.once(form, () -> {
            Issuing.Issued issued = issuing.issue(wanted());
            remember(issued.id());
            return new SentOnce.Outcome(issued.id(), issued.number(), issued.portalUrl());
        });
        saying.done("contract.new.issued", outcome.number());
        FacesContext.getCurrentInstance().getExternalContext().getFlash().put("portalUrl", outcome.portalUrl());
        return "/contract/view?faces-redirect=true&id=" + outcome.id();
    }

    /** @throws Invalid with every complaint that the form has */
    private NewContract wanted() {
        Map<String, Reason> complaints = new LinkedHashMap<>();
        if (template == null) {
            complaints.put("template", Reason.of("kernel.text.missing"));
        }
        Optional<OrganisationDetails> details = Optional.empty();
        if (customer == null) {
            complaints.put("customer", Reason.of("kernel.text.missing"));
        } else if (!customer.isKnown()) {
            details = details(complaints);
        }
        complain(complaints, () -> EmailAddress.require("email", email));
        if (!complaints.isEmpty()) {
            throw new Invalid(complaints);
        }
        return new NewContract(
                template,
                Optional.ofNullable(language),
                Optional.ofNullable(customer.id()),
                details,
                contactName,
                email,
                Optional.ofNullable(mainContractSignedOn)
                        .filter(day -> getChosen().conclusion().needsMainContract()));
    }

    private Optional<OrganisationDetails> details(Map<String, Reason> complaints) {
        try {
            return Optional.of(OrganisationDetails.read(customer.name(), address, country, "", language));
        } catch (Invalid e) {
            e.complaints().forEach((field, why) -> complaints.put(field.equals("name") ? "customer" : field, why));
            return Optional.empty();
        }
    }

    private static void complain(Map<String, Reason> complaints, Runnable check) {
        try {
            check.run();
        } catch (Invalid e) {
            complaints.putAll(e.complaints());
        }
    }

    /** Whoever was written to at a new customer is found there the next time. */
    private void remember(UUID contract) {
        if (isNewCustomer()) {
            UUID controller = records.details(contract).controllerId();
            parties.addContact(controller, ContactKind.GENERAL, contactName, email, "");
        }
    }

    public String getTemplate() {
        return template;
    }

    public void setTemplate(String template) {
        this.template = template;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
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

    public LocalDate getMainContractSignedOn() {
        return mainContractSignedOn;
    }

    public void setMainContractSignedOn(LocalDate day) {
        this.mainContractSignedOn = day;
    }
}
