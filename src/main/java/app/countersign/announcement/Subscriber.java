package app.countersign.announcement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** Somebody who wants to hear of changes of a processor's sub-processors: by an address, and nothing else is known. */
@Entity
@Table(name = "subscriber")
public class Subscriber {

    /** So long the address's holder has to confirm it; who has not is forgotten. */
    static final Duration TO_CONFIRM = Duration.ofDays(2);

    /** So long nobody is written to again, however often the form is sent. */
    private static final Duration PAUSE = Duration.ofMinutes(15);

    @Id
    private UUID id;

    @Column(name = "processor_id")
    private UUID processorId;

    /** Encrypted. */
    private byte[] address;

    private String mark;
    private String language;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    @Version
    private long version;

    protected Subscriber() {}

    /** @param address encrypted
     * @param mark by what it is found again */
    Subscriber(UUID id, UUID processorId, byte[] address, String mark, Locale language, Instant now) {
        this.id = id;
        this.processorId = processorId;
        this.address = address.clone();
        this.mark = mark;
        this.language = language.toLanguageTag();
        this.askedAt = now;
    }

    /** Somebody sends the form again.
     *
     * @return whether that is to be answered */
    boolean asks(Instant now) {
        boolean answered = !askedAt.plus(PAUSE).isAfter(now);
        askedAt = answered ? now : askedAt;
        return answered;
    }

    /** Whether its link opens it: for as long as it may be confirmed, and for good once it is. */
    boolean isOpen(Instant now) {
        return isConfirmed() || now.isBefore(askedAt.plus(TO_CONFIRM));
    }

    /** The address is its holder's. @return whether that is new */
    boolean confirm(Instant now) {
        boolean first = confirmedAt == null;
        confirmedAt = first ? now : confirmedAt;
        return first;
    }

    boolean isConfirmed() {
        return confirmedAt != null;
    }

    UUID id() {
        return id;
    }

    UUID processorId() {
        return processorId;
    }

    byte[] address() {
        return address.clone();
    }

    Locale language() {
        return Locale.forLanguageTag(language);
    }
}
