package app.countersign.export;

import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.kernel.StoredReason;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A choice of evidence and the archive that is made of it: asked for, built, offered for a while, purged. It can be
 * cancelled on the way and begun again whenever it is not there; the choice itself never changes.
 */
@Entity
@Table(name = "evidence_export")
public class EvidenceExport {

    @Id
    private UUID id;

    @Column(name = "asker_id")
    private String askerId;

    @Column(name = "asked_by")
    private String askedBy;

    @Column(name = "asked_at")
    private Instant askedAt;

    private String language;
    private String processors;
    private String template;

    @Column(name = "contract_id")
    private String contractId;

    @Column(name = "contract_number")
    private String contractNumber;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "evidence_export_measure", joinColumns = @JoinColumn(name = "export_id"))
    @Column(name = "measure_id")
    private Set<String> measures = new HashSet<>();

    @Column(name = "begins_on")
    private LocalDate first;

    @Column(name = "ends_on")
    private LocalDate last;

    private ExportState state;
    private String step;
    private long done;
    private long total;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    private long size;
    private String fingerprint;
    private int proven;
    private int due;
    private int unproven;

    @Column(name = "problem_key")
    private String problemKey;

    @Column(name = "problem_detail")
    private String problemDetail;

    @Version
    private long version;

    protected EvidenceExport() {}

    EvidenceExport(Choice choice, UUID asker, String by, Instant now) {
        this.id = UUID.randomUUID();
        this.askerId = asker.toString();
        this.askedBy = by;
        this.askedAt = now.truncatedTo(ChronoUnit.MICROS);
        this.language = choice.language().toLanguageTag();
        this.processors =
                new TreeSet<>(choice.processors()).stream().map(UUID::toString).collect(Collectors.joining(" "));
        this.template = choice.template();
        this.contractId = choice.contract().map(UUID::toString).orElse("");
        this.contractNumber = choice.contractNumber();
        choice.measures().forEach(measure -> measures.add(measure.toString()));
        this.first = choice.first();
        this.last = choice.last();
        this.fingerprint = "";
        waits();
    }

    private void waits() {
        state = ExportState.WAITING;
        step = "";
        done = 0;
        total = 0;
        size = 0;
        problemKey = null;
        problemDetail = null;
        startedAt = null;
        endedAt = null;
        expiresAt = null;
    }

    /** A job takes it up, for the first time or after one that died. */
    void begin(Instant now) {
        state = ExportState.BUILDING;
        startedAt = now;
    }

    /** @param what it is at, and of how much how much is done */
    void at(String what, long how, long much) {
        step = what;
        done = how;
        total = Math.max(how, much);
    }

    void ready(Built built, Duration kept, Instant now) {
        state = ExportState.READY;
        done = total;
        endedAt = now;
        expiresAt = now.plus(kept);
        size = built.size();
        fingerprint = built.fingerprint();
        proven = built.proven();
        due = built.due();
        unproven = built.unproven();
    }

    /** @throws Refused if nothing is under way */
    void cancel(Instant now) {
        if (!state.isUnderWay()) {
            throw Refused.because("export.refusal.not-under-way");
        }
        state = ExportState.CANCELLED;
        endedAt = now;
    }

    /** From the beginning, and as of the same instant.
     *
     * @throws Refused if it is under way or there */
    void resume() {
        if (!state.isResumable()) {
            throw Refused.because("export.refusal.not-resumable");
        }
        waits();
    }

    void fail(Reason why, Instant now) {
        StoredReason stored = StoredReason.of(why);
        state = ExportState.FAILED;
        problemKey = stored.key();
        problemDetail = stored.detail();
        endedAt = now;
    }

    void purge() {
        state = ExportState.PURGED;
    }

    public UUID id() {
        return id;
    }

    UUID asker() {
        return UUID.fromString(askerId);
    }

    public String askedBy() {
        return askedBy;
    }

    /** What was known then is what the archive tells. */
    public Instant askedAt() {
        return askedAt;
    }

    Locale language() {
        return Locale.forLanguageTag(language);
    }

    public Set<UUID> processors() {
        return processors.isEmpty()
                ? Set.of()
                : Arrays.stream(processors.split(" ")).map(UUID::fromString).collect(Collectors.toSet());
    }

    /** Of one contract only: its template. */
    public Optional<String> template() {
        return Optional.of(template).filter(one -> !one.isEmpty());
    }

    Optional<UUID> contract() {
        return Optional.of(contractId).filter(one -> !one.isEmpty()).map(UUID::fromString);
    }

    public Optional<String> contractNumber() {
        return Optional.of(contractNumber).filter(one -> !one.isEmpty());
    }

    /** Empty for all. */
    public Set<UUID> measures() {
        return measures.stream().map(UUID::fromString).collect(Collectors.toSet());
    }

    /** First day of the period, in UTC. */
    public LocalDate first() {
        return first;
    }

    /** Its last day. */
    public LocalDate last() {
        return last;
    }

    Instant from() {
        return first.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The first instant after the period; never later than when it was asked for. */
    Instant to() {
        Instant end = last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return end.isAfter(askedAt) ? askedAt : end;
    }

    public ExportState state() {
        return state;
    }

    /** What is under way; may be empty. */
    public String step() {
        return step;
    }

    /** In hundredths. */
    public int percent() {
        if (state == ExportState.READY || state == ExportState.PURGED) {
            return 100;
        }
        return total == 0 ? 0 : (int) (done * 100 / total);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    /** When the archive goes. */
    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    /** Of the archive, in bytes; 0 before it is there. */
    public long size() {
        return size;
    }

    /** Of the key that it is signed with: by that it is known to be this installation's. */
    public String fingerprint() {
        return fingerprint;
    }

    public int proven() {
        return proven;
    }

    public int due() {
        return due;
    }

    public int unproven() {
        return unproven;
    }

    public Optional<Reason> problem() {
        return Optional.ofNullable(problemKey).map(key -> new StoredReason(key, problemDetail).reason());
    }

    /** {@code countersign-evidence-2026-11-28-1a2b3c4d.zip} */
    public String fileName() {
        return "countersign-evidence-" + askedAt.atZone(ZoneOffset.UTC).toLocalDate() + "-"
                + id.toString().substring(0, 8) + ".zip";
    }
}
