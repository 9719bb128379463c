package app.countersign.retention.web;

import app.countersign.kernel.web.Saying;
import app.countersign.party.Organisation;
import app.countersign.retention.Erasure;
import app.countersign.retention.ErasureDesk;
import app.countersign.retention.ErasureEntry;
import app.countersign.retention.StoreDesk;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** {@code /retention/erasures}: one person's data, erased in every store. */
@Named
@RequestScoped
public class RetentionErasuresPage {

    private static final int MOST = 100;

    @Inject
    private ErasureDesk desk;

    @Inject
    private StoreDesk stores;

    @Inject
    private Saying saying;

    private List<Erasure> rows;
    private String processor;
    private String persons;
    private String controller;
    private String clause;
    private String reason;

    public List<Erasure> getRows() {
        if (rows == null) {
            rows = desk.newest(MOST);
        }
        return rows;
    }

    public List<Organisation> getProcessors() {
        return stores.processors();
    }

    public String ask() {
        Erasure erasure = desk.ask(new ErasureEntry(processor, persons, controller, clause, reason));
        saying.done("retention.done.erasure-asked");
        return "/retention/erasure?faces-redirect=true&id=" + erasure.id();
    }

    public String getProcessor() {
        return processor;
    }

    public void setProcessor(String processor) {
        this.processor = processor;
    }

    public String getPersons() {
        return persons;
    }

    public void setPersons(String persons) {
        this.persons = persons;
    }

    public String getController() {
        return controller;
    }

    public void setController(String controller) {
        this.controller = controller;
    }

    public String getClause() {
        return clause;
    }

    public void setClause(String clause) {
        this.clause = clause;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
