package app.countersign.schedule;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** When a job is due, and how its last run went. */
@Entity
@Table(name = "job")
class JobRow {

    private static final int PROBLEM_LENGTH = 500;

    /** Clocks of two instances may differ by less than that. */
    private static final Duration SET_BACK = Duration.ofMinutes(1);

    @Id
    private String name;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "last_start")
    private Instant lastStart;

    @Column(name = "last_end")
    private Instant lastEnd;

    @Column(name = "last_count")
    private Integer lastCount;

    @Column(name = "last_problem")
    private String lastProblem;

    protected JobRow() {}

    JobRow(String name, Instant dueAt) {
        this.name = name;
        this.dueAt = dueAt;
    }

    /** Its time has come, or the clock was set back since it last ran: nobody waits until the old time is reached again. */
    boolean isDue(Instant now) {
        return !now.isBefore(dueAt) || lastEnd != null && now.isBefore(lastEnd.minus(SET_BACK));
    }

    void succeeded(Instant start, Instant end, Job.Outcome outcome, Duration every) {
        lastStart = start;
        lastEnd = end;
        lastCount = outcome.done();
        lastProblem = null;
        dueAt = outcome.more() ? end : end.plus(every);
    }

    void failed(Instant start, Instant end, String problem, Duration every) {
        lastStart = start;
        lastEnd = end;
        lastProblem = problem.substring(0, Math.min(problem.length(), PROBLEM_LENGTH));
        dueAt = end.plus(every);
    }
}
