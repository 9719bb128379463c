package app.countersign.measure;

import app.countersign.terms.Span;
import app.countersign.terms.StatedMeasures;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** All measures that a template states, of the processor whose template it is. */
@Entity
@Table(name = "annex")
public class Annex {

    @Id
    private UUID id;

    @Column(name = "processor_id")
    private UUID processor;

    private String template;

    @Column(name = "template_hash")
    private String hash;

    @Column(name = "review_span")
    private String review;

    @Column(name = "review_clause")
    private String reviewClause;

    @Column(name = "first_span")
    private String first;

    @Column(name = "mend_span")
    private String mend;

    @Column(name = "adopted_at")
    private Instant adoptedAt;

    @Version
    private long version;

    protected Annex() {}

    Annex(UUID processor, String template, Instant now) {
        this.id = UUID.randomUUID();
        this.processor = processor;
        this.template = template;
        this.adoptedAt = now;
    }

    /** What the template's version of that hash says of the annex as a whole. */
    void reads(String templateHash, StatedMeasures stated) {
        hash = templateHash;
        review = stated.review().toString();
        reviewClause = stated.reviewClause()
                .map(clause -> template + " " + clause.id())
                .orElse(null);
        first = stated.first().toString();
        mend = stated.mend().toString();
    }

    boolean hasRead(String templateHash) {
        return templateHash.equals(hash);
    }

    public UUID id() {
        return id;
    }

    public UUID processor() {
        return processor;
    }

    /** The template's folder: {@code okomo-dpa}. */
    public String template() {
        return template;
    }

    public Span review() {
        return Span.of(review);
    }

    /** What demands the review, as the trail cites it; empty where the house does. */
    public Optional<String> reviewClause() {
        return Optional.ofNullable(reviewClause);
    }

    Span first() {
        return Span.of(first);
    }

    Span mend() {
        return Span.of(mend);
    }

    Instant adoptedAt() {
        return adoptedAt;
    }
}
