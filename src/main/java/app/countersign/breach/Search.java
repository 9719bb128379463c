package app.countersign.breach;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/**
 * The search for the controllers that a breach concerns, of one processor: through its contracts by their serial, some at
 * a time, so that a hundred thousand of them need no long transaction and a kill loses none.
 */
@Entity
@Table(name = "breach_search")
class Search {

    @Id
    private UUID id;

    @Column(name = "breach_id")
    private UUID breachId;

    @Column(name = "processor_id")
    private UUID processorId;

    private long total;
    private long found;
    private long reached;
    private boolean finished;

    @Version
    private long version;

    protected Search() {}

    /** @param total how many contracts will be found */
    Search(UUID breachId, UUID processorId, long total) {
        this.id = UUID.randomUUID();
        this.breachId = breachId;
        this.processorId = processorId;
        this.total = total;
    }

    /**
     * Some more were found.
     *
     * @param serial of the last contract that was looked at
     */
    void found(int more, long serial) {
        found += more;
        reached = serial;
    }

    /** From the first contract on, since more is known of what happened. @param total as with a new one */
    void again(long total) {
        this.total = total;
        found = 0;
        reached = 0;
        finished = false;
    }

    /** There are no others. */
    void finish() {
        finished = true;
        total = found;
    }

    UUID breachId() {
        return breachId;
    }

    UUID processorId() {
        return processorId;
    }

    /** How many there are in all; until it is finished, as many as there may be. */
    long total() {
        return total;
    }

    /** How many are still to be found. */
    long left() {
        return Math.max(0, total - found);
    }

    /** The serial of the last contract that was looked at; 0 before the first. */
    long reached() {
        return reached;
    }

    boolean isFinished() {
        return finished;
    }
}
