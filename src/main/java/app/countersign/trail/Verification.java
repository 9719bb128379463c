package app.countersign.trail;

import app.countersign.kernel.Reason;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** One look through the whole trail: asked for, under way, finished. */
@Entity
@Table(name = "trail_verification")
public class Verification {

    private static final JsonProvider JSON = JsonProvider.provider();

    @Id
    private UUID id;

    @Column(name = "asked_at")
    private Instant askedAt;

    private String noted;

    @Column(name = "finished_at")
    private Instant finishedAt;

    @Column(name = "row_total")
    private long total;

    @Column(name = "row_count")
    private long rows;

    private long forgotten;
    private String head;

    @Column(name = "flaw_count")
    private long flaws;

    private String findings;

    protected Verification() {}

    /** @param noted a head that was noted outside; may be null
     * @param total how many rows there are about */
    Verification(Instant now, String noted, long total) {
        this.id = UUID.randomUUID();
        this.askedAt = now;
        this.noted = noted;
        this.total = total;
        this.findings = "[]";
    }

    void read(long count) {
        rows = count;
        total = Math.max(total, count);
    }

    void finished(Head end, Verifier.Walk walk, Verifier.Findings found, Instant now) {
        rows = walk.rows();
        total = rows;
        forgotten = walk.forgottenFacts();
        head = end == null ? null : end.json();
        flaws = found.count();
        JsonArrayBuilder list = JSON.createArrayBuilder();
        for (Verifier.Finding finding : found.kept()) {
            JsonArrayBuilder args = JSON.createArrayBuilder(finding.args());
            list.add(JSON.createObjectBuilder()
                    .add("flaw", finding.flaw().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .add("args", args));
        }
        findings = list.build().toString();
        finishedAt = now;
    }

    public UUID id() {
        return id;
    }

    public Instant askedAt() {
        return askedAt;
    }

    Optional<String> noted() {
        return Optional.ofNullable(noted);
    }

    /** Whether it was held against a head that somebody had noted. */
    public boolean isAgainstNoted() {
        return noted != null;
    }

    public Optional<Instant> finishedAt() {
        return Optional.ofNullable(finishedAt);
    }

    public boolean isFinished() {
        return finishedAt != null;
    }

    /** Whether nothing was found; false as long as it is under way. */
    public boolean isWhole() {
        return isFinished() && flaws == 0;
    }

    /** How many rows there are. */
    public long total() {
        return total;
    }

    /** How many rows were read. */
    public long rows() {
        return rows;
    }

    /** How many personal facts are forgotten, on record. */
    public long forgotten() {
        return forgotten;
    }

    /** Where the chain ended. */
    public Optional<Head> head() {
        return Optional.ofNullable(head).map(Head::read);
    }

    public long flaws() {
        return flaws;
    }

    /** What is wrong, where, the first two hundred. */
    public List<Reason> findings() {
        try (var reader = JSON.createReader(new StringReader(findings))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(finding -> Reason.of(
                            "trail.flaw." + finding.getString("flaw"),
                            finding.getJsonArray("args").getValuesAs(JsonString.class).stream()
                                    .map(JsonString::getString)
                                    .toArray()))
                    .toList();
        }
    }
}
