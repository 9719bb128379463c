package app.countersign.subprocessor;

import app.countersign.kernel.Country;
import app.countersign.party.Organisation;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** That an organisation processes data for a processor: what, where, on what contract, since when. */
@Entity
@Table(name = "engagement")
public class Engagement {

    /** Stands for none: an empty UUID column can't be read. */
    static final UUID NOBODY = new UUID(0, 0);

    @Id
    private UUID id;

    @Column(name = "processor_id")
    private UUID processorId;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "organisation_id")
    private Organisation organisation;

    private String service;
    private String places;
    private Personal personal;
    private String data;
    private Basis basis;
    private boolean informed;
    private String safeguards;
    private String document;
    private String remarks;

    @Column(name = "parent_id")
    private UUID parentId;

    @Column(name = "since_day")
    private LocalDate since;

    @Column(name = "until_day")
    private LocalDate until;

    @Column(name = "entered_at")
    private Instant enteredAt;

    @Column(name = "entered_by")
    private String enteredBy;

    @Version
    private long version;

    protected Engagement() {}

    Engagement(UUID processorId, Organisation organisation, EngagementDetails details, Instant now, String by) {
        this.id = UUID.randomUUID();
        this.processorId = processorId;
        this.organisation = organisation;
        this.enteredAt = now;
        this.enteredBy = by;
        amend(details);
    }

    final void amend(EngagementDetails details) {
        service = details.service();
        places = details.places().stream().map(Country::code).collect(Collectors.joining(" "));
        personal = details.personal();
        data = details.data();
        basis = details.basis();
        informed = details.informed();
        safeguards = Safeguard.join(details.safeguards());
        document = details.document();
        remarks = details.remarks();
        parentId = details.parent().orElse(NOBODY);
        since = details.since().orElse(null);
        until = details.until().orElse(null);
    }

    /** Its first day, where nobody has said one. */
    void begins(LocalDate day) {
        since = since == null ? day : since;
    }

    void ends(LocalDate lastDay) {
        until = lastDay;
    }

    /** Unless somebody has set another last day meanwhile. */
    void goesOn(LocalDate announced) {
        until = announced.equals(until) ? null : until;
    }

    /** Unless somebody has set another first day meanwhile. */
    void neverBegan(LocalDate announced) {
        since = announced.equals(since) ? null : since;
    }

    void moves(Set<Country> to, Set<Safeguard> carriedBy) {
        places = to.stream().map(Country::code).collect(Collectors.joining(" "));
        safeguards = Safeguard.join(carriedBy);
    }

    public UUID id() {
        return id;
    }

    public UUID processorId() {
        return processorId;
    }

    public Organisation organisation() {
        return organisation;
    }

    public String name() {
        return organisation.name();
    }

    public String service() {
        return service;
    }

    /** Where data is processed. */
    public Set<Country> places() {
        return Countries.split(places);
    }

    /** Where the law looks: at the places, and at the seat, from which data can be reached. */
    public Set<Country> judged() {
        Set<Country> all = new LinkedHashSet<>(places());
        all.add(organisation.country());
        return all;
    }

    public Personal personal() {
        return personal;
    }

    /** Which data, or in which case; may be empty. */
    public String data() {
        return data;
    }

    public Basis basis() {
        return basis;
    }

    public boolean informed() {
        return informed;
    }

    public Set<Safeguard> safeguards() {
        return Safeguard.split(safeguards);
    }

    /** The document of the controllers' contract that names it. */
    public Optional<String> document() {
        return Optional.of(document).filter(text -> !text.isEmpty());
    }

    public String remarks() {
        return remarks;
    }

    /** The engagement whose further sub-processor it is. */
    public Optional<UUID> parent() {
        return Optional.of(parentId).filter(one -> !one.equals(NOBODY));
    }

    public Optional<LocalDate> since() {
        return Optional.ofNullable(since);
    }

    public Optional<LocalDate> until() {
        return Optional.ofNullable(until);
    }

    public Instant enteredAt() {
        return enteredAt;
    }

    public String enteredBy() {
        return enteredBy;
    }

    public EngagementState state(LocalDate day) {
        if (until != null && until.isBefore(day)) {
            return EngagementState.ENDED;
        }
        return since != null && since.isAfter(day) ? EngagementState.PLANNED : EngagementState.CURRENT;
    }

    public long version() {
        return version;
    }
}
