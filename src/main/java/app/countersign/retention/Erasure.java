package app.countersign.retention;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One person's data goes, in every store (GDPR Art. 17, DSG Art. 32): a run for each rule that tells persons apart, and a
 * deletion by hand for each store that only people reach. Who it is, is kept encrypted while there is something to do, and forgotten then; keyed hashes stay, by which it can be proven
 * that a given person was meant.
 */
@Entity(name = "RetentionErasure")
@Table(name = "retention_erasure")
public class Erasure {

    @Id
    private UUID id;

    @Column(name = "processor_id")
    private UUID processorId;

    @Column(name = "controller_id")
    private String controllerId;

    private byte[] persons;
    private String hashes;
    private String clause;
    private String reason;

    @Column(name = "asked_by")
    private String askedBy;

    @Column(name = "asker_id")
    private String askerId;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "approved_by")
    private String approvedBy;

    @Column(name = "approved_at")
    private Instant approvedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    private boolean lapsed;

    @Column(name = "protocol_json")
    private String protocolJson;

    @Column(name = "protocol_pdf")
    private String protocolPdf;

    @Version
    private long version;

    protected Erasure() {}

    /**
     * @param persons how the stores call them, encrypted
     * @param hashes keyed hashes of the same
     */
    Erasure(
            UUID id,
            UUID processor,
            Optional<UUID> controller,
            byte[] persons,
            List<String> hashes,
            String clause,
            String reason,
            Person by,
            Instant now) {
        this.id = id;
        this.processorId = processor;
        this.controllerId = controller.map(UUID::toString).orElse(null);
        this.persons = persons.clone();
        this.hashes = String.join(" ", hashes);
        this.clause = clause;
        this.reason = reason;
        this.askedBy = by.name();
        this.askerId = by.id();
        this.askedAt = now;
    }

    void approve(Person by, Instant now) {
        approvedBy = by.name();
        approvedAt = now;
    }

    /**
     * Until when somebody is to approve what waits for it; empty if nothing does.
     *
     * @param runs all that belong to it. One that was still being counted when the others were approved waits by itself
     * @param wait longest time without an approval, since it was asked for or since the last one
     */
    Optional<Instant> lapsesAt(Collection<Run> runs, Duration wait) {
        boolean waits = approvedAt == null || runs.stream().anyMatch(Run::isUnapproved);
        return Optional.of(approvedAt == null ? askedAt : approvedAt)
                .filter(since -> waits && endedAt == null)
                .map(since -> since.plus(wait));
    }

    /** Where all of it together stands: it runs as long as people have something to delete. */
    RunState state(Collection<Run> runs, Collection<HandDeletion> byHand) {
        RunState ofRuns = RunState.ofAll(runs);
        if (endedAt == null && !ofRuns.isOpen()) {
            return approvedAt == null ? RunState.WAITING : RunState.RUNNING;
        }
        boolean nothing = runs.isEmpty() && byHand.stream().noneMatch(one -> one.state() == HandDeletionState.DONE);
        return nothing ? RunState.STOPPED : ofRuns;
    }

    /** Nobody approved it in time; it is to end. */
    void lapse() {
        lapsed = true;
    }

    /** Nothing more is to be done: from now on only hashes tell who it was. */
    void end(Instant now) {
        endedAt = now;
        persons = null;
    }

    /** @param json SHA-256 of the stored file, as that of the PDF */
    void recorded(String json, String pdf) {
        protocolJson = json;
        protocolPdf = pdf;
    }

    public UUID id() {
        return id;
    }

    public UUID processorId() {
        return processorId;
    }

    /** Whose data is meant; empty for every controller's. */
    public Optional<UUID> controller() {
        return Optional.ofNullable(controllerId).map(UUID::fromString);
    }

    /** Encrypted; empty once it is over. */
    Optional<byte[]> persons() {
        return Optional.ofNullable(persons).map(byte[]::clone);
    }

    /** Of how the stores called the person: HMAC-SHA-256, 64 hexadecimal digits each. */
    public List<String> hashes() {
        return List.of(hashes.split(" "));
    }

    public String clause() {
        return clause;
    }

    public String reason() {
        return reason;
    }

    public String askedBy() {
        return askedBy;
    }

    String askerId() {
        return askerId;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public Optional<String> approvedBy() {
        return Optional.ofNullable(approvedBy);
    }

    public Optional<Instant> approvedAt() {
        return Optional.ofNullable(approvedAt);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    /** Whether it ended since nobody had approved it in time. */
    public boolean isLapsed() {
        return lapsed;
    }

    /** SHA-256 of the protocol as JSON. */
    public Optional<String> protocolJson() {
        return Optional.ofNullable(protocolJson);
    }

    /** SHA-256 of the protocol as PDF/A. */
    public Optional<String> protocolPdf() {
        return Optional.ofNullable(protocolPdf);
    }

    public long version() {
        return version;
    }
}
