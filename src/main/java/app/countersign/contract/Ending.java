package app.countersign.contract;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Optional;

/** How and when a contract ends; all empty as long as nobody has terminated it. */
@Embeddable
public class Ending {

    @Column(name = "end_kind")
    private EndKind kind;

    @Column(name = "ends_on")
    private LocalDate lastDay;

    @Column(name = "end_reason")
    private String reason;

    @Column(name = "end_given_by")
    private Side givenBy;

    @Column(name = "end_received_on")
    private LocalDate receivedOn;

    @Column(name = "end_clause")
    private String clause;

    protected Ending() {}

    void on(EndKind how, LocalDate day, String why) {
        kind = how;
        lastDay = day;
        reason = why.isEmpty() ? null : why;
    }

    /** @param clauseId of the template's words; null where it has none about such an end */
    void declared(Side by, LocalDate received, String clauseId) {
        givenBy = by;
        receivedOn = received;
        clause = clauseId;
    }

    /** After a notice the last day still counts; what ends at once ends on that day. */
    boolean isOver(LocalDate today) {
        return lastDay != null && (kind == EndKind.ORDINARY ? lastDay.isBefore(today) : !lastDay.isAfter(today));
    }

    Optional<EndKind> kind() {
        return Optional.ofNullable(kind);
    }

    Optional<LocalDate> lastDay() {
        return Optional.ofNullable(lastDay);
    }

    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    Optional<Side> givenBy() {
        return Optional.ofNullable(givenBy);
    }

    Optional<LocalDate> receivedOn() {
        return Optional.ofNullable(receivedOn);
    }

    Optional<String> clause() {
        return Optional.ofNullable(clause);
    }
}
