package app.countersign.subprocessor;

import app.countersign.access.CallersRemit;
import app.countersign.access.Remit;
import app.countersign.kernel.NotFound;
import app.countersign.party.Organisation;
import app.countersign.party.Organisations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All engagements. Of those of a processor for which the caller does not answer, none is there. */
@ApplicationScoped
public class Engagements {

    static final String KIND = "sub-processor";
    private static final String UNKNOWN = "subprocessor.refusal.unknown";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private CallersRemit remit;

    @Inject
    private Organisations organisations;

    void add(Engagement engagement) {
        entities.persist(engagement);
    }

    /** One that is known to be there, whoever asks. */
    public Optional<Engagement> byId(UUID id) {
        return Optional.ofNullable(entities.find(Engagement.class, id));
    }

    /** As {@link #byId}, with its organisation. */
    Optional<Engagement> named(UUID id) {
        return entities.createQuery(
                        "select e from Engagement e join fetch e.organisation where e.id = :id", Engagement.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** Who engages. */
    public Optional<Organisation> processor(UUID id) {
        return organisations.byId(id);
    }

    /** @throws NotFound if there is none that the caller may know of */
    public Engagement require(UUID id) {
        return visible(entities.find(Engagement.class, id));
    }

    /** As {@link #require}, locked until the transaction ends. */
    Engagement lock(UUID id) {
        return visible(entities.find(Engagement.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    private Engagement visible(Engagement engagement) {
        if (engagement == null) {
            throw NotFound.because(UNKNOWN);
        }
        remit.require(engagement.processorId(), KIND, engagement.id(), UNKNOWN);
        return engagement;
    }

    /** By name.
     *
     * @param after the last of the page before */
    List<Engagement> page(EngagementFilter filter, Optional<Engagement> after, int limit, LocalDate today) {
        Remit own = remit.get();
        if (!own.everyProcessor() && own.processors().isEmpty()) {
            return List.of();
        }
        TypedQuery<Engagement> query = entities.createQuery(
                        "select e from Engagement e join fetch e.organisation o where e.id <> :nobody"
                                + (own.everyProcessor() ? "" : " and e.processorId in :own")
                                + filter.processor()
                                        .map(one -> " and e.processorId = :processor")
                                        .orElse("")
                                + filter.state().map(Engagements::condition).orElse("")
                                + (filter.text().isEmpty()
                                        ? ""
                                        : " and (lower(o.name) like :text escape '!'"
                                                + " or lower(e.service) like :text escape '!')")
                                + after.map(last -> " and (o.name > :name or o.name = :name and e.id > :last)")
                                        .orElse("")
                                + " order by o.name, e.id",
                        Engagement.class)
                .setParameter("nobody", Engagement.NOBODY)
                .setMaxResults(limit);
        if (!own.everyProcessor()) {
            query.setParameter("own", own.processors());
        }
        filter.processor().ifPresent(one -> query.setParameter("processor", one));
        filter.state().ifPresent(state -> query.setParameter("today", today));
        if (!filter.text().isEmpty()) {
            String plain = filter.text().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
            query.setParameter("text", "%" + plain + "%");
        }
        after.ifPresent(last -> query.setParameter("name", last.name()).setParameter("last", last.id()));
        return query.getResultList();
    }

    private static String condition(EngagementState state) {
        return switch (state) {
            case ENDED -> " and e.until < :today";
            case PLANNED -> " and e.since > :today and (e.until is null or e.until >= :today)";
            case CURRENT -> " and (e.since is null or e.since <= :today) and (e.until is null or e.until >= :today)";
        };
    }

    /** Those of a processor that are not over, by name, whoever asks. */
    public List<Engagement> going(UUID processor, LocalDate today) {
        return entities.createQuery(
                        "select e from Engagement e join fetch e.organisation o where e.processorId = :processor"
                                + " and (e.until is null or e.until >= :today) order by o.name, e.id",
                        Engagement.class)
                .setParameter("processor", processor)
                .setParameter("today", today)
                .getResultList();
    }

    /** Those of processors that were there on any day of the period, by name, whoever asks. */
    public List<Engagement> during(Set<UUID> processors, LocalDate first, LocalDate last) {
        if (processors.isEmpty()) {
            return List.of();
        }
        return entities.createQuery(
                        "select e from Engagement e join fetch e.organisation o where e.processorId in :processors"
                                + " and e.id <> :nobody and (e.since is null or e.since <= :last)"
                                + " and (e.until is null or e.until >= :first) order by o.name, e.id",
                        Engagement.class)
                .setParameter("processors", processors)
                .setParameter("nobody", Engagement.NOBODY)
                .setParameter("first", first)
                .setParameter("last", last)
                .getResultList();
    }

    /** All of one of those organisations for that processor, ended ones too, whoever asks. */
    public List<Engagement> of(Set<UUID> organisations, UUID processor) {
        return organisations.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "select e from Engagement e where e.processorId = :processor"
                                        + " and e.organisation.id in :organisations order by e.id",
                                Engagement.class)
                        .setParameter("processor", processor)
                        .setParameter("organisations", organisations)
                        .getResultList();
    }

    /** Those whose further sub-processor of that one they are, by name. */
    List<Engagement> further(UUID parent) {
        return entities.createQuery(
                        "select e from Engagement e join fetch e.organisation o where e.parentId = :parent"
                                + " order by o.name, e.id",
                        Engagement.class)
                .setParameter("parent", parent)
                .getResultList();
    }
}
