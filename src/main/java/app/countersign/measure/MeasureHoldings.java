package app.countersign.measure;

import app.countersign.access.Account;
import app.countersign.access.Accounts;
import app.countersign.party.Organisation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Measures with all that was known of them at some instant, for the room that hands them out. Whose they are is asked
 * there: jobs read here, for somebody else.
 */
@ApplicationScoped
@Transactional
public class MeasureHoldings {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Measures measures;

    @Inject
    private EvidenceItems items;

    @Inject
    private Accounts accounts;

    /**
     * Evidence of a measure.
     *
     * @param until how long it holds for that measure
     */
    public record Item(Evidence evidence, Instant until) {

        /** Whether it was taken back by then. */
        public boolean isWithdrawn(Instant asOf) {
            return evidence.withdrawnAt().filter(at -> !at.isAfter(asOf)).isPresent();
        }
    }

    /** @param last what to ask with for the page after this one; empty on the last */
    public record Page(List<Item> items, Optional<Proof> last) {}

    /** Those that were there on any day of the period, in the order of the templates and their annexes.
     *
     * @param template empty for all
     * @param to the first instant after */
    public List<Measure> of(Set<UUID> processors, Optional<String> template, Instant from, Instant to) {
        if (processors.isEmpty()) {
            return List.of();
        }
        var query = entities.createQuery(
                        "select m from Measure m join fetch m.annex where m.processor in :processors"
                                + " and m.adoptedAt < :to and (m.withdrawnAt is null or m.withdrawnAt >= :from)"
                                + template.map(one -> " and m.template = :template")
                                        .orElse("")
                                + " order by m.place, m.id",
                        Measure.class)
                .setParameter("processors", processors)
                .setParameter("from", from)
                .setParameter("to", to);
        template.ifPresent(one -> query.setParameter("template", one));
        return query.getResultList();
    }

    /**
     * What is recorded here of an annex as it stood on some day.
     *
     * @param known measures of which a version of that day is recorded
     * @param since when the first measure of it was recorded; empty if none ever was
     */
    public record Recorded(long known, Optional<Instant> since) {}

    /** What is recorded of the annex of that template at that instant. */
    public Recorded recorded(UUID processor, String template, Instant at) {
        Object[] row = (Object[])
                entities.createQuery("select count(m), min(m.adoptedAt) from Measure m where m.processor = :processor"
                                + " and m.template = :template")
                        .setParameter("processor", processor)
                        .setParameter("template", template)
                        .getSingleResult();
        Optional<Instant> since = Optional.ofNullable((Instant) row[1]);
        long known = since.filter(first -> first.isBefore(at)).isEmpty()
                ? 0
                : of(Set.of(processor), Optional.of(template), at, at).size();
        return new Recorded(known, since);
    }

    /** Who sees to it, by name; empty if nobody does in particular. */
    public String owner(Measure measure) {
        return measure.owner().flatMap(accounts::find).map(Account::name).orElse("");
    }

    /** The oldest first, those refused included. */
    public List<MeasureVersion> versions(Measure measure, Instant asOf) {
        return measures.versions(measure.id()).stream()
                .filter(version -> !version.madeAt().isAfter(asOf))
                .sorted((one, other) -> Integer.compare(one.no(), other.no()))
                .toList();
    }

    /** The oldest first. */
    public List<MeasureReview> reviews(Measure measure, Instant from, Instant to) {
        return entities.createQuery(
                        "select r from MeasureReview r where r.measureId = :measure and r.reviewedAt >= :from"
                                + " and r.reviewedAt < :to order by r.reviewedAt, r.id",
                        MeasureReview.class)
                .setParameter("measure", measure.id())
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList();
    }

    /** What was so, or still held, on any day of the period, the oldest first.
     *
     * @param asOf what was brought later is not there
     * @param after the last of the page before */
    public Page evidence(UUID measure, Instant from, Instant to, Instant asOf, Optional<Proof> after, int limit) {
        var query = entities.createQuery(
                        "select p from Proof p, Evidence e where e.id = p.evidenceId and p.measureId = :measure"
                                + " and p.occurredAt < :to and p.validUntil >= :from and e.addedAt <= :asOf"
                                + after.map(last -> " and (p.occurredAt > :at or p.occurredAt = :at and p.id > :last)")
                                        .orElse("")
                                + " order by p.occurredAt, p.id",
                        Proof.class)
                .setParameter("measure", measure)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("asOf", asOf)
                .setMaxResults(limit);
        after.ifPresent(last -> query.setParameter("at", last.occurredAt()).setParameter("last", last.id()));
        List<Proof> found = query.getResultList();
        Map<UUID, Evidence> evidence = items.of(found);
        return new Page(
                found.stream()
                        .map(proof -> new Item(evidence.get(proof.evidenceId()), proof.validUntil()))
                        .toList(),
                found.size() < limit ? Optional.empty() : Optional.of(found.get(found.size() - 1)));
    }

    /** How many items {@link #evidence} gives for all of them, and how many bytes their files have.
     *
     * @return the two numbers; a file that serves several counts several times */
    public long[] amount(Collection<UUID> chosen, Instant from, Instant to, Instant asOf) {
        long[] amount = new long[2];
        for (UUID measure : chosen) {
            Object[] row = (Object[]) entities.createQuery(
                            "select count(e), sum(e.size) from Proof p, Evidence e where e.id = p.evidenceId"
                                    + " and p.measureId = :measure and p.occurredAt < :to and p.validUntil >= :from"
                                    + " and e.addedAt <= :asOf")
                    .setParameter("measure", measure)
                    .setParameter("from", from)
                    .setParameter("to", to)
                    .setParameter("asOf", asOf)
                    .getSingleResult();
            amount[0] += ((Number) row[0]).longValue();
            amount[1] += row[1] == null ? 0 : ((Number) row[1]).longValue();
        }
        return amount;
    }

    /**
     * How it stood at an instant, from what was known of it at another. What is long over is reckoned from versions,
     * reviews and evidence, since a measure itself carries only how it stands now.
     */
    public Standing standing(Measure measure, Instant at, Instant asOf) {
        Optional<Proof> longest = longest(measure, at, asOf);
        Instant from = longest.map(Proof::occurredAt).orElse(null);
        Instant until = longest.map(Proof::validUntil).orElse(null);
        Instant ending = longest.isEmpty() || longest.get().isFound() ? null : Measure.endingFrom(from, until);
        return Standing.of(until, ending, isFailing(measure, at, asOf), reviewDue(measure, at), at);
    }

    private Optional<Proof> longest(Measure measure, Instant at, Instant asOf) {
        return entities.createQuery(
                        "select p from Proof p, Evidence e where e.id = p.evidenceId and p.measureId = :measure"
                                + " and p.good = :good and p.occurredAt <= :at and e.addedAt <= :asOf"
                                + " and (e.withdrawnAt is null or e.withdrawnAt > :asOf) order by p.validUntil desc, p.id",
                        Proof.class)
                .setParameter("measure", measure.id())
                .setParameter("good", true)
                .setParameter("at", at)
                .setParameter("asOf", asOf)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Whether the last look of anything that looked by itself failed, and still counted. */
    private boolean isFailing(Measure measure, Instant at, Instant asOf) {
        return entities
                .createQuery(
                        "select distinct p.source from Proof p, Evidence e where e.id = p.evidenceId"
                                + " and p.measureId = :measure and p.source <> :none and p.good = :good"
                                + " and p.occurredAt <= :at and p.validUntil > :at and e.addedAt <= :asOf"
                                + " and (e.withdrawnAt is null or e.withdrawnAt > :asOf)",
                        String.class)
                .setParameter("measure", measure.id())
                .setParameter("none", "")
                .setParameter("good", false)
                .setParameter("at", at)
                .setParameter("asOf", asOf)
                .getResultList()
                .stream()
                .anyMatch(source -> !isLastGood(measure, source, at));
    }

    /** A question of its own: in one that holds another the persistence provider writes yes and no as numbers. */
    private boolean isLastGood(Measure measure, String source, Instant at) {
        return entities
                .createQuery(
                        "select p from Proof p where p.measureId = :measure and p.source = :source"
                                + " and p.occurredAt <= :at order by p.occurredAt desc, p.id",
                        Proof.class)
                .setParameter("measure", measure.id())
                .setParameter("source", source)
                .setParameter("at", at)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .allMatch(Proof::isGood);
    }

    private Instant reviewDue(Measure measure, Instant at) {
        List<MeasureReview> before = reviews(measure, Instant.EPOCH, at.plus(Duration.ofNanos(1000)));
        Instant last = before.isEmpty()
                ? measure.adoptedAt()
                : before.get(before.size() - 1).reviewedAt();
        Optional<MeasureVersion> version = versions(measure, at).stream()
                .filter(one -> one.state() != VersionState.REFUSED && one.state() != VersionState.PROPOSED)
                .reduce((one, other) -> other);
        Organisation processor = entities.find(Organisation.class, measure.processor());
        return version.flatMap(one -> one.statement().review())
                .orElse(measure.annex().review())
                .after(last.atZone(processor.zone()));
    }
}
