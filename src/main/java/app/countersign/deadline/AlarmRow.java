package app.countersign.deadline;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That an alarm was said. Unique for its deadline, so that the database itself refuses to say it twice. */
@Entity
@Table(name = "deadline_alarm")
public class AlarmRow {

    @Id
    private UUID id;

    @Column(name = "deadline_id")
    private UUID deadlineId;

    private String name;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "fired_at")
    private Instant firedAt;

    protected AlarmRow() {}

    AlarmRow(UUID deadlineId, Alarm alarm, Instant firedAt) {
        this.id = UUID.randomUUID();
        this.deadlineId = deadlineId;
        this.name = alarm.name();
        this.dueAt = alarm.at();
        this.firedAt = firedAt;
    }

    public Alarm alarm() {
        return new Alarm(name, dueAt);
    }

    public UUID deadlineId() {
        return deadlineId;
    }

    /** When it was said; {@link Alarm#at()} is when it was to be. */
    public Instant firedAt() {
        return firedAt;
    }
}
