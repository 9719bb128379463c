package app.countersign.breach;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That somebody with a personal link has read a notice. */
@Entity
@Table(name = "breach_reading")
public class NoticeReading {

    @Id
    private UUID id;

    @Column(name = "notice_id")
    private UUID noticeId;

    @Column(name = "read_at")
    private Instant readAt;

    private String reader;

    protected NoticeReading() {}

    /** @param reader the address to which the link went */
    NoticeReading(UUID noticeId, String reader, Instant now) {
        this.id = UUID.randomUUID();
        this.noticeId = noticeId;
        this.reader = reader;
        this.readAt = now;
    }

    public Instant readAt() {
        return readAt;
    }

    public String reader() {
        return reader;
    }
}
