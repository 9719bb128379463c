package app.countersign.contract;

import app.countersign.kernel.PlainText;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/** A minor violation, and until when the other party is to cure it. */
@Embeddable
public class Cure {

    private static final PlainText VIOLATION = PlainText.lines(1000);

    @Column(name = "cure_set_by")
    private Side setBy;

    @Column(name = "cure_set_on")
    private LocalDate setOn;

    @Column(name = "cure_until")
    private LocalDate until;

    @Column(name = "cure_violation")
    private String violation;

    protected Cure() {}

    /** @throws app.countersign.kernel.Invalid with a complaint for {@code violation} */
    Cure(Side setBy, LocalDate setOn, LocalDate until, String violation) {
        this.setBy = setBy;
        this.setOn = setOn;
        this.until = until;
        this.violation = VIOLATION.require("violation", violation);
    }

    boolean isSet() {
        return until != null;
    }

    /** Whose complaint it is; the other party has violated the contract. */
    public Side setBy() {
        return setBy;
    }

    public LocalDate setOn() {
        return setOn;
    }

    /** The last day on which it can be cured. */
    public LocalDate until() {
        return until;
    }

    public String violation() {
        return violation;
    }
}
