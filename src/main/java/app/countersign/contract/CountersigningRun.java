package app.countersign.contract;

import app.countersign.kernel.StoredReason;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Several contracts that a person countersigns at once; worked off one by one, each in a transaction of its own. */
@Entity
@Table(name = "countersigning_run")
public class CountersigningRun {

    @Id
    private UUID id;

    @Column(name = "account_name")
    private String accountName;

    @Column(name = "started_at")
    private Instant startedAt;

    protected CountersigningRun() {}

    CountersigningRun(String accountName, Instant now) {
        this.id = UUID.randomUUID();
        this.accountName = accountName;
        this.startedAt = now;
    }

    UUID id() {
        return id;
    }

    /** The account of the person who signs. */
    String accountName() {
        return accountName;
    }

    Instant startedAt() {
        return startedAt;
    }

    /** One contract of a run. */
    @Entity(name = "RunItem")
    @Table(name = "countersigning_item")
    public static class Item {

        @Id
        private UUID id;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "run_id")
        private CountersigningRun run;

        @Column(name = "contract_id")
        private UUID contractId;

        private int ordinal;
        private ItemState state;

        @Column(name = "problem_key")
        private String problemKey;

        @Column(name = "problem_detail")
        private String problemDetail;

        @Column(name = "finished_at")
        private Instant finishedAt;

        protected Item() {}

        Item(CountersigningRun run, UUID contractId, int ordinal) {
            this.id = UUID.randomUUID();
            this.run = run;
            this.contractId = contractId;
            this.ordinal = ordinal;
            this.state = ItemState.WAITING;
        }

        void done(Instant now) {
            state = ItemState.DONE;
            finishedAt = now;
        }

        void failed(StoredReason reason, Instant now) {
            state = ItemState.FAILED;
            problemKey = reason.key();
            problemDetail = reason.detail();
            finishedAt = now;
        }

        void again() {
            state = ItemState.WAITING;
            problemKey = null;
            problemDetail = null;
            finishedAt = null;
        }

        UUID id() {
            return id;
        }

        CountersigningRun run() {
            return run;
        }

        UUID contractId() {
            return contractId;
        }

        ItemState state() {
            return state;
        }

        StoredReason problem() {
            return problemKey == null ? null : new StoredReason(problemKey, problemDetail);
        }
    }
}
