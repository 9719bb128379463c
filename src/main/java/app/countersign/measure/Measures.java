package app.countersign.measure;

import app.countersign.access.CallersRemit;
import app.countersign.access.Remit;
import app.countersign.kernel.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All measures, with annexes, versions and reviews. Lists show what the caller may know of. */
@ApplicationScoped
class Measures {

    /**
     * In SQL: the persistence provider writes yes and no as numbers into such conditions, which databases compare with
     * nothing.
     */
    private static final String UNPROVEN = "(m.failing or m.proven_until is null or m.proven_until <= ?)";

    private static final String DUE = "(m.review_due_at <= ? or m.ending_from is not null and m.ending_from <= ?)";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private CallersRemit remit;

    void add(Annex annex) {
        entities.persist(annex);
    }

    void add(Measure measure, MeasureVersion first) {
        entities.persist(measure);
        entities.persist(first);
    }

    void add(MeasureVersion version) {
        entities.persist(version);
    }

    void add(MeasureReview review) {
        entities.persist(review);
    }

    Optional<Annex> annex(UUID processor, String template) {
        return entities.createQuery(
                        "select a from Annex a where a.processor = :processor and a.template = :template", Annex.class)
                .setParameter("processor", processor)
                .setParameter("template", template)
                .getResultStream()
                .findFirst();
    }

    List<Annex> annexes() {
        return entities.createQuery("select a from Annex a order by a.template, a.processor", Annex.class)
                .getResultList();
    }

    /** Of an annex, those given up included. */
    List<Measure> of(Annex annex) {
        return entities.createQuery("select m from Measure m where m.annex = :annex order by m.place", Measure.class)
                .setParameter("annex", annex)
                .getResultList();
    }

    /** @throws NotFound if there is none that the caller may know of */
    Measure require(UUID id) {
        return visible(entities.find(Measure.class, id));
    }

    /** @throws NotFound if there is none that the caller may know of */
    Measure lock(UUID id) {
        return visible(entities.find(Measure.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    private Measure visible(Measure measure) {
        if (measure == null) {
            throw NotFound.because("measure.refusal.unknown");
        }
        remit.require(measure.processor(), "measure", measure.id(), "measure.refusal.unknown");
        return measure;
    }

    /** In the order of the templates and their annexes.
     *
     * @param after the last of the page before */
    List<Measure> page(MeasureFilter filter, Optional<Measure> after, Instant now, int limit) {
        if (isNobody()) {
            return List.of();
        }
        Condition condition = condition(filter, now);
        after.ifPresent(last ->
                condition.and("(m.place > ? or m.place = ? and m.id > ?)", last.place(), last.place(), last.id()));
        return inOrder(condition.ids(entities, " order by m.place, m.id fetch first " + limit + " rows only"));
    }

    private List<Measure> inOrder(List<UUID> ids) {
        return ids.stream().map(id -> entities.find(Measure.class, id)).toList();
    }

    /** How many there are of each light. */
    Map<Light, Long> counts(MeasureFilter filter, Instant now) {
        Map<Light, Long> counts = new EnumMap<>(Light.class);
        for (Light light : Light.values()) {
            MeasureFilter lit = new MeasureFilter(
                    filter.processor(), filter.template(), Optional.of(light), filter.category(), filter.text());
            counts.put(light, isNobody() ? 0L : condition(lit, now).count(entities));
        }
        return counts;
    }

    private Condition condition(MeasureFilter filter, Instant now) {
        Condition condition = new Condition("m.withdrawn_at is null");
        if (!remit.get().everyProcessor()) {
            List<UUID> own = List.copyOf(remit.get().processors());
            condition.and(
                    "m.processor_id in (" + String.join(", ", Collections.nCopies(own.size(), "?")) + ")",
                    own.toArray());
        }
        filter.processor().ifPresent(one -> condition.and("m.processor_id = ?", one));
        filter.template().ifPresent(one -> condition.and("m.template = ?", one));
        filter.category().ifPresent(one -> condition.and("m.category = ?", one));
        filter.light().ifPresent(light -> {
            switch (light) {
                case UNPROVEN -> condition.and(UNPROVEN, now);
                case DUE -> condition.and("not " + UNPROVEN, now).and(DUE, now, now);
                case PROVEN -> condition.and("not " + UNPROVEN, now).and("not " + DUE, now, now);
            }
        });
        if (!filter.text().isEmpty()) {
            String like = "%" + filter.text().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
            condition.and(
                    "(lower(m.title_de) like ? escape '!' or lower(m.title_en) like ? escape '!'"
                            + " or lower(m.code) like ? escape '!')",
                    like,
                    like,
                    like);
        }
        return condition;
    }

    private boolean isNobody() {
        Remit own = remit.get();
        return !own.everyProcessor() && own.processors().isEmpty();
    }

    /** The newest first. */
    List<MeasureVersion> versions(UUID measure) {
        return entities.createQuery(
                        "select v from MeasureVersion v where v.measureId = :measure order by v.no desc",
                        MeasureVersion.class)
                .setParameter("measure", measure)
                .getResultList();
    }

    /** @throws NotFound if there is none of that number */
    MeasureVersion version(UUID measure, int no) {
        return versions(measure).stream()
                .filter(version -> version.no() == no)
                .findFirst()
                .orElseThrow(() -> NotFound.because("measure.refusal.unknown"));
    }

    /** The versions in force of those measures. */
    Map<UUID, MeasureVersion> current(Collection<UUID> measures) {
        Map<UUID, MeasureVersion> current = new HashMap<>();
        if (!measures.isEmpty()) {
            entities.createQuery(
                            "select v from MeasureVersion v where v.measureId in :measures and v.state = :state",
                            MeasureVersion.class)
                    .setParameter("measures", measures)
                    .setParameter("state", VersionState.CURRENT)
                    .getResultList()
                    .forEach(version -> current.put(version.measureId(), version));
        }
        return current;
    }

    /** The newest first. */
    List<MeasureReview> reviews(UUID measure, int most) {
        return entities.createQuery(
                        "select r from MeasureReview r where r.measureId = :measure order by r.reviewedAt desc, r.id",
                        MeasureReview.class)
                .setParameter("measure", measure)
                .setMaxResults(most)
                .getResultList();
    }

    /** Whether one that is reviewed with its annex was not since then. */
    boolean isAnyUnreviewed(Annex annex, Instant since) {
        return of(annex).stream()
                .filter(measure -> measure.withdrawnAt().isEmpty() && !measure.hasOwnReview())
                .anyMatch(measure ->
                        measure.reviewedAt().filter(at -> !at.isBefore(since)).isEmpty());
    }

    /** Whether one has never had evidence. */
    boolean isAnyBare(Annex annex) {
        return of(annex).stream().anyMatch(measure -> measure.withdrawnAt().isEmpty() && !measure.wasProven());
    }

    /** Those whose own review has no clock. */
    List<UUID> withoutReviewClock() {
        return new Condition("m.withdrawn_at is null")
                .and("m.own_review")
                .and(
                        "not exists (select 1 from deadline d where d.subject_id = m.id and d.kind = ?"
                                + " and d.ended_at is null)",
                        MeasureClocks.REVIEW)
                .ids(entities, " order by m.place, m.id");
    }

    /** Those whose evidence ends, has ended, failed or was all taken back, and for which no clock runs. */
    List<UUID> toWatch(Instant now, int most) {
        return new Condition("m.withdrawn_at is null")
                .and("not m.watched")
                .and(
                        "(m.failing or m.ending_from <= ? or m.proven_until <= ? or m.proven_until is null and exists"
                                + " (select 1 from proof p where p.measure_id = m.id and p.withdrawn))",
                        now,
                        now)
                .ids(entities, " order by m.place, m.id fetch first " + most + " rows only");
    }
}
