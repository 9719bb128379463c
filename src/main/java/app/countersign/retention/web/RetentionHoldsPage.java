package app.countersign.retention.web;

import app.countersign.access.web.Me;
import app.countersign.kernel.Settings;
import app.countersign.kernel.web.Saying;
import app.countersign.party.Organisation;
import app.countersign.retention.Hold;
import app.countersign.retention.HoldDesk;
import app.countersign.retention.HoldEntry;
import app.countersign.retention.Store;
import app.countersign.retention.StoreDesk;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** {@code /retention/holds}: what is kept whatever a rule says. */
@Named
@RequestScoped
public class RetentionHoldsPage {

    @Inject
    private HoldDesk desk;

    @Inject
    private StoreDesk storeDesk;

    @Inject
    private Saying saying;

    @Inject
    private Me me;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    private List<Hold> rows;
    private String processor;
    private String store;
    private String person;
    private String controller;
    private String from;
    private String to;
    private String reason;
    private String endsOn;

    public List<Hold> getRows() {
        if (rows == null) {
            rows = desk.all();
        }
        return rows;
    }

    public boolean stands(Hold hold) {
        return hold.standsOn(LocalDate.now(clock.withZone(settings.zone())));
    }

    /** Whom it keeps, for those who may know. */
    public String person(Hold hold) {
        return hold.isOfPerson() && me.may("administrator dpo")
                ? desk.person(hold.id()).orElse("")
                : "";
    }

    public String controller(Hold hold) {
        return desk.controller(hold.id()).orElse("");
    }

    public List<Store> getStores() {
        return storeDesk.all();
    }

    public List<Organisation> getProcessors() {
        return storeDesk.processors();
    }

    public String place() {
        desk.place(new HoldEntry(processor, store, person, controller, from, to, reason, endsOn));
        saying.done("retention.done.held");
        return "/retention/holds?faces-redirect=true";
    }

    public String lift(UUID id) {
        desk.lift(id);
        saying.done("retention.done.lifted");
        return "/retention/holds?faces-redirect=true";
    }

    public String getProcessor() {
        return processor;
    }

    public void setProcessor(String processor) {
        this.processor = processor;
    }

    public String getStore() {
        return store;
    }

    public void setStore(String store) {
        this.store = store;
    }

    public String getPerson() {
        return person;
    }

    public void setPerson(String person) {
        this.person = person;
    }

    public String getController() {
        return controller;
    }

    public void setController(String controller) {
        this.controller = controller;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getEndsOn() {
        return endsOn;
    }

    public void setEndsOn(String endsOn) {
        this.endsOn = endsOn;
    }
}
