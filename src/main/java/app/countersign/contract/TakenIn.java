package app.countersign.contract;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** Where a contract comes from that was concluded elsewhere; all empty for one that came about here. */
@Embeddable
public class TakenIn {

    @Column(name = "taken_in_at")
    private Instant at;

    @Column(name = "taken_in_by")
    private String by;

    @Column(name = "concluded_on")
    private LocalDate concludedOn;

    @Column(name = "early_reason")
    private String earlyReason;

    @Column(name = "paper_reference")
    private String reference;

    /** By which a reference is known again, however it is written: see {@link #key}. */
    @Column(name = "paper_reference_key")
    private String referenceKey;

    @Column(name = "document_due_since")
    private Instant documentDueSince;

    protected TakenIn() {}

    /**
     * @param by who took it in
     * @param withPaper whether its paper is kept here from the beginning
     */
    TakenIn(Paper paper, String by, boolean withPaper, Instant now) {
        this.at = now;
        this.by = by;
        this.concludedOn = paper.concludedOn();
        this.earlyReason = paper.earlyReason().isEmpty() ? null : paper.earlyReason();
        this.reference = paper.reference().isEmpty() ? null : paper.reference();
        this.referenceKey = reference == null ? null : key(reference);
        this.documentDueSince = withPaper ? null : now;
    }

    /** Without blanks and capitals: {@code DPA 2019/7} is {@code dpa2019/7}. */
    static String key(String reference) {
        return reference.replaceAll("[\\s\\p{Z}]+", "").toLowerCase(Locale.ROOT);
    }

    void complete() {
        documentDueSince = null;
    }

    boolean isSet() {
        return at != null;
    }

    public Instant at() {
        return at;
    }

    /** For people: the name of whoever took it in. */
    public String by() {
        return by;
    }

    /** The day of the last signature. */
    public LocalDate concludedOn() {
        return concludedOn;
    }

    /** Why it was in force before it was concluded, where it was. */
    public Optional<String> earlyReason() {
        return Optional.ofNullable(earlyReason);
    }

    /** What the paper is called where it is filed. */
    public Optional<String> reference() {
        return Optional.ofNullable(reference);
    }

    /** Since when the paper is to be added; empty once it is here. */
    public Optional<Instant> documentDueSince() {
        return Optional.ofNullable(documentDueSince);
    }
}
