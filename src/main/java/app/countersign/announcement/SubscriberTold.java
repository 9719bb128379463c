package app.countersign.announcement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That a subscriber was told of a change, or of its withdrawal: there is one of each, which the database sees to. */
@Entity
@Table(name = "subscriber_told")
public class SubscriberTold {

    @Id
    private UUID id;

    @Column(name = "subscriber_id")
    private UUID subscriberId;

    @Column(name = "change_id")
    private UUID changeId;

    private boolean withdrawal;

    @Column(name = "told_at")
    private Instant toldAt;

    protected SubscriberTold() {}

    SubscriberTold(Subscriber subscriber, Announcement change, Instant now) {
        this.id = UUID.randomUUID();
        this.subscriberId = subscriber.id();
        this.changeId = change.id();
        this.withdrawal = change.isWithdrawn();
        this.toldAt = now;
    }

    boolean isOfWithdrawal() {
        return withdrawal;
    }
}
