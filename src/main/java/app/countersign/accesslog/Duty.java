package app.countersign.accesslog;

import app.countersign.access.Roles;
import app.countersign.accesslog.LogPromises.Promise;
import app.countersign.deadline.Deadline;
import app.countersign.deadline.DeadlineStart;
import app.countersign.deadline.Deadlines;
import app.countersign.deadline.Place;
import app.countersign.deadline.Subject;
import app.countersign.kernel.Settings;
import app.countersign.kernel.Turns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Sees to it that, as long as the terms demand a review, one is due, with its deadline. */
@ApplicationScoped
class Duty {

    static final String KIND = "review-access-log";

    private static final String SUBJECT = "access-review";
    private static final String PATH = "/access-log/review";

    @Inject
    private Reviews reviews;

    @Inject
    private LogTerms terms;

    @Inject
    private Deadlines deadlines;

    @Inject
    private Turns turns;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /**
     * Begins the first review, or the one after another was waived.
     *
     * @return whether one was begun
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean begin() {
        if (isUnderWay()) {
            return false;
        }
        turns.take("access-review");
        if (isUnderWay()) {
            return false;
        }
        reviews.due().ifPresent(review -> reviews.lock(review.id()).passOver(clock.instant()));
        return begin(clock.instant());
    }

    /** Whether a clock runs for it: whoever waives the deadline waives this review and not those that follow. */
    private boolean isUnderWay() {
        return reviews.due().filter(review -> deadlines.anyOpen(review.id())).isPresent();
    }

    /** Begins the next review, if the terms still demand one. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean begin(Instant at) {
        Optional<Promise> promise = terms.reviewed();
        promise.ifPresent(p -> begin(at, p));
        return promise.isPresent();
    }

    private void begin(Instant at, Promise promise) {
        Review review = new Review(at, promise.clause());
        reviews.add(review);
        LocalDate day = at.atZone(settings.zone()).toLocalDate();
        DeadlineStart start = DeadlineStart.of(
                Subject.of(SUBJECT, review.id(), day.toString(), PATH),
                KIND,
                promise.clause(),
                promise.span(),
                at,
                Place.in(settings.zone()),
                Roles.DPO);
        deadlines.start(start.warnedAsSaid(promise.warnings()));
    }

    /** The clock of a review. */
    Optional<Deadline> deadline(Review review) {
        return deadlines.of(review.id()).stream().findFirst();
    }

    /** @param remarks the reason, where it is late
     * @throws app.countersign.kernel.Refused if it is late and there is no reason */
    void met(Review review, Instant now, String by, String remarks) {
        deadlines.meet(review.id(), KIND, now, by, remarks);
    }
}
