package app.countersign.deadline;

import app.countersign.access.Actor;
import app.countersign.access.Caller;
import app.countersign.access.CallersRemit;
import app.countersign.access.Roles;
import app.countersign.deadline.DeadlineEvent.DeadlineAcknowledged;
import app.countersign.deadline.DeadlineEvent.DeadlineWaived;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What people see of deadlines, and what they can do about one themselves. */
@Stateless
public class DeadlineDesk {

    private static final int LARGEST_PAGE = 200;

    /** So many are read at once and sorted into days; for more each day is asked for by itself. */
    private static final int FEW = 300;

    private static final int MOST_A_DAY = 100;

    @Inject
    private Deadlines deadlines;

    @Inject
    private DeadlineList list;

    @Inject
    private CallersRemit remit;

    @Inject
    private Actor actor;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /** @param next what to ask with for the page after this one; empty on the last */
    public record Page(List<Deadline> items, Optional<DeadlineCursor> next) {}

    /** @param limit at most 200 */
    @RolesAllowed({Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public Page page(DeadlineFilter filter, Optional<DeadlineCursor> after, int limit) {
        int size = Math.min(Math.max(limit, 1), LARGEST_PAGE);
        List<Deadline> found = list.page(filter, after, size + 1);
        boolean more = found.size() > size;
        List<Deadline> items = more ? found.subList(0, size) : found;
        return new Page(
                List.copyOf(items), more ? Optional.of(DeadlineCursor.of(items.get(size - 1))) : Optional.empty());
    }

    /** What is to be done first. */
    @RolesAllowed({Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public List<Deadline> firstDue(int most) {
        return list.page(DeadlineFilter.OPEN, Optional.empty(), Math.min(most, LARGEST_PAGE));
    }

    /**
     * What is due on each of those days, ended or not, the first first. Of days on which very much is due not all is read.
     *
     * @param to the last day, included
     * @param zone whose days
     */
    @RolesAllowed({Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public List<DueDay> days(LocalDate from, LocalDate to, ZoneId zone) {
        List<Deadline> all = between(from, to.plusDays(1), zone, FEW + 1);
        if (all.size() <= FEW) {
            Map<LocalDate, List<Deadline>> byDay = all.stream()
                    .collect(Collectors.groupingBy(
                            deadline -> deadline.dueAt().atZone(zone).toLocalDate()));
            return from.datesUntil(to.plusDays(1))
                    .map(day -> new DueDay(day, byDay.getOrDefault(day, List.of()), false))
                    .toList();
        }
        return from.datesUntil(to.plusDays(1))
                .map(day -> {
                    List<Deadline> due = between(day, day.plusDays(1), zone, MOST_A_DAY + 1);
                    return new DueDay(day, due.subList(0, Math.min(MOST_A_DAY, due.size())), due.size() > MOST_A_DAY);
                })
                .toList();
    }

    /** The cursor stands for the beginning: it is the one condition that an index answers. */
    private List<Deadline> between(LocalDate from, LocalDate before, ZoneId zone, int most) {
        DeadlineFilter filter = new DeadlineFilter(
                Set.of(), Optional.of(before.atStartOfDay(zone).toInstant()), Optional.empty());
        return list.page(
                filter, Optional.of(DeadlineCursor.from(from.atStartOfDay(zone).toInstant())), most);
    }

    /** @throws NotFound if there is none, or none that the caller may know of */
    @RolesAllowed({Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public Deadline details(UUID id) {
        return visible(deadlines.byId(id).orElseThrow(() -> NotFound.because("deadline.refusal.unknown")));
    }

    /** What was said about it, and when, the earliest first. */
    @RolesAllowed({Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public List<AlarmRow> alarms(UUID id) {
        return deadlines.alarms(details(id).id());
    }

    /**
     * What was said to the caller's roles after that instant, or shortly before: what was about to be said then is not
     * missed. Of several alarms of one deadline the last one.
     *
     * @param since empty to learn from when on to ask
     */
    @RolesAllowed({Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public NewAlarms alarmsSince(Optional<Instant> since) {
        Instant now = clock.instant();
        Set<String> roles = actor.caller().map(Caller::roles).orElse(Set.of());
        List<Rung> said = since.map(at -> list.saidBetween(at.minus(NewAlarms.OVERLAP), now, NewAlarms.MOST)).stream()
                .flatMap(List::stream)
                .filter(rung -> rung.deadline().told().stream().anyMatch(roles::contains))
                .toList();
        return NewAlarms.of(said, now);
    }

    /**
     * Decides that what was to be done need not be done.
     *
     * @throws app.countersign.kernel.Refused without a reason, or if it has ended
     */
    @RolesAllowed(Roles.DPO)
    public void waive(UUID id, String reason) {
        Deadline deadline = visible(deadlines.lock(id));
        deadline.waive(clock.instant(), actor.identity().name(), reason);
        happened.fire(new DeadlineWaived(deadline));
    }

    /** Takes note that it is overdue: the reminders stop, the deadline stays overdue. */
    @RolesAllowed({Roles.DPO, Roles.LEGAL})
    public void acknowledge(UUID id) {
        Deadline deadline = visible(deadlines.lock(id));
        deadline.acknowledge(clock.instant(), actor.identity().name());
        happened.fire(new DeadlineAcknowledged(deadline));
    }

    private Deadline visible(Deadline deadline) {
        boolean covered = deadline.subject()
                .processor()
                .map(remit::covers)
                .orElse(remit.get().everyProcessor());
        if (!covered) {
            throw NotFound.because("deadline.refusal.unknown");
        }
        return deadline;
    }
}
