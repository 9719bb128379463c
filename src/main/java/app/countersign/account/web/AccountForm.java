package app.countersign.account.web;

import app.countersign.access.AccountDetails;
import app.countersign.access.Administering;
import app.countersign.access.Remit;
import app.countersign.access.Roles;
import app.countersign.kernel.Texts;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import app.countersign.party.Organisation;
import app.countersign.party.Parties;
import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** {@code /account/edit}: an account as a form: the one with the address's {@code id}, or a new one. */
@Named
@ViewScoped
public class AccountForm implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The rooms to which an auditor can be limited. */
    private static final List<String> ROOMS = List.of(
            "contract",
            "breach",
            "inquiry",
            "measure",
            "deadline",
            "party",
            "template",
            "trail",
            "accesslog",
            "fact",
            "mail",
            "subprocessor",
            "retention",
            "announcement",
            "processing",
            "export");

    @Inject
    private Administering administering;

    @Inject
    private Parties parties;

    @Inject
    private Saying saying;

    @Inject
    private Words words;

    @Inject
    private LastDays lastDays;

    private UUID id;
    private boolean mine;
    private String userName;
    private String name;
    private String position;
    private String email;
    private String language = "de";
    private String[] roles = {};
    private boolean everyProcessor = true;
    private String[] processors = {};
    private String[] rooms = {};
    private LocalDate recordsFrom;
    private LocalDate recordsTo;
    private LocalDate lastDay;

    @PostConstruct
    void open() {
        String asked = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get("id");
        if (asked != null) {
            show(administering.account(AccountPage.id(asked)));
        }
    }

    private void show(Administering.Row row) {
        AccountDetails known = row.details();
        id = row.account().id();
        mine = row.mine();
        userName = row.account().userName();
        name = known.name();
        position = known.position();
        email = known.email() == null ? "" : known.email().value();
        language = known.language().getLanguage();
        roles = known.roles().toArray(String[]::new);
        everyProcessor = known.remit().everyProcessor();
        processors = known.remit().processors().stream().map(UUID::toString).toArray(String[]::new);
        rooms = known.remit().rooms().toArray(String[]::new);
        recordsFrom = known.remit().from().orElse(null);
        recordsTo = known.remit().to().orElse(null);
        lastDay = known.validUntil().map(lastDays::of).orElse(null);
    }

    public String save() {
        AccountDetails details = AccountDetails.read(name, position, email, language, Set.of(roles), remit(), end());
        if (id == null) {
            id = administering.invite(userName, details);
            saying.done("account.done.invited");
        } else {
            administering.change(id, details);
            saying.done("account.done.changed");
        }
        return "/account/view?faces-redirect=true&id=" + id;
    }

    private Remit remit() {
        Set<UUID> chosen = everyProcessor
                ? Set.of()
                : Arrays.stream(processors).map(UUID::fromString).collect(Collectors.toSet());
        return new Remit(
                everyProcessor,
                chosen,
                Set.of(rooms),
                Optional.ofNullable(recordsFrom),
                Optional.ofNullable(recordsTo));
    }

    /** The account is good until the end of its last day. */
    private Optional<Instant> end() {
        return Optional.ofNullable(lastDay).map(lastDays::end);
    }

    public List<Organisation> getAllProcessors() {
        return parties.processors();
    }

    public List<String> getAllRoles() {
        return List.of(Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR, Roles.ADMINISTRATOR);
    }

    public List<String> getAllRooms() {
        return ROOMS;
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

    /** Whether it is the administrator's own: then what it may do is not theirs to change. */
    public boolean isMine() {
        return mine;
    }

    public String getUserName() {
        return userName;
    }

    public void setUserName(String userName) {
        this.userName = userName;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPosition() {
        return position;
    }

    public void setPosition(String position) {
        this.position = position;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String[] getRoles() {
        return roles.clone();
    }

    public void setRoles(String[] roles) {
        this.roles = roles == null ? new String[0] : roles.clone();
    }

    public boolean isEveryProcessor() {
        return everyProcessor;
    }

    public void setEveryProcessor(boolean every) {
        this.everyProcessor = every;
    }

    public String[] getProcessors() {
        return processors.clone();
    }

    public void setProcessors(String[] processors) {
        this.processors = processors == null ? new String[0] : processors.clone();
    }

    public String[] getRooms() {
        return rooms.clone();
    }

    public void setRooms(String[] rooms) {
        this.rooms = rooms == null ? new String[0] : rooms.clone();
    }

    public LocalDate getRecordsFrom() {
        return recordsFrom;
    }

    public void setRecordsFrom(LocalDate day) {
        this.recordsFrom = day;
    }

    public LocalDate getRecordsTo() {
        return recordsTo;
    }

    public void setRecordsTo(LocalDate day) {
        this.recordsTo = day;
    }

    public LocalDate getLastDay() {
        return lastDay;
    }

    public void setLastDay(LocalDate day) {
        this.lastDay = day;
    }
}
