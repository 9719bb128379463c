package app.countersign.accesslog;

import app.countersign.access.Actor;
import app.countersign.access.CallersRemit;
import app.countersign.access.Remit;
import app.countersign.access.Roles;
import app.countersign.deadline.Deadline;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.PlainText;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.trail.Trail;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The review of the log, which the terms demand: what there is to see, and that somebody has seen it. */
@Stateless
public class Reviewing {

    private static final int MOST = 200;
    private static final PlainText REMARKS = PlainText.lines(Review.LONGEST_REMARKS);

    @Inject
    private Reviews reviews;

    @Inject
    private Duty duty;

    @Inject
    private Summarising summarising;

    @Inject
    private Trail trail;

    @Inject
    private Actor actor;

    @Inject
    private CallersRemit remit;

    @Inject
    private Event<DomainEvent> happened;

    @Inject
    private Clock clock;

    /** What is to be looked at now. */
    public record Due(Review review, Optional<Deadline> deadline, Summary summary) {}

    /** @param by the name of who confirmed it; empty if nobody did */
    public record Past(Review review, String by) {}

    /** Empty if no template demands a review. */
    @RolesAllowed({Roles.DPO, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public Optional<Due> due() {
        requireWhole();
        return reviews.due()
                .map(review ->
                        new Due(review, duty.deadline(review), summarising.of(review.beginsAt(), clock.instant())));
    }

    /** Those that are done, the newest first. */
    @RolesAllowed({Roles.DPO, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public List<Past> past(int most) {
        requireWhole();
        List<Review> past = reviews.past(Math.min(Math.max(most, 1), MOST));
        Map<UUID, String> names = trail.names(past.stream()
                .map(Review::confirmedBy)
                .flatMap(Optional::stream)
                .distinct()
                .toList());
        return past.stream()
                .map(review ->
                        new Past(review, review.confirmedBy().map(names::get).orElse("")))
                .toList();
    }

    /**
     * Confirms that the caller has looked at the log: the deadline is met, and the next review begins.
     *
     * @param id the review; null for the one that is due
     * @param remarks what they found, or that they found nothing; the reason, if it is late
     * @throws Invalid without remarks
     * @throws Refused if somebody has confirmed it, or none is due
     */
    @RolesAllowed(Roles.DPO)
    public Past confirm(UUID id, String remarks) {
        requireWhole();
        String words = REMARKS.optional("remarks", remarks);
        if (words.isEmpty()) {
            throw Invalid.field("remarks", Reason.of("accesslog.complaint.remarks"));
        }
        UUID due = id != null
                ? id
                : reviews.due().map(Review::id).orElseThrow(() -> Refused.because("accesslog.refusal.none-due"));
        Review review = reviews.lock(due);
        Instant now = clock.instant();
        Actor.Identity me = actor.identity();
        String figures = summarising.of(review.beginsAt(), now).figures();
        review.confirm(now, trail.pseudonym(me).orElseThrow(), words, figures);
        duty.met(review, now, me.name(), words);
        happened.fire(new AccessLogEvent.AccessLogReviewed(
                review.id(), review.beginsAt(), now, review.figuresHash().orElseThrow(), Optional.of(review.clause())));
        duty.begin(now);
        return new Past(review, me.name());
    }

    private void requireWhole() {
        if (!remit.get().equals(Remit.EVERYTHING)) {
            throw Refused.because("accesslog.refusal.part");
        }
    }
}
