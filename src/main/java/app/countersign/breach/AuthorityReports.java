package app.countersign.breach;

import app.countersign.access.CallersRemit;
import app.countersign.kernel.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** What authorities were told, and what is noted for them. */
@ApplicationScoped
class AuthorityReports {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private CallersRemit remit;

    void add(AuthorityReport report) {
        entities.persist(report);
    }

    /** Those of which the caller may know, the first one first. */
    List<AuthorityReport> of(UUID breachId) {
        return all(breachId).stream()
                .filter(report -> remit.covers(report.processorId()))
                .toList();
    }

    /** Whoever's they are, the first one first. */
    List<AuthorityReport> all(UUID breachId) {
        return entities.createQuery(
                        "select r from AuthorityReport r where r.breachId = :breach order by r.sentAt, r.number",
                        AuthorityReport.class)
                .setParameter("breach", breachId)
                .getResultList();
    }

    /** @throws NotFound if it is none of the breach's, or none that the caller may know of */
    AuthorityReport require(UUID breachId, UUID id) {
        return of(breachId).stream()
                .filter(report -> report.id().equals(id))
                .findFirst()
                .orElseThrow(() -> NotFound.because("breach.refusal.unknown-report"));
    }

    /** What is noted of that breach; nothing yet if it is new. */
    Supplement supplement(UUID breachId) {
        Supplement kept = entities.find(Supplement.class, breachId);
        return kept == null ? new Supplement(breachId) : kept;
    }

    /** The same to be amended; kept from now on. */
    Supplement keptSupplement(UUID breachId) {
        Supplement kept = supplement(breachId);
        if (!entities.contains(kept)) {
            entities.persist(kept);
        }
        return kept;
    }
}
