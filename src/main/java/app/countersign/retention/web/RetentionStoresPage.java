package app.countersign.retention.web;

import app.countersign.kernel.Ids;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import app.countersign.party.Organisation;
import app.countersign.retention.Relation;
import app.countersign.retention.Store;
import app.countersign.retention.StoreDesk;
import app.countersign.retention.StoreEntry;
import app.countersign.retention.StoreKind;
import app.countersign.terms.Span;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** {@code /retention/stores}: where data lies; with {@code id} one of them, to be amended. */
@Named
@RequestScoped
public class RetentionStoresPage {

    private static final int MOST = 200;

    @Inject
    private StoreDesk desk;

    @Inject
    private Saying saying;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Words words;

    private Store chosen;
    private List<Store> rows;
    private String processor;
    private String only;
    private String kind;
    private String quietHours;
    private String name;
    private String location;
    private String userName;
    private String secret;
    private String zone;
    private String backupsKept;
    private String unreached;
    private String child;
    private String childColumn;
    private String parent;
    private String parentColumn;
    private String tenant;
    private String contract;

    @PostConstruct
    void open() {
        String id = request.getParameter("id");
        if (id != null && !id.isBlank()) {
            chosen = desk.details(id(id));
            name = chosen.name();
            location = chosen.location();
            userName = chosen.userName();
            zone = chosen.zone().getId();
            backupsKept = chosen.backupsKept()
                    .map(kept -> Span.of(kept.toString()).in(words.texts().language()))
                    .orElse("");
            unreached = chosen.unreached();
            quietHours = chosen.quietHours().map(Object::toString).orElse("");
        }
    }

    private static UUID id(String text) {
        return Ids.read(text, "retention.refusal.unknown-store");
    }

    public List<Store> getRows() {
        if (rows == null) {
            rows = desk.all();
        }
        return rows;
    }

    /** Null for a new one. */
    public Store getChosen() {
        return chosen;
    }

    public List<Relation> getRelations() {
        return desk.relations(chosen.id());
    }

    public List<Organisation> getProcessors() {
        return desk.processors();
    }

    public String save() {
        StoreEntry entry = new StoreEntry(
                processor,
                name,
                chosen == null ? kind : app.countersign.kernel.KebabCase.of(chosen.kind()),
                location,
                userName,
                secret,
                zone,
                backupsKept,
                unreached,
                quietHours);
        Store kept = chosen == null ? desk.add(entry) : desk.amend(chosen.id(), entry);
        saying.done(kept.problem().isPresent() ? "retention.done.store-unreached" : "retention.done.store-kept");
        return here(kept.id());
    }

    public String check() {
        if (desk.check(chosen.id()).isEmpty()) {
            saying.done("retention.done.reached");
        }
        return here(chosen.id());
    }

    public String remove() {
        desk.remove(chosen.id());
        saying.done("retention.done.store-removed");
        return "/retention/stores?faces-redirect=true";
    }

    public String relate() {
        desk.relate(chosen.id(), child, childColumn, parent, parentColumn, only);
        saying.done("retention.done.related");
        return here(chosen.id());
    }

    public String call() {
        desk.call(chosen.id(), tenant, contract);
        saying.done("retention.done.called");
        return here(chosen.id());
    }

    public List<StoreDesk.Called> getCalled() {
        return desk.called(chosen.id(), MOST);
    }

    /** How many of them the page does not show. */
    public int getUncalled() {
        return Math.max(0, desk.tenants(chosen.id()).size() - MOST);
    }

    public String unrelate(UUID relation) {
        desk.unrelate(chosen.id(), relation);
        saying.done("retention.done.unrelated");
        return here(chosen.id());
    }

    private static String here(UUID id) {
        return "/retention/stores?faces-redirect=true&id=" + id;
    }

    public String getProcessor() {
        return processor;
    }

    public void setProcessor(String processor) {
        this.processor = processor;
    }

    /** Those that a store can have, as they are typed. */
    public List<String> getKinds() {
        return Stream.of(StoreKind.values())
                .map(app.countersign.kernel.KebabCase::of)
                .toList();
    }

    public String getQuietHours() {
        return quietHours;
    }

    public void setQuietHours(String quietHours) {
        this.quietHours = quietHours;
    }

    public String getOnly() {
        return only;
    }

    public void setOnly(String only) {
        this.only = only;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getLocation() {
        return location;
    }

    public void setLocation(String location) {
        this.location = location;
    }

    public String getUserName() {
        return userName;
    }

    public void setUserName(String userName) {
        this.userName = userName;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }

    public String getBackupsKept() {
        return backupsKept;
    }

    public void setBackupsKept(String backupsKept) {
        this.backupsKept = backupsKept;
    }

    public String getUnreached() {
        return unreached;
    }

    public void setUnreached(String unreached) {
        this.unreached = unreached;
    }

    public String getChild() {
        return child;
    }

    public void setChild(String child) {
        this.child = child;
    }

    public String getChildColumn() {
        return childColumn;
    }

    public void setChildColumn(String childColumn) {
        this.childColumn = childColumn;
    }

    public String getParent() {
        return parent;
    }

    public void setParent(String parent) {
        this.parent = parent;
    }

    public String getParentColumn() {
        return parentColumn;
    }

    public void setParentColumn(String parentColumn) {
        this.parentColumn = parentColumn;
    }

    public String getTenant() {
        return tenant;
    }

    public void setTenant(String tenant) {
        this.tenant = tenant;
    }

    public String getContract() {
        return contract;
    }

    public void setContract(String contract) {
        this.contract = contract;
    }

    /** Never shown. */
    public String getSecret() {
        return null;
    }

    public void setSecret(String secret) {
        this.secret = secret;
    }
}
