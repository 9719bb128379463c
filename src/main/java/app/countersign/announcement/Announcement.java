package app.countersign.announcement;

import app.countersign.kernel.Country;
import app.countersign.kernel.Refused;
import app.countersign.subprocessor.ChangeKind;
import app.countersign.subprocessor.Safeguard;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A change of a sub-processor that is told to the controllers: what, from when, and how far the telling has come. */
@Entity
@Table(name = "sub_processor_change")
public class Announcement {

    /** Stands for none: an empty UUID column can't be read. */
    static final UUID NOBODY = new UUID(0, 0);

    @Id
    private UUID id;

    private String number;
    private ChangeKind kind;

    @Column(name = "processor_id")
    private UUID processorId;

    @Column(name = "engagement_id")
    private UUID engagementId;

    @Column(name = "replaced_id")
    private UUID replacedId;

    private String name;
    private String places;
    private String safeguards;

    @Column(name = "effective_on")
    private LocalDate effectiveOn;

    private String words;

    @Column(name = "announced_at")
    private Instant announcedAt;

    @Column(name = "announced_by")
    private String announcedBy;

    private long total;
    private long told;
    private long reached;
    private boolean finished;

    /** Whether the register shows it as done. */
    private boolean applied;

    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    @Column(name = "withdrawn_by")
    private String withdrawnBy;

    @Column(name = "withdrawn_reason")
    private String withdrawnReason;

    /** Whether those who had been told know that it was withdrawn; true as long as it was not. */
    private boolean retold;

    /** Whether subscribers know, of it or of its withdrawal. */
    private boolean spread;

    @Version
    private long version;

    protected Announcement() {}

    /**
     * What is announced.
     *
     * @param engagementId what it is about; of a replacement the one that comes
     * @param replacedId the one that goes; empty if none does
     * @param name of the organisation
     * @param places where data is processed from then on
     * @param words what people say about it
     */
    record Wish(
            ChangeKind kind,
            UUID processorId,
            UUID engagementId,
            Optional<UUID> replacedId,
            String name,
            Set<Country> places,
            Set<Safeguard> safeguards,
            LocalDate effectiveOn,
            String words) {}

    /** @param total how many contracts are concerned */
    Announcement(String number, Wish wish, long total, Instant now, String by) {
        this.id = UUID.randomUUID();
        this.number = number;
        this.kind = wish.kind();
        this.processorId = wish.processorId();
        this.engagementId = wish.engagementId();
        this.replacedId = wish.replacedId().orElse(NOBODY);
        this.name = wish.name();
        this.places = wish.places().stream().map(Country::code).collect(Collectors.joining(" "));
        this.safeguards =
                wish.safeguards().stream().map(Safeguard::name).sorted().collect(Collectors.joining(" "));
        this.effectiveOn = wish.effectiveOn();
        this.words = wish.words();
        this.total = total;
        this.announcedAt = now;
        this.announcedBy = by;
        this.retold = true;
    }

    /** Another contract has its row. @param serial of the contract */
    void reached(long serial) {
        told++;
        reached = serial;
    }

    void finish() {
        finished = true;
    }

    void applied() {
        applied = true;
    }

    void spread() {
        spread = true;
    }

    void retold() {
        retold = true;
    }

    /**
     * It was a mistake: nobody more is told of it, and those who were hear of this.
     *
     * @throws Refused if it was withdrawn before
     */
    void withdraw(String reason, Instant now, String by) {
        if (isWithdrawn()) {
            throw Refused.because("announcement.refusal.withdrawn");
        }
        withdrawnAt = now;
        withdrawnBy = by;
        withdrawnReason = reason;
        finished = true;
        spread = false;
        retold = false;
    }

    public boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    public Optional<Instant> withdrawnAt() {
        return Optional.ofNullable(withdrawnAt);
    }

    /** Empty as long as it is not. */
    public String withdrawnBy() {
        return withdrawnBy == null ? "" : withdrawnBy;
    }

    /** Empty as long as it is not. */
    public String withdrawnReason() {
        return withdrawnReason == null ? "" : withdrawnReason;
    }

    /** Whether everybody who had been told has heard of the withdrawal. */
    public boolean isRetold() {
        return retold;
    }

    public UUID id() {
        return id;
    }

    public String number() {
        return number;
    }

    public ChangeKind kind() {
        return kind;
    }

    public UUID processorId() {
        return processorId;
    }

    public UUID engagementId() {
        return engagementId;
    }

    public Optional<UUID> replacedId() {
        return Optional.of(replacedId).filter(one -> !one.equals(NOBODY));
    }

    public String name() {
        return name;
    }

    public Set<Country> places() {
        Set<Country> all = new LinkedHashSet<>();
        Arrays.stream(places.split(" ")).filter(code -> !code.isEmpty()).forEach(code -> all.add(new Country(code)));
        return all;
    }

    public Set<Safeguard> safeguards() {
        return Arrays.stream(safeguards.split(" "))
                .filter(word -> !word.isEmpty())
                .map(Safeguard::valueOf)
                .collect(Collectors.toSet());
    }

    /** From which day on, in the processor's zone; for a contract never before its own rule allows. */
    public LocalDate effectiveOn() {
        return effectiveOn;
    }

    public String words() {
        return words;
    }

    public Instant announcedAt() {
        return announcedAt;
    }

    public String announcedBy() {
        return announcedBy;
    }

    /** How many contracts it concerned when it was announced. */
    public long total() {
        return total;
    }

    /** How many have their row. */
    public long told() {
        return told;
    }

    /** The serial of the last contract that has its row. */
    long reached() {
        return reached;
    }

    public boolean isFinished() {
        return finished;
    }

    boolean isApplied() {
        return applied;
    }
}
