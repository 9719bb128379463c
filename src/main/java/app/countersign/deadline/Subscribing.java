package app.countersign.deadline;

import app.countersign.access.Account;
import app.countersign.access.Accounts;
import app.countersign.access.Actor;
import app.countersign.access.Caller;
import app.countersign.access.Remit;
import app.countersign.access.Roles;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.Settings;
import app.countersign.kernel.Texts;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The calendar of deadlines for people's own calendar programs: a link per account, made, revoked, and read. What it
 * shows is what the account may see when it is read, not when the link was made.
 */
@Stateless
public class Subscribing {

    private static final Set<String> READERS = Set.of(Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR);

    /** So long a deadline that has ended is told to be cancelled; programs that looked meanwhile know. */
    private static final Duration TOLD = Duration.ofDays(30);

    private static final int MOST_OPEN = 1000;
    private static final int MOST_ENDED = 500;

    @Inject
    private CalendarLinks links;

    @Inject
    private DeadlineList list;

    @Inject
    private Accounts accounts;

    @Inject
    private Actor actor;

    @Inject
    private Citations citations;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /** The caller's link; empty if there is none that opens. */
    @RolesAllowed({Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public Optional<CalendarLink> mine() {
        return links.of(caller());
    }

    /**
     * Makes the caller's link; the one before opens nothing any more.
     *
     * @return its address, which is kept nowhere
     */
    @RolesAllowed({Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public String make() {
        revoke();
        String token = CalendarLink.token();
        CalendarLink link = new CalendarLink(caller(), token, clock.instant());
        links.add(link);
        happened.fire(new CalendarLinkEvent.CalendarLinkMade(link.id(), link.accountId()));
        return settings.baseUrl() + "/portal/calendar/" + token + ".ics";
    }

    /** From now on the caller's link opens nothing. */
    @RolesAllowed({Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public void revoke() {
        links.of(caller()).ifPresent(link -> {
            link.revoke(clock.instant());
            happened.fire(new CalendarLinkEvent.CalendarLinkRevoked(link.id(), link.accountId()));
        });
    }

    private UUID caller() {
        return actor.caller().map(Caller::accountId).orElseThrow();
    }

    /**
     * The calendar, as iCalendar writes it.
     *
     * @throws NotFound alike for a link that never was, one that was revoked, and one whose account sees no deadlines
     */
    @PermitAll
    public String calendar(String token) {
        Instant now = clock.instant();
        Account account = links.find(token)
                .flatMap(link -> accounts.find(link.accountId()))
                .filter(one -> reads(one, now))
                .orElseThrow(() -> NotFound.because("deadline.link.not-open"));
        Texts texts = Texts.of(account.language());
        CalendarFile file = new CalendarFile(texts.text("deadline.calendar.name"), now);
        Map<String, String> cited = new HashMap<>();
        Stream.concat(open(account.remit()).stream(), ended(account.remit(), now).stream())
                .forEach(deadline -> file.add(event(
                        deadline,
                        cited.computeIfAbsent(deadline.clause(), one -> citations.label(one, texts.language())),
                        texts)));
        return file.toString();
    }

    private static boolean reads(Account account, Instant now) {
        return account.isActive()
                && account.validUntil().filter(until -> !now.isBefore(until)).isEmpty()
                && !Collections.disjoint(account.roles(), READERS)
                && account.remit().opens("deadline");
    }

    private List<Deadline> open(Remit remit) {
        return list.page(remit, DeadlineFilter.OPEN, Optional.empty(), MOST_OPEN);
    }

    private List<Deadline> ended(Remit remit, Instant now) {
        DeadlineFilter filter = new DeadlineFilter(
                Set.of(DeadlineState.MET, DeadlineState.MET_LATE, DeadlineState.WAIVED),
                Optional.empty(),
                Optional.empty());
        return list.page(remit, filter, Optional.of(DeadlineCursor.from(now.minus(TOLD))), MOST_ENDED);
    }

    /** Its number without names: a calendar lies open on many a screen. */
    private CalendarFile.Entry event(Deadline deadline, String clause, Texts texts) {
        String number = deadline.subject().name(texts.language()).split(" · ", 2)[0];
        return new CalendarFile.Entry(
                deadline.id() + "@" + URI.create(settings.baseUrl()).getHost(),
                deadline.version(),
                texts.text("deadline.what", texts.text("deadline.kind." + deadline.kind()), number),
                texts.text("deadline.calendar.clause", clause),
                settings.baseUrl() + "/deadline/view?id=" + deadline.id(),
                deadline.dueAt(),
                deadline.legalEndAt(),
                !deadline.state().isOpen(),
                deadline.alarmsAhead());
    }
}
