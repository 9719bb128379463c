package app.countersign.contract.web;

import app.countersign.contract.ContractRecords;
import app.countersign.contract.Issuing;
import app.countersign.contract.NewContract;
import app.countersign.contract.TemplateVersion;
import app.countersign.kernel.EmailAddress;
import app.countersign.kernel.Ids;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import app.countersign.kernel.web.Saying;
import app.countersign.party.Organisation;
import app.countersign.party.OrganisationDetails;
import app.countersign.terms.Template;
import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
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
public class NewContractPage extends ControllerFields {

    private static final long serialVersionUID = 1L;

    @Inject
    private ContractRecords records;

    @Inject
    private Issuing issuing;

    @Inject
    private Paged paged;

    @Inject
    private SentOnce sent;

    @Inject
    private Saying saying;

    private String form;
    private String template;
    private String language;
    private LocalDate mainContractSignedOn;

    @PostConstruct
    void open() {
        Map<String, String> asked = parameters();
        form = asked.getOrDefault("form", UUID.randomUUID().toString());
        template = asked.get("template");
        String controller = asked.get("controller");
        if (controller != null) {
            use(Ids.read(controller, "party.refusal.unknown"));
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
                + words().with("contract.version", version.label()) + " · "
                + words().get("contract.mode." + words.conclusion().mode());
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

    /** Issues the contract; the personal link is shown on its page, once. */
    public String issue() {
        SentOnce.Outcome outcome = sent.once(form, () -> {
            Issuing.Issued issued = issuing.issue(wanted());
            if (isNewCustomer()) {
                remember(records.details(issued.id()).controllerId());
            }
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
        if (getCustomer() == null) {
            complaints.put("customer", Reason.of("kernel.text.missing"));
        } else if (isNewCustomer()) {
            details = details(language, complaints);
        }
        complain(complaints, () -> EmailAddress.require("email", getEmail()));
        if (!complaints.isEmpty()) {
            throw new Invalid(complaints);
        }
        return new NewContract(
                template,
                Optional.ofNullable(language),
                Optional.ofNullable(getCustomer().id()),
                details,
                getContactName(),
                getEmail(),
                Optional.ofNullable(mainContractSignedOn)
                        .filter(day -> getChosen().conclusion().needsMainContract()));
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

    public LocalDate getMainContractSignedOn() {
        return mainContractSignedOn;
    }

    public void setMainContractSignedOn(LocalDate day) {
        this.mainContractSignedOn = day;
    }
}
