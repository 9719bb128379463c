package app.countersign.party.web;

import app.countersign.kernel.Country;
import app.countersign.kernel.Ids;
import app.countersign.kernel.Texts;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import app.countersign.party.Organisation;
import app.countersign.party.OrganisationDetails;
import app.countersign.party.Parties;
import app.countersign.party.PossibleDuplicate;
import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What is known of an organisation, as a form: of the one with the address's {@code id}, or of a new one. */
@Named
@ViewScoped
public class OrganisationForm implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Parties parties;

    @Inject
    private Saying saying;

    @Inject
    private Words words;

    private UUID id;
    private long version;
    private String name;
    private String address;
    private String country;
    private String registerNumber;
    private String language;

    @PostConstruct
    void open() {
        String asked = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get("id");
        if (asked != null) {
            show(parties.organisation(Ids.read(asked, "party.refusal.unknown")));
        }
    }

    private void show(Organisation known) {
        id = known.id();
        version = known.version();
        name = known.name();
        address = known.address();
        country = known.country().code();
        registerNumber = known.registerNumber().orElse("");
        language = Texts.supported(known.language()).toLanguageTag();
    }

    /** Saves what was typed. If somebody was quicker, the next attempt is made with that person's changes in view. */
    public String save() {
        OrganisationDetails details = OrganisationDetails.read(name, address, country, registerNumber, language);
        if (id == null) {
            id = parties.register(details).id();
            saying.done("party.done.registered");
        } else {
            long seen = version;
            version = parties.organisation(id).version();
            parties.amend(id, seen, details);
            saying.done("party.done.amended");
        }
        return "/party/view?faces-redirect=true&id=" + id;
    }

    /** Organisations that the new one may be already. */
    public List<PossibleDuplicate> getDuplicates() {
        boolean typed = id == null && name != null && !name.isBlank();
        return typed ? parties.possibleDuplicates(name, registerNumber, "") : List.of();
    }

    public List<Country> getCountries() {
        return Country.all(getReader());
    }

    public List<Locale> getLanguages() {
        return Texts.LANGUAGES;
    }

    public Locale getReader() {
        return words.texts().language();
    }

    public UUID getId() {
        return id;
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

    public String getRegisterNumber() {
        return registerNumber;
    }

    public void setRegisterNumber(String number) {
        this.registerNumber = number;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }
}
