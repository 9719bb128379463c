package app.countersign.measure;

import app.countersign.access.Account;
import app.countersign.access.Accounts;
import app.countersign.access.Actor;
import app.countersign.access.Caller;
import app.countersign.access.Roles;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.PlainText;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.terms.Span;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DateTimeException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What people do with measures: review them, name who sees to them, change them, and decide what another proposed. */
@Stateless
public class MeasureDesk {

    /** So many are reviewed at once. */
    private static final int MOST = 200;

    private static final PlainText REMARKS = PlainText.lines(MeasureReview.LONGEST_REMARKS);
    private static final PlainText REASON = PlainText.lines(1000);
    private static final PlainText WHAT = PlainText.lines(2000);
    private static final PlainText WORDS = PlainText.lines(Statement.LONGEST_WORDS);

    @Inject
    private Measures measures;

    @Inject
    private MeasureClocks clocks;

    @Inject
    private Accounts accounts;

    @Inject
    private Actor actor;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /**
     * Somebody has looked: it is still what is done. The next review's time begins.
     *
     * @param remarks what was looked at; the reason, if it is late
     * @throws Refused if one of them is late and there is no reason
     */
    @RolesAllowed({Roles.DPO, Roles.LEGAL})
    public void review(Collection<UUID> ids, String remarks) {
        String said = REMARKS.optional("remarks", remarks);
        if (ids.isEmpty()) {
            throw Refused.because("measure.refusal.none-chosen");
        }
        if (ids.size() > MOST) {
            throw Refused.because("measure.refusal.too-many", MOST);
        }
        // Whoever locks several does so in one order.
        ids.stream().distinct().sorted().forEach(id -> reviewed(measures.lock(id), false, said));
    }

    private void reviewed(Measure measure, boolean changed, String remarks) {
        Statement statement = current(measure).statement();
        measure.reviewed(clock.instant(), statement.review(), clocks.zone(measure.processor()));
        measures.add(new MeasureReview(measure, changed, remarks, clock.instant(), author().name()));
        happened.fire(new MeasureEvent.MeasureReviewed(
                measure, MeasureEvent.facts(measure, "version", measure.versionNo(), "changed", changed)));
        clocks.reviewed(measure, statement, author().name(), remarks);
    }

    /**
     * Somebody sees to it from now on.
     *
     * @param userName of an account that answers for the processor; empty for nobody in particular
     * @throws Invalid with a complaint for {@code owner}
     */
    @RolesAllowed({Roles.DPO, Roles.LEGAL})
    public void assign(UUID id, String userName) {
        Measure measure = measures.lock(id);
        Optional<Account> owner = Optional.ofNullable(userName)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> accounts.named(name)
                        .filter(account -> MeasureRecords.mayOwn(account, measure))
                        .orElseThrow(() -> Invalid.field("owner", Reason.of("measure.complaint.owner"))));
        measure.belongsTo(owner.map(Account::id).orElse(null));
        happened.fire(new MeasureEvent.MeasureOwnerNamed(
                measure,
                MeasureEvent.facts(measure, "person", owner.map(Account::name).orElse(""))));
    }

    /**
     * What is done is changed, after a look at it.
     *
     * @param words what is done now
     * @param every how often it is done anew, as {@code P1M}; empty where it isn't
     * @param review how often a person looks, likewise; empty for as often as the annex says
     * @param level what the person says of it; a level that shows to be lowered is lowered whatever they say
     */
    public record Change(String words, String every, String review, Level level, String what) {}

    /**
     * Changes a measure. One that promises less waits for a second person.
     *
     * @return the new version
     * @throws Invalid with complaints for {@code words}, {@code every}, {@code review}, {@code level}, {@code what}
     * @throws Refused if a proposal waits already, or nothing changes
     */
    @RolesAllowed({Roles.DPO, Roles.LEGAL})
    public MeasureVersion change(UUID id, Change change) {
        Measure measure = measures.lock(id);
        requireDecided(measure);
        Statement before = current(measure).statement();
        Statement after = before.saying(
                WORDS.require("words", change.words()), span("every", change.every()), span("review", change.review()));
        String what = WHAT.require("what", change.what());
        if (change.level() == null || change.level() == Level.FIRST) {
            throw Invalid.field("level", Reason.of("measure.complaint.level"));
        }
        if (after.hash().equals(before.hash())) {
            throw Refused.because("measure.refusal.unchanged");
        }
        boolean lowered =
                !Lowering.reasons(before, after, measure.annex().review()).isEmpty();
        return made(measure, after, lowered ? Level.LOWERED : change.level(), what, false);
    }

    /**
     * Proposes to give a measure up, which lowers the level by itself.
     *
     * @throws Invalid with a complaint for {@code what}
     */
    @RolesAllowed({Roles.DPO, Roles.LEGAL})
    public MeasureVersion giveUp(UUID id, String what) {
        Measure measure = measures.lock(id);
        requireDecided(measure);
        return made(measure, current(measure).statement(), Level.LOWERED, WHAT.require("what", what), true);
    }

    private static void requireDecided(Measure measure) {
        if (measure.isProposed()) {
            throw Refused.because("measure.refusal.proposed");
        }
        if (measure.withdrawnAt().isPresent()) {
            throw Refused.because("measure.refusal.withdrawn");
        }
    }

    private MeasureVersion made(Measure measure, Statement statement, Level level, String what, boolean ends) {
        List<MeasureVersion> versions = measures.versions(measure.id());
        MeasureVersion version = new MeasureVersion(
                measure,
                versions.get(0).no() + 1,
                statement,
                level,
                what,
                Optional.empty(),
                ends,
                clock.instant(),
                author());
        measures.add(version);
        if (version.state() == VersionState.PROPOSED) {
            measure.awaits(true);
            happened.fire(new MeasureEvent.MeasureLoweringProposed(measure, MeasureEvent.facts(measure, version)));
        } else {
            comeIntoForce(measure, version);
            reviewed(measure, true, what.substring(0, Math.min(what.length(), MeasureReview.LONGEST_REMARKS)));
        }
        return version;
    }

    private void comeIntoForce(Measure measure, MeasureVersion version) {
        measures.versions(measure.id()).stream()
                .filter(one -> one.state() == VersionState.CURRENT && one != version)
                .forEach(MeasureVersion::supersede);
        measure.states(version.statement(), version.no(), clocks.zone(measure.processor()));
        happened.fire(new MeasureEvent.MeasureChanged(measure, MeasureEvent.facts(measure, version)));
    }

    /**
     * A second person decides whether a level may be lowered.
     *
     * @param approved whether it may
     * @throws Invalid without a reason
     * @throws Refused if nothing waits, or the caller proposed it
     */
    @RolesAllowed({Roles.DPO, Roles.LEGAL})
    public void decide(UUID id, boolean approved, String reason) {
        Measure measure = measures.lock(id);
        String why = REASON.require("reason", reason);
        MeasureVersion proposal = measures.versions(id).stream()
                .filter(version -> version.state() == VersionState.PROPOSED)
                .findFirst()
                .orElseThrow(() -> Refused.because("measure.refusal.nothing-proposed"));
        if (!approved) {
            proposal.refuse(clock.instant(), author(), why);
            measure.awaits(false);
            happened.fire(new MeasureEvent.MeasureLoweringRefused(measure, MeasureEvent.facts(measure, proposal)));
        } else if (proposal.isEnd()) {
            proposal.approve(clock.instant(), author(), why);
            measure.withdraw(clock.instant());
            clocks.end(measure, author().name(), why);
            happened.fire(new MeasureEvent.MeasureWithdrawn(measure, MeasureEvent.facts(measure, proposal)));
        } else {
            proposal.approve(clock.instant(), author(), why);
            comeIntoForce(measure, proposal);
        }
    }

    private MeasureVersion current(Measure measure) {
        return measures.version(measure.id(), measure.versionNo());
    }

    private MeasureVersion.Author author() {
        return new MeasureVersion.Author(actor.identity().name(), actor.caller().map(Caller::accountId));
    }

    private static Optional<Span> span(String field, String text) {
        try {
            Optional<Span> span = Optional.ofNullable(text)
                    .map(String::strip)
                    .filter(one -> !one.isEmpty())
                    .map(Span::typed);
            if (span.filter(Span::isEndless).isPresent()
                    || span.filter(one -> one.toString().length() > 20).isPresent()) {
                throw Invalid.field(field, Reason.of("measure.complaint.span"));
            }
            return span;
        } catch (DateTimeException e) {
            throw Invalid.field(field, Reason.of("measure.complaint.span"));
        }
    }
}
