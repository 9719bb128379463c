package app.countersign.measure;

import app.countersign.terms.Span;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A technical or organisational measure. It is adopted from a template, changes by versions, is reviewed, and proven by
 * evidence that ends. What its light depends on it carries itself.
 */
@Entity
@Table(name = "measure")
public class Measure {

    /** Somebody is told that evidence ends when this part of its time is left. */
    private static final int LEFT = 5;

    @Id
    private UUID id;

    @ManyToOne
    @JoinColumn(name = "annex_id")
    private Annex annex;

    @Column(name = "processor_id")
    private UUID processor;

    private String template;
    private String code;
    private String place;

    @Column(name = "stated_hash")
    private String statedHash;

    /** Kept as text: the persistence provider can't read an absent UUID. */
    @Column(name = "owner_id")
    private String owner;

    @Column(name = "version_no")
    private int versionNo;

    @Column(name = "title_de")
    private String german;

    @Column(name = "title_en")
    private String english;

    private String goal;
    private String category;
    private boolean proposed;

    @Column(name = "adopted_at")
    private Instant adoptedAt;

    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    @Column(name = "own_review")
    private boolean ownReview;

    @Column(name = "reviewed_at")
    private Instant reviewedAt;

    @Column(name = "review_due_at")
    private Instant reviewDueAt;

    @Column(name = "proven_until")
    private Instant provenUntil;

    @Column(name = "ending_from")
    private Instant endingFrom;

    private boolean failing;
    private boolean watched;

    @Version
    private long version;

    protected Measure() {}

    /** @param zone in which days of reviews end */
    Measure(Annex annex, String code, int position, Statement statement, ZoneId zone, Instant now) {
        this.id = UUID.randomUUID();
        this.annex = annex;
        this.processor = annex.processor();
        this.template = annex.template();
        this.code = code;
        this.adoptedAt = now;
        stands(position);
        states(statement, 1, zone);
        stated(statement);
    }

    /** Its position in the template's annex, from 1. */
    final void stands(int position) {
        place = String.format(Locale.ROOT, "%s/%04d", template, position);
    }

    /** What the template said when it was read last. */
    final void stated(Statement statement) {
        statedHash = statement.hash();
    }

    boolean hasStated(Statement statement) {
        return statement.hash().equals(statedHash);
    }

    /** From now on this is what is done. */
    final void states(Statement statement, int no, ZoneId zone) {
        versionNo = no;
        german = statement.title(Locale.GERMAN);
        english = statement.title(Locale.ENGLISH);
        goal = statement.goal();
        category = statement.category();
        ownReview = statement.review().isPresent();
        reviewDueAt = end(statement.review().orElse(annex.review()), reviewedAt == null ? adoptedAt : reviewedAt, zone);
        proposed = false;
    }

    private static Instant end(Span span, Instant from, ZoneId zone) {
        return span.after(from.atZone(zone));
    }

    /** A lowered level waits for a second person. */
    void awaits(boolean decision) {
        proposed = decision;
    }

    /** The template does not state it any more, and a second person agreed. */
    void withdraw(Instant now) {
        withdrawnAt = now;
        proposed = false;
    }

    /** The template states it again. */
    void resume() {
        withdrawnAt = null;
    }

    void belongsTo(UUID account) {
        owner = account == null ? null : account.toString();
    }

    void reviewed(Instant now, Optional<Span> own, ZoneId zone) {
        reviewedAt = now;
        reviewDueAt = end(own.orElse(annex.review()), now, zone);
    }

    /**
     * Evidence has come.
     *
     * @param from when it was so
     * @param until how long that holds
     * @param byItself whether the next comes by itself, so that nobody has to be told that this one ends
     */
    void proven(Instant from, Instant until, boolean byItself) {
        if (provenUntil == null || until.isAfter(provenUntil)) {
            provenUntil = until;
            endingFrom = byItself ? null : endingFrom(from, until);
        }
    }

    /** From when somebody should see to new evidence. */
    static Instant endingFrom(Instant from, Instant until) {
        return until.minus(Duration.between(from, until).dividedBy(LEFT));
    }

    /** What is left once evidence was taken back.
     *
     * @param until null if nothing is */
    void provenOnly(Instant from, Instant until, boolean byItself) {
        provenUntil = null;
        endingFrom = null;
        if (until != null) {
            proven(from, until, byItself);
        }
    }

    /** Whether the last look of anything that looks by itself failed. */
    void fails(boolean failed) {
        failing = failed;
    }

    /** Whether a clock runs for its evidence. */
    void watched(boolean runs) {
        watched = runs;
    }

    boolean isWatched() {
        return watched;
    }

    public Standing standing(Instant now) {
        return Standing.of(provenUntil, endingFrom, failing, reviewDueAt, now);
    }

    /** Whether there was ever evidence. */
    boolean wasProven() {
        return provenUntil != null;
    }

    public UUID id() {
        return id;
    }

    public Annex annex() {
        return annex;
    }

    public UUID processor() {
        return processor;
    }

    public String template() {
        return template;
    }

    /** The first of the clauses that state it: {@code A-1-use-3}. */
    public String code() {
        return code;
    }

    /** What demands it, as the trail cites it. */
    public String clause() {
        return template + " " + code;
    }

    String place() {
        return place;
    }

    /** The account of who sees to it; empty if nobody does in particular. */
    public Optional<UUID> owner() {
        return Optional.ofNullable(owner).map(UUID::fromString);
    }

    /** The number of the version in force, from 1. */
    public int versionNo() {
        return versionNo;
    }

    public String title(Locale language) {
        return language.getLanguage().equals("de") ? german : english;
    }

    public String goal() {
        return goal;
    }

    public String category() {
        return category;
    }

    public boolean isProposed() {
        return proposed;
    }

    public Instant adoptedAt() {
        return adoptedAt;
    }

    public Optional<Instant> withdrawnAt() {
        return Optional.ofNullable(withdrawnAt);
    }

    /** Whether its words name an interval of their own for its review. */
    public boolean hasOwnReview() {
        return ownReview;
    }

    public Optional<Instant> reviewedAt() {
        return Optional.ofNullable(reviewedAt);
    }

    public Instant reviewDueAt() {
        return reviewDueAt;
    }

    public Optional<Instant> provenUntil() {
        return Optional.ofNullable(provenUntil);
    }

    public long version() {
        return version;
    }
}
