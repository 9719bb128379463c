package app.countersign.measure;

import app.countersign.access.Roles;
import app.countersign.deadline.Deadline;
import app.countersign.deadline.DeadlineStart;
import app.countersign.deadline.Deadlines;
import app.countersign.deadline.Place;
import app.countersign.deadline.Subject;
import app.countersign.kernel.Texts;
import app.countersign.party.Organisation;
import app.countersign.party.Organisations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * The deadlines of measures. Those that name no interval of their own are reviewed with their annex and those that have
 * no evidence yet get it together: one clock each for the annex, so that a hundred measures are no hundred letters.
 * Whoever waives a review waives that one: the next begins.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class MeasureClocks {

    static final String REVIEW = "review-measure";
    static final String REVIEW_ANNEX = "review-measures";
    static final String FIRST_EVIDENCE = "prove-measures";
    static final String RENEW_EVIDENCE = "renew-evidence";

    /** What demands evidence where no clause says how often: the controller's right to have the measures proven. */
    private static final String PROOF_DEMANDED = "gdpr 28(3)(h)";

    /** What demands reviews where no clause does: a process for regularly testing the measures. */
    private static final String REVIEW_DEMANDED = "gdpr 32(1)(d)";

    private static final Integer AT_ONCE = 1;

    @Inject
    private Measures measures;

    @Inject
    private Deadlines deadlines;

    @Inject
    private Organisations organisations;

    @Inject
    private Clock clock;

    /** Sees to it that the clocks of an annex run. */
    void begin(Annex annex) {
        Instant now = clock.instant();
        if (!isOpen(annex.id(), REVIEW_ANNEX)) {
            deadlines.start(DeadlineStart.of(
                    subject(annex),
                    REVIEW_ANNEX,
                    annex.reviewClause().orElse(REVIEW_DEMANDED),
                    annex.review(),
                    now,
                    place(annex.processor()),
                    Roles.DPO));
        }
        boolean never = deadlines.of(annex.id()).stream()
                .noneMatch(deadline -> deadline.kind().equals(FIRST_EVIDENCE));
        if (never && measures.isAnyBare(annex)) {
            deadlines.start(DeadlineStart.of(
                    subject(annex),
                    FIRST_EVIDENCE,
                    PROOF_DEMANDED,
                    annex.first(),
                    now,
                    place(annex.processor()),
                    Roles.DPO));
        }
    }

    /** Sees to it that the clock of a measure's own review runs. */
    void begin(Measure measure, Statement statement) {
        if (!isOpen(measure.id(), REVIEW)) {
            statement
                    .review()
                    .ifPresent(span -> deadlines.start(DeadlineStart.of(
                            subject(measure),
                            REVIEW,
                            measure.clause(),
                            span,
                            clock.instant(),
                            place(measure.processor()),
                            Roles.DPO)));
        }
    }

    /** The measure was reviewed: its clock ends, or that of its annex if it was the last.
     *
     * @param remarks the reason, if it is late */
    void reviewed(Measure measure, Statement statement, String by, String remarks) {
        Instant now = clock.instant();
        if (measure.hasOwnReview()) {
            deadlines.meet(measure.id(), REVIEW, now, by, remarks);
            begin(measure, statement);
            return;
        }
        open(measure.annex().id(), REVIEW_ANNEX)
                .filter(review -> !measures.isAnyUnreviewed(measure.annex(), review.startsAt()))
                .ifPresent(review -> {
                    deadlines.meet(measure.annex().id(), REVIEW_ANNEX, now, by, remarks);
                    begin(measure.annex());
                });
    }

    /** Evidence has come: what ran for want of it ends as soon as nothing is wanting. */
    void proven(Measure measure, String by) {
        Instant now = clock.instant();
        if (measure.isWatched() && !isWanting(measure, now)) {
            deadlines.meet(measure.id(), RENEW_EVIDENCE, now, by, usual(measure));
            measure.watched(false);
        }
        open(measure.annex().id(), FIRST_EVIDENCE)
                .filter(first -> !measures.isAnyBare(measure.annex()))
                .ifPresent(first -> deadlines.meet(measure.annex().id(), FIRST_EVIDENCE, now, by, usual(measure)));
    }

    private static boolean isWanting(Measure measure, Instant now) {
        Standing standing = measure.standing(now);
        return standing.light() == Light.UNPROVEN || standing.why() == Standing.Why.ENDING;
    }

    /** Evidence ends, has ended or failed: somebody is told now, and again when it is late. */
    void wanting(Measure measure) {
        Instant now = clock.instant();
        measure.watched(true);
        Instant mended = measure.annex()
                .mend()
                .after(now.atZone(place(measure.processor()).zone()));
        Instant limit = measure.provenUntil()
                .filter(until -> measure.standing(now).why() == Standing.Why.ENDING && until.isAfter(now))
                .orElse(mended);
        deadlines.start(DeadlineStart.withoutDelay(
                        subject(measure),
                        RENEW_EVIDENCE,
                        measure.clause(),
                        now,
                        limit,
                        place(measure.processor()),
                        Roles.DPO)
                .warnedAt(AT_ONCE));
    }

    /** A measure that is given up is waited for no longer. */
    void end(Measure measure, String by, String why) {
        deadlines.of(measure.id()).stream()
                .filter(deadline -> deadline.state().isOpen())
                .map(Deadline::kind)
                .distinct()
                .forEach(kind -> deadlines.waive(measure.id(), measure.processor(), kind, clock.instant(), by, why));
        measure.watched(false);
    }

    private boolean isOpen(UUID subject, String kind) {
        return open(subject, kind).isPresent();
    }

    private Optional<Deadline> open(UUID subject, String kind) {
        return deadlines.of(subject).stream()
                .filter(deadline -> deadline.kind().equals(kind))
                .filter(deadline -> deadline.state().isOpen())
                .findFirst();
    }

    /** What a clock that ends late is told of where nobody was asked, in the processor's language. */
    private String usual(Measure measure) {
        return Texts.of(language(measure.processor())).text("measure.clock.late");
    }

    private Locale language(UUID processor) {
        return organisations.byId(processor).map(Organisation::language).orElse(Locale.ENGLISH);
    }

    private Subject subject(Measure measure) {
        String title = measure.title(language(measure.processor()));
        return Subject.of("measure", measure.id(), title, "/measure/view?id=" + measure.id())
                .of(measure.processor());
    }

    private Subject subject(Annex annex) {
        String name =
                organisations.byId(annex.processor()).map(Organisation::name).orElse(annex.template());
        return Subject.of("annex", annex.id(), name, "/measure/list?template=" + annex.template())
                .of(annex.processor());
    }

    ZoneId zone(UUID processor) {
        return place(processor).zone();
    }

    private Place place(UUID processor) {
        return Place.in(organisations.byId(processor).map(Organisation::zone).orElse(ZoneOffset.UTC));
    }

    /** The clocks of a measure, the first due first. */
    List<Deadline> of(Measure measure) {
        return deadlines.of(measure.id());
    }
}
