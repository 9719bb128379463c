package app.countersign.subprocessor.web;

import app.countersign.kernel.Country;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import app.countersign.party.Organisation;
import app.countersign.party.OrganisationDetails;
import app.countersign.party.Parties;
import app.countersign.party.PossibleDuplicate;
import app.countersign.subprocessor.Basis;
import app.countersign.subprocessor.Engagement;
import app.countersign.subprocessor.EngagementDetails;
import app.countersign.subprocessor.Engaging;
import app.countersign.subprocessor.Personal;
import app.countersign.subprocessor.RegisterRecords;
import app.countersign.subprocessor.Safeguard;
import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** A sub-processor as a form: of the one with the address's {@code id}, or a new one. */
@Named
@ViewScoped
public class SubProcessorForm implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private RegisterRecords records;

    @Inject
    private Engaging engaging;

    @Inject
    private Parties parties;

    @Inject
    private Saying saying;

    @Inject
    private Words words;

    private UUID id;
    private long version;
    private String processor;
    private String name;
    private String address;
    private String country;
    private String service;
    private String places;
    private String personal = KebabCase.of(Personal.YES);
    private String data;
    private String basis;
    private boolean informed;
    private String[] safeguards = {};
    private String document;
    private String remarks;
    private String parent;
    private String since;
    private String until;

    @PostConstruct
    void open() {
        Map<String, String> asked =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        if (asked.containsKey("id")) {
            show(records.details(SubProcessorWords.id(asked.get("id"))
                            .orElseThrow(() -> NotFound.because("subprocessor.refusal.unknown")))
                    .row()
                    .engagement());
        } else {
            processor = asked.getOrDefault("processor", "");
            if (records.processors().size() == 1) {
                processor = records.processors().get(0).code().orElse("");
            }
        }
    }

    private void show(Engagement known) {
        id = known.id();
        version = known.version();
        processor = records.processors().stream()
                .filter(one -> one.id().equals(known.processorId()))
                .findFirst()
                .flatMap(Organisation::code)
                .orElse("");
        name = known.name();
        service = known.service();
        places = String.join(", ", known.places().stream().map(this::named).toList());
        personal = KebabCase.of(known.personal());
        data = known.data();
        basis = KebabCase.of(known.basis());
        informed = known.informed();
        safeguards = known.safeguards().stream().map(KebabCase::of).toArray(String[]::new);
        document = known.document().orElse("");
        remarks = known.remarks();
        parent = known.parent().map(UUID::toString).orElse("");
        since = known.since().map(Object::toString).orElse("");
        until = known.until().map(Object::toString).orElse("");
    }

    private String named(Country one) {
        return one.name(getReader());
    }

    public String save() {
        if (id == null) {
            Invalid.together(this::who, this::details);
            id = engaging.enter(processor, who(), details());
            saying.done("subprocessor.done.entered", name);
        } else {
            EngagementDetails details = details();
            long seen = version;
            version = engaging.engagement(id).version();
            engaging.amend(id, seen, details);
            saying.done("subprocessor.done.amended", name);
        }
        return "/sub-processor/view?faces-redirect=true&id=" + id;
    }

    private OrganisationDetails who() {
        return OrganisationDetails.read(name, address, country, "", "");
    }

    private EngagementDetails details() {
        return EngagementDetails.read(new EngagementDetails.Typed(
                service,
                places,
                personal,
                data,
                basis,
                informed,
                List.of(safeguards),
                document,
                remarks,
                parent,
                since,
                until));
    }

    /** Organisations that the new one may be already, under another spelling. */
    public List<PossibleDuplicate> getDuplicates() {
        boolean typed = id == null && name != null && !name.isBlank();
        return typed ? parties.possibleDuplicates(name, "", "") : List.of();
    }

    /** Of which it may be the further sub-processor. */
    public List<Engagement> getParents() {
        return records.processors().stream()
                .filter(one -> one.code().filter(code -> code.equals(processor)).isPresent())
                .flatMap(one -> records.going(one.id()).stream())
                .filter(one -> !one.id().equals(id))
                .toList();
    }

    public List<Organisation> getProcessors() {
        return records.processors();
    }

    public List<Country> getCountries() {
        return Country.all(getReader());
    }

    public Locale getReader() {
        return words.texts().language();
    }

    public List<String> getPersonals() {
        return Arrays.stream(Personal.values()).map(KebabCase::of).toList();
    }

    public List<String> getBases() {
        return Arrays.stream(Basis.values()).map(KebabCase::of).toList();
    }

    public List<String> getAllSafeguards() {
        return Arrays.stream(Safeguard.values()).map(KebabCase::of).toList();
    }

    public UUID getId() {
        return id;
    }

    public String getProcessor() {
        return processor;
    }

    public void setProcessor(String processor) {
        this.processor = processor;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
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

    public String getService() {
        return service;
    }

    public void setService(String service) {
        this.service = service;
    }

    public String getPlaces() {
        return places;
    }

    public void setPlaces(String places) {
        this.places = places;
    }

    public String getPersonal() {
        return personal;
    }

    public void setPersonal(String personal) {
        this.personal = personal;
    }

    public String getData() {
        return data;
    }

    public void setData(String data) {
        this.data = data;
    }

    public String getBasis() {
        return basis;
    }

    public void setBasis(String basis) {
        this.basis = basis;
    }

    public boolean isInformed() {
        return informed;
    }

    public void setInformed(boolean informed) {
        this.informed = informed;
    }

    public String[] getSafeguards() {
        return safeguards.clone();
    }

    public void setSafeguards(String[] safeguards) {
        this.safeguards = safeguards == null ? new String[0] : safeguards.clone();
    }

    public String getDocument() {
        return document;
    }

    public void setDocument(String document) {
        this.document = document;
    }

    public String getRemarks() {
        return remarks;
    }

    public void setRemarks(String remarks) {
        this.remarks = remarks;
    }

    public String getParent() {
        return parent;
    }

    public void setParent(String parent) {
        this.parent = parent;
    }

    public String getSince() {
        return since;
    }

    public void setSince(String since) {
        this.since = since;
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = until;
    }
}
