package app.countersign.retention;

import app.countersign.contract.Contract;
import app.countersign.kernel.PlainText;
import app.countersign.kernel.Refused;
import app.countersign.terms.Span;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What becomes of a controller's data once its contract has ended. The controller chooses, the data is handed over if it
 * wants so, it is deleted, and that is confirmed; until then a clock runs.
 */
@Entity
@Table(name = "disposal")
public class Disposal {

    static final PlainText REMARK = PlainText.lines(1000);

    /** After how much of the time the controller is reminded, in percent, the first first. */
    private static final int[] REMINDED_AT = {50, 80};

    @Id
    @Column(name = "contract_id")
    private UUID contractId;

    @Column(name = "processor_id")
    private UUID processorId;

    private String number;

    @Column(name = "ended_on")
    private LocalDate endedOn;

    @Column(name = "due_on")
    private LocalDate dueOn;

    private String clause;
    private String agreed;
    private DisposalChoice choice;

    @Column(name = "chosen_at")
    private Instant chosenAt;

    @Column(name = "chosen_by")
    private String chosenBy;

    @Column(name = "chosen_how")
    private ChosenHow chosenHow;

    private String remark;

    @Column(name = "returned_at")
    private Instant returnedAt;

    @Column(name = "returned_how")
    private String returnedHow;

    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    @Column(name = "confirmed_by")
    private String confirmedBy;

    private int reminders;

    @Column(name = "next_reminder_at")
    private Instant nextReminderAt;

    @Version
    private long version;

    protected Disposal() {}

    Disposal(Contract contract, LocalDate endedOn, LocalDate dueOn, String clause, Instant now) {
        this.contractId = contract.id();
        this.processorId = contract.processor().id();
        this.number = contract.number();
        this.endedOn = endedOn;
        this.dueOn = dueOn;
        this.clause = clause;
        this.nextReminderAt = reminder(now, contract);
    }

    /** The controller was reminded; when next, if it still says nothing. */
    void reminded(Instant now, Contract contract) {
        reminders++;
        nextReminderAt = reminder(now, contract);
    }

    private Instant reminder(Instant now, Contract contract) {
        Instant start = endedOn.atStartOfDay(contract.processor().zone()).toInstant();
        Instant due = dueOn.atStartOfDay(contract.processor().zone()).toInstant();
        for (int i = reminders; i < REMINDED_AT.length; i++) {
            Instant at = start.plus(
                    Duration.between(start, due).multipliedBy(REMINDED_AT[i]).dividedBy(100));
            if (at.isAfter(now)) {
                return at;
            }
            reminders++;
        }
        return null;
    }

    /**
     * The controller chooses. Choosing the same again changes nothing.
     *
     * @throws Refused if it chose otherwise before and this is the link, or it is confirmed already
     */
    void choose(DisposalChoice wanted, ChosenHow how, String by, String why, Instant now) {
        requireOpen();
        if (choice != null && choice != wanted && how == ChosenHow.LINK) {
            throw Refused.because("deletion.refusal.chosen");
        }
        choice = wanted;
        chosenHow = how;
        chosenBy = by;
        chosenAt = now;
        remark = why.isEmpty() ? null : why;
        nextReminderAt = null;
    }

    /** Which of the periods was agreed, and what follows. */
    void agree(Span period, LocalDate day) {
        requireOpen();
        agreed = period.toString();
        dueOn = day;
    }

    /** The data was handed over; the first time counts. */
    void handedOver(String how, Instant now) {
        requireOpen();
        if (choice != DisposalChoice.RETURN) {
            throw Refused.because("deletion.refusal.not-to-return");
        }
        if (returnedAt == null) {
            returnedAt = now;
            returnedHow = how;
        }
    }

    /**
     * Everything is done, and the controller has it in writing.
     *
     * @param open how many deletions by hand are still open
     * @throws Refused if something is still to be done
     */
    void confirm(long open, String by, Instant now) {
        requireOpen();
        if (choice == null) {
            throw Refused.because("deletion.refusal.not-chosen");
        }
        if (choice == DisposalChoice.RETURN && returnedAt == null) {
            throw Refused.because("deletion.refusal.not-returned");
        }
        if (open > 0) {
            throw Refused.because("deletion.refusal.still-open", open);
        }
        confirmedAt = now;
        confirmedBy = by;
        nextReminderAt = null;
    }

    private void requireOpen() {
        if (confirmedAt != null) {
            throw Refused.because("deletion.refusal.confirmed");
        }
    }

    public UUID contractId() {
        return contractId;
    }

    public UUID processorId() {
        return processorId;
    }

    /** The contract's. */
    public String number() {
        return number;
    }

    public LocalDate endedOn() {
        return endedOn;
    }

    /** The last day on which anything may be left. */
    public LocalDate dueOn() {
        return dueOn;
    }

    /** As the trail cites it. */
    public String clause() {
        return clause;
    }

    public Optional<Span> agreed() {
        return Optional.ofNullable(agreed).map(Span::of);
    }

    public Optional<DisposalChoice> choice() {
        return Optional.ofNullable(choice);
    }

    public Optional<Instant> chosenAt() {
        return Optional.ofNullable(chosenAt);
    }

    public Optional<String> chosenBy() {
        return Optional.ofNullable(chosenBy);
    }

    public Optional<ChosenHow> chosenHow() {
        return Optional.ofNullable(chosenHow);
    }

    public Optional<String> remark() {
        return Optional.ofNullable(remark);
    }

    public Optional<Instant> returnedAt() {
        return Optional.ofNullable(returnedAt);
    }

    public Optional<String> returnedHow() {
        return Optional.ofNullable(returnedHow);
    }

    public Optional<Instant> confirmedAt() {
        return Optional.ofNullable(confirmedAt);
    }

    public Optional<String> confirmedBy() {
        return Optional.ofNullable(confirmedBy);
    }

    Optional<Instant> nextReminderAt() {
        return Optional.ofNullable(nextReminderAt);
    }
}
