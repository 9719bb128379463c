package app.countersign.deadline;

import app.countersign.kernel.Refused;
import app.countersign.kernel.Zones;
import app.countersign.terms.Span;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A clock that runs: what is to be done, by when, because of which clause. It keeps the rule that it started with. It
 * ends met, in time or late, or waived; until then it warns, falls due, and is said to be overdue again and again until
 * somebody takes note.
 */
@Entity
@Table(name = "deadline")
public class Deadline {

    static final int LONGEST_REASON = 1000;

    @Id
    private UUID id;

    @Embedded
    private Subject subject;

    private String kind;
    private String clause;
    private String rule;
    private String zone;

    @Column(name = "starts_at")
    private Instant startsAt;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "legal_end_at")
    private Instant legalEndAt;

    private String warnings;
    private String told;
    private DeadlineState state;

    @Column(name = "flagged_at")
    private Instant flaggedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "ended_by")
    private String endedBy;

    private String reason;

    @Column(name = "acknowledged_at")
    private Instant acknowledgedAt;

    @Column(name = "acknowledged_by")
    private String acknowledgedBy;

    private int escalations;

    /** When there is something to say next; null once there is nothing left, so that the index holds little else. */
    @Column(name = "next_alarm_at")
    private Instant nextAlarmAt;

    @Version
    private long version;

    protected Deadline() {}

    Deadline(DeadlineStart start) {
        Reckoning reckoning = start.reckoning();
        id = UUID.randomUUID();
        subject = start.subject();
        kind = start.kind();
        clause = start.clause();
        rule = start.span().toString();
        zone = start.place().zone().getId();
        startsAt = start.startsAt();
        dueAt = reckoning.due();
        legalEndAt = reckoning.legalEnd();
        warnings = start.warnings().stream().map(String::valueOf).collect(Collectors.joining(" "));
        told = String.join(" ", start.told());
        state = DeadlineState.RUNNING;
        nextAlarmAt = pending().get(0).at();
    }

    /**
     * Says what is to be said by now, and notes that it was. What was passed over while the application was off is said
     * all the same, with the instant at which it should have been.
     *
     * @return the alarms whose time has come, the earliest first; empty if there are none
     */
    List<Alarm> ring(Instant now) {
        List<Alarm> rung = new ArrayList<>(pending().stream()
                .filter(alarm -> !alarm.at().isAfter(now))
                .filter(alarm -> !alarm.isEscalation())
                .toList());
        if (rung.stream().anyMatch(Alarm::isDue)) {
            state = DeadlineState.OVERDUE;
            flaggedAt = now;
        } else if (state == DeadlineState.OVERDUE && !isAcknowledged()) {
            // Of escalations that were missed one is said: the others would say the same.
            Alarm.latestEscalation(dueAt, now)
                    .filter(alarm -> alarm.number() > escalations)
                    .ifPresent(alarm -> {
                        escalations = alarm.number();
                        rung.add(alarm);
                    });
        }
        rung.stream().filter(Alarm::isWarning).forEach(this::said);
        nextAlarmAt = pending().stream().map(Alarm::at).findFirst().orElse(null);
        return rung;
    }

    private void said(Alarm warning) {
        warnings = percentages()
                .filter(percent -> percent != warning.number())
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    /** What is still to be said, the earliest first. */
    private List<Alarm> pending() {
        if (state == DeadlineState.OVERDUE && !isAcknowledged()) {
            return List.of(Alarm.escalation(escalations + 1, dueAt));
        }
        if (state != DeadlineState.RUNNING) {
            return List.of();
        }
        List<Alarm> pending = new ArrayList<>();
        percentages().forEach(percent -> pending.add(Alarm.warning(percent, startsAt, dueAt)));
        pending.add(Alarm.due(dueAt));
        return pending;
    }

    /** When it is yet to warn, and when it is due; empty once it has ended or is overdue. */
    List<Instant> alarmsAhead() {
        return state == DeadlineState.RUNNING
                ? pending().stream().map(Alarm::at).toList()
                : List.of();
    }

    private java.util.stream.IntStream percentages() {
        return Arrays.stream(warnings.split(" "))
                .filter(text -> !text.isEmpty())
                .mapToInt(Integer::parseInt)
                .sorted();
    }

    /**
     * What was to be done has been done.
     *
     * @param at when, which may be earlier than now
     * @param by who, for people to read
     * @param why it is late; demanded once the period has expired
     * @throws Refused if it has ended already, began later, or is late without a reason
     */
    void meet(Instant at, String by, String why) {
        requireOpen();
        if (at.isBefore(startsAt)) {
            throw Refused.because("deadline.refusal.before-start");
        }
        if (isLateAt(at) && isBlank(why)) {
            throw Refused.because("deadline.refusal.reason-needed");
        }
        end(isLateAt(at) ? DeadlineState.MET_LATE : DeadlineState.MET, at, by, why);
    }

    /**
     * Somebody decides that it need not be done.
     *
     * @throws Refused if it has ended already, or there is no reason
     */
    void waive(Instant at, String by, String why) {
        requireOpen();
        if (isBlank(why)) {
            throw Refused.because("deadline.refusal.waiver-needs-reason");
        }
        end(DeadlineState.WAIVED, at, by, why);
    }

    /** Somebody takes note that it is overdue: it stays so, and is quiet. */
    void acknowledge(Instant at, String by) {
        if (state != DeadlineState.OVERDUE) {
            throw Refused.because("deadline.refusal.not-overdue");
        }
        if (!isAcknowledged()) {
            acknowledgedAt = at;
            acknowledgedBy = by;
            nextAlarmAt = null;
        }
    }

    private void end(DeadlineState as, Instant at, String by, String why) {
        reason = isBlank(why) ? null : shortened(why.strip());
        state = as;
        endedAt = at;
        endedBy = by;
        nextAlarmAt = null;
    }

    private void requireOpen() {
        if (!state.isOpen()) {
            throw Refused.because("deadline.refusal.ended");
        }
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static String shortened(String text) {
        if (text.length() > LONGEST_REASON) {
            throw Refused.because("deadline.refusal.reason-too-long", LONGEST_REASON);
        }
        return text;
    }

    /** Whether the law's period has expired at that instant: being due comes up to an hour before. */
    public boolean isLateAt(Instant at) {
        return at.isAfter(legalEndAt);
    }

    public boolean isAcknowledged() {
        return acknowledgedAt != null;
    }

    public UUID id() {
        return id;
    }

    public Subject subject() {
        return subject;
    }

    /** What is to be done, in kebab case. */
    public String kind() {
        return kind;
    }

    /** What demands it, as the trail cites it. */
    public String clause() {
        return clause;
    }

    /** The length that it started with. */
    public Span rule() {
        return Span.of(rule);
    }

    public ZoneId zone() {
        return Zones.stored(zone);
    }

    public Instant startsAt() {
        return startsAt;
    }

    public Instant dueAt() {
        return dueAt;
    }

    public Instant legalEndAt() {
        return legalEndAt;
    }

    /** The roles of those who are told. */
    public List<String> told() {
        return List.of(told.split(" "));
    }

    public DeadlineState state() {
        return state;
    }

    /** When it was found to be overdue: at {@link #dueAt()}, or first thing after the application had been off. */
    public Optional<Instant> flaggedAt() {
        return Optional.ofNullable(flaggedAt);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public Optional<String> endedBy() {
        return Optional.ofNullable(endedBy);
    }

    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    public Optional<Instant> acknowledgedAt() {
        return Optional.ofNullable(acknowledgedAt);
    }

    public Optional<String> acknowledgedBy() {
        return Optional.ofNullable(acknowledgedBy);
    }

    /** When there is something to say next. */
    Optional<Instant> nextAlarmAt() {
        return Optional.ofNullable(nextAlarmAt);
    }

    long version() {
        return version;
    }
}
