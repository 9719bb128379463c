package app.countersign.contract;

import app.countersign.document.StoredFile;
import app.countersign.kernel.PlainText;
import app.countersign.kernel.Refused;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A file that came back for a contract, kept byte for byte, with what was found of it and what became of it. The same
 * file twice is one return, whatever doors it came by.
 */
@Entity
@Table(name = "returned_file")
public class ReturnedFile {

    private static final PlainText NAME = PlainText.line(200);

    @Id
    private UUID id;

    @Column(name = "contract_id")
    private UUID contractId;

    private String sha256;

    @Column(name = "file_size")
    private long size;

    @Column(name = "file_name")
    private String fileName;

    private Door door;

    @Column(name = "brought_by")
    private String broughtBy;

    @Column(name = "mail_id")
    private String mailId;

    @Column(name = "came_at")
    private Instant cameAt;

    private ReturnVerdict verdict;
    private ReturnState state;

    @Column(name = "protocol_sha256")
    private String protocol;

    @Column(name = "letter_sent")
    private boolean letterSent;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "decided_by")
    private String decidedBy;

    @Column(name = "decision_reason")
    private String decisionReason;

    @Version
    private long version;

    protected ReturnedFile() {}

    /**
     * Came just now, and was judged.
     *
     * @param name as whoever brought it calls it
     * @param protocol the stored file that says how the verdict came about
     */
    ReturnedFile(
            Contract contract,
            StoredFile file,
            String name,
            Provenance from,
            ReturnVerdict verdict,
            String protocol,
            Instant now) {
        this.id = UUID.randomUUID();
        this.contractId = contract.id();
        this.sha256 = file.sha256();
        this.size = file.size();
        this.fileName = named(name, contract);
        this.door = from.door();
        this.broughtBy = from.by();
        this.mailId = from.mail().map(UUID::toString).orElse(null);
        this.cameAt = now;
        this.verdict = verdict;
        this.protocol = protocol;
        this.state = ReturnState.WAITING;
    }

    /** What can't be shown, or be a file's name, is left out. */
    private static String named(String name, Contract contract) {
        String clean = NAME.clean(name == null ? "" : name.replaceAll(".*[/\\\\]", ""))
                .replaceAll("[\\p{Cntrl}\\p{Cf}\"<>:|?*]", "");
        String given = clean.isEmpty() ? contract.number() + "-returned.pdf" : clean;
        return given.substring(0, Math.min(200, given.length()));
    }

    /** Settled by the rules alone. */
    void settled(ReturnState outcome, boolean letter) {
        state = outcome;
        letterSent = letter;
    }

    /** A person took it, having seen both pages. */
    void accepted(String reason, String by, Instant now) {
        requireOpen();
        if (verdict == ReturnVerdict.ALTERED || verdict == ReturnVerdict.UNREADABLE) {
            throw Refused.because("contract.return.refusal.not-acceptable", verdict.label());
        }
        decided(ReturnState.TAKEN, reason, by, now);
    }

    /** A person refused it. */
    void refused(String reason, String by, Instant now) {
        requireOpen();
        letterSent = true;
        decided(ReturnState.REFUSED, reason, by, now);
    }

    /** What was taken already turned out not to be right after all. */
    void sentBack(String reason, String by, Instant now) {
        letterSent = true;
        decided(ReturnState.REFUSED, reason, by, now);
    }

    /** Another file took its place. */
    void superseded() {
        state = ReturnState.KEPT;
    }

    private void decided(ReturnState outcome, String reason, String by, Instant now) {
        state = outcome;
        decisionReason = Contract.REASON.require("reason", reason);
        decidedBy = by;
        decidedAt = now;
    }

    private void requireOpen() {
        if (state != ReturnState.WAITING) {
            throw Refused.because("contract.return.refusal.decided", state.label());
        }
    }

    public UUID id() {
        return id;
    }

    public UUID contractId() {
        return contractId;
    }

    public String sha256() {
        return sha256;
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    public String fileName() {
        return fileName;
    }

    public Door door() {
        return door;
    }

    /** For people: a name, or an address as the mail says it. */
    public String broughtBy() {
        return broughtBy;
    }

    public Optional<UUID> mailId() {
        return Optional.ofNullable(mailId).map(UUID::fromString);
    }

    public Instant cameAt() {
        return cameAt;
    }

    public ReturnVerdict verdict() {
        return verdict;
    }

    public ReturnState state() {
        return state;
    }

    /** SHA-256 of the stored {@link ReturnProtocol}. */
    String protocol() {
        return protocol;
    }

    public boolean letterSent() {
        return letterSent;
    }

    public Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    /** The person; empty where the rules decided. */
    public Optional<String> decidedBy() {
        return Optional.ofNullable(decidedBy);
    }

    public Optional<String> decisionReason() {
        return Optional.ofNullable(decisionReason);
    }

    public long version() {
        return version;
    }
}
