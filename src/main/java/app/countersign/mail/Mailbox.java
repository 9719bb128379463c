package app.countersign.mail;

import app.countersign.kernel.Reason;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How far a mailbox has been read, and how the last look at it went. */
@Entity
@Table(name = "mailbox")
class Mailbox {

    /** Between two looks. */
    static final Duration EVERY = Duration.ofSeconds(10);

    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int DOUBLINGS = 10;

    @Id
    private String name;

    @Column(name = "uid_validity")
    private long uidValidity;

    @Column(name = "last_uid")
    private long lastUid;

    @Column(name = "next_poll_at")
    private Instant nextPollAt;

    @Column(name = "succeeded_at")
    private Instant succeededAt;

    private int failures;

    /** How often the next mail could not be fetched. */
    private int stumbles;

    private int remaining;

    @Column(name = "problem_key")
    private String problemKey;

    @Column(name = "problem_detail")
    private String problemDetail;

    protected Mailbox() {}

    Mailbox(String name, Instant now) {
        this.name = name;
        this.nextPollAt = now;
    }

    boolean isDue(Instant now) {
        return !now.isBefore(nextPollAt);
    }

    boolean knows(long validity) {
        return uidValidity == validity;
    }

    /** The server numbers its mails anew, or is looked at for the first time. */
    void begins(long validity, long after) {
        uidValidity = validity;
        lastUid = after;
    }

    /** That mail is recorded, and all before it. */
    void reached(long uid) {
        lastUid = Math.max(lastUid, uid);
        stumbles = 0;
    }

    /** The next mail could not be fetched, though the server was there. */
    void stumbled() {
        stumbles++;
    }

    void remain(int mails) {
        remaining = mails;
    }

    /** @param more whether mails are left that can be fetched at once */
    void succeeded(boolean more, Instant now) {
        succeededAt = now;
        failures = 0;
        problemKey = null;
        problemDetail = null;
        nextPollAt = more ? now : now.plus(EVERY);
    }

    /** It waits longer each time, up to a quarter of an hour: a wrong password tried too often locks the mailbox. */
    void failed(Reason problem, Instant now) {
        told(problem);
        Duration pause = EVERY.multipliedBy(1L << Math.min(failures, DOUBLINGS));
        failures++;
        nextPollAt = now.plus(pause.compareTo(LONGEST) < 0 ? pause : LONGEST);
    }

    /** What comes next can't be taken in just now, through no fault of the mailbox: that is no failure of it. */
    void waits(Reason why, Instant now) {
        told(why);
        nextPollAt = now.plus(EVERY);
    }

    private void told(Reason problem) {
        problemKey = problem.key();
        problemDetail = problem.args().isEmpty()
                ? null
                : cut(String.valueOf(problem.args().get(0)));
    }

    void tryAt(Instant moment) {
        nextPollAt = moment;
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(200, text.length()));
    }

    String name() {
        return name;
    }

    long uidValidity() {
        return uidValidity;
    }

    long lastUid() {
        return lastUid;
    }

    int stumbles() {
        return stumbles;
    }

    int remaining() {
        return remaining;
    }

    Instant nextPollAt() {
        return nextPollAt;
    }

    Optional<Instant> succeededAt() {
        return Optional.ofNullable(succeededAt);
    }

    Optional<Reason> problem() {
        return Optional.ofNullable(problemKey)
                .map(key -> Reason.of(key, problemDetail == null ? "" : problemDetail, MailboxSettings.setting(name)));
    }
}
