package app.countersign.accesslog;

import app.countersign.kernel.Refused;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** A review of the log: due from the moment the last one ended, until somebody confirms that they have looked. */
@Entity
@Table(name = "access_review")
public class Review {

    /** As long as a deadline's reason: where it is late, they are that. */
    static final int LONGEST_REMARKS = 1000;

    @Id
    private UUID id;

    @Column(name = "begins_at")
    private Instant beginsAt;

    private String clause;

    @Column(name = "ends_at")
    private Instant endsAt;

    @Column(name = "confirmed_by")
    private String confirmedBy;

    private String remarks;
    private String figures;

    @Version
    private long version;

    protected Review() {}

    /** @param clause that demands it */
    Review(Instant begins, String clause) {
        this.id = UUID.randomUUID();
        this.beginsAt = begins.truncatedTo(ChronoUnit.MICROS);
        this.clause = clause;
    }

    /**
     * Somebody has looked at the log up to now.
     *
     * @param by their pseudonym
     * @param figures what they saw, in canonical JSON
     * @throws Refused if somebody has done so before
     */
    void confirm(Instant now, UUID by, String remarks, String figures) {
        if (endsAt != null) {
            throw Refused.because("accesslog.refusal.confirmed");
        }
        this.endsAt = now.truncatedTo(ChronoUnit.MICROS);
        this.confirmedBy = by.toString();
        this.remarks = remarks;
        this.figures = figures;
    }

    /** Somebody has decided, in the room of deadlines, that it need not be done. */
    void passOver(Instant now) {
        endsAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    public UUID id() {
        return id;
    }

    /** Where the time begins that is looked at. */
    public Instant beginsAt() {
        return beginsAt;
    }

    /** What demands it: template and clause. */
    public String clause() {
        return clause;
    }

    /** When it was confirmed or waived, and up to where the log was looked at. */
    public Optional<Instant> endsAt() {
        return Optional.ofNullable(endsAt);
    }

    /** The pseudonym of who did; empty if it was waived. */
    public Optional<UUID> confirmedBy() {
        return Optional.ofNullable(confirmedBy).map(UUID::fromString);
    }

    public Optional<String> remarks() {
        return Optional.ofNullable(remarks);
    }

    /** What there was to see, in canonical JSON. */
    public Optional<String> figures() {
        return Optional.ofNullable(figures);
    }

    /** SHA-256 of the figures. */
    Optional<String> figuresHash() {
        return figures().map(Review::sha256);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
