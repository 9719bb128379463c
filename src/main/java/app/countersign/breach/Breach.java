package app.countersign.breach;

import app.countersign.kernel.Refused;
import app.countersign.kernel.Zones;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A breach of personal data protection, or the suspicion of one. It is documented whether it is notified or not (Art.
 * 33(5) GDPR): dismissed and closed ones stay.
 */
@Entity
@Table(name = "breach")
public class Breach {

    @Id
    private UUID id;

    private String number;
    private BreachState state;

    @Embedded
    private Facts facts;

    @Column(name = "aware_at")
    private Instant awareAt;

    @Column(name = "occurred_at")
    private Instant occurredAt;

    private String zone;

    @Column(name = "own_controller")
    private boolean ownController;

    @ElementCollection
    @CollectionTable(name = "breach_processor", joinColumns = @JoinColumn(name = "breach_id"))
    @Column(name = "processor_id")
    private Set<String> processors = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "breach_sub_processor", joinColumns = @JoinColumn(name = "breach_id"))
    @Column(name = "organisation_id")
    private Set<String> subProcessors = new HashSet<>();

    @Column(name = "reported_at")
    private Instant reportedAt;

    @Column(name = "reported_by")
    private String reportedBy;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "ended_by")
    private String endedBy;

    private String conclusion;

    @Version
    private long version;

    protected Breach() {}

    /**
     * A suspicion; {@link #becomeAware} makes it a breach.
     *
     * @param number as people call it: {@code BR-2026-0001}
     * @param processors whose data it may be, by id; not empty
     */
    Breach(
            String number,
            Facts facts,
            ZoneId zone,
            boolean ownController,
            Set<UUID> processors,
            Instant now,
            String by) {
        this.id = UUID.randomUUID();
        this.number = number;
        this.state = BreachState.SUSPECTED;
        this.facts = facts;
        this.zone = zone.getId();
        this.ownController = ownController;
        processors.forEach(id -> this.processors.add(id.toString()));
        this.reportedAt = now;
        this.reportedBy = by;
    }

    /**
     * From that instant on there is a reasonable degree of certainty that personal data is compromised.
     *
     * @param occurred when it happened; null where that is not known
     * @throws Refused if we are aware already, that lies in the future, or before it happened
     */
    void becomeAware(Instant at, Instant occurred, Instant now) {
        if (state != BreachState.SUSPECTED) {
            throw Refused.because("breach.refusal.not-suspected");
        }
        if (at.isAfter(now)) {
            throw Refused.because("breach.refusal.aware-in-future");
        }
        if (occurred != null && at.isBefore(occurred)) {
            throw Refused.because("breach.refusal.aware-before-incident");
        }
        awareAt = at;
        occurredAt = occurred;
        state = BreachState.OPEN;
    }

    /** More is known now. What was told with the earlier facts stays as it was told. */
    void amend(Facts more) {
        if (state == BreachState.CLOSED || state == BreachState.DISMISSED) {
            throw Refused.because("breach.refusal.ended");
        }
        facts = more;
    }

    /** @param organisations at which of our sub-processors it happened, by id; empty if at none, or if that is not known */
    void happenedAt(Set<UUID> organisations) {
        Set<String> ids = organisations.stream().map(UUID::toString).collect(Collectors.toSet());
        subProcessors.retainAll(ids);
        subProcessors.addAll(ids);
    }

    /** It turned out to be none. */
    void dismiss(String why, Instant now, String by) {
        if (state != BreachState.SUSPECTED) {
            throw Refused.because("breach.refusal.not-suspected");
        }
        end(BreachState.DISMISSED, why, now, by);
    }

    /** @param anyClockRuns whether a deadline of it is still open */
    void close(String why, boolean anyClockRuns, Instant now, String by) {
        requireOpen();
        if (anyClockRuns) {
            throw Refused.because("breach.refusal.clocks-run");
        }
        end(BreachState.CLOSED, why, now, by);
    }

    /** @throws Refused if it was not closed */
    void reopen() {
        if (state != BreachState.CLOSED) {
            throw Refused.because("breach.refusal.not-closed");
        }
        state = BreachState.OPEN;
        conclusion = null;
        endedAt = null;
        endedBy = null;
    }

    /** @throws Refused if it is a mere suspicion, or has ended */
    void requireOpen() {
        if (state != BreachState.OPEN) {
            throw Refused.because("breach.refusal.not-open");
        }
    }

    private void end(BreachState as, String why, Instant now, String by) {
        if (why == null || why.isBlank()) {
            throw Refused.because("breach.refusal.needs-reason");
        }
        state = as;
        conclusion = why.strip();
        endedAt = now;
        endedBy = by;
    }

    public UUID id() {
        return id;
    }

    public String number() {
        return number;
    }

    public BreachState state() {
        return state;
    }

    public Facts facts() {
        return facts;
    }

    /** Since when we are aware; empty for a suspicion. */
    public Optional<Instant> awareAt() {
        return Optional.ofNullable(awareAt);
    }

    public Optional<Instant> occurredAt() {
        return Optional.ofNullable(occurredAt);
    }

    /** In which it was reported. */
    public ZoneId zone() {
        return Zones.stored(zone);
    }

    /** Whether we are ourselves controller of some of the data. */
    public boolean isOwnController() {
        return ownController;
    }

    /** Whose data it is, by the ids of the processors. */
    public Set<UUID> processors() {
        return processors.stream().map(UUID::fromString).collect(Collectors.toSet());
    }

    /** At which of our sub-processors it happened, by the ids of the organisations; empty if that is not known. */
    public Set<UUID> subProcessors() {
        return subProcessors.stream().map(UUID::fromString).collect(Collectors.toSet());
    }

    public Instant reportedAt() {
        return reportedAt;
    }

    public String reportedBy() {
        return reportedBy;
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public Optional<String> endedBy() {
        return Optional.ofNullable(endedBy);
    }

    /** Why it was closed or dismissed. */
    public Optional<String> conclusion() {
        return Optional.ofNullable(conclusion);
    }

    public long version() {
        return version;
    }
}
