package app.countersign.measure;

import app.countersign.access.CallersRemit;
import app.countersign.access.Roles;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Evidence as people and programs read it. */
@Stateless
public class EvidenceRecords {

    private static final int LARGEST_PAGE = 200;

    @Inject
    private Measures measures;

    @Inject
    private EvidenceItems items;

    @Inject
    private CallersRemit remit;

    /**
     * An item of a measure.
     *
     * @param until how long it holds for that measure
     * @param words what it says; empty where it says nothing, or counts what the caller may not know of
     */
    public record Row(Evidence evidence, Instant until, Optional<String> words) {

        /** What is wrong; empty if nothing is, or where it counts what the caller may not know of. */
        public Optional<Reason> problem() {
            return evidence.isOfAll() && words.isEmpty() ? Optional.empty() : evidence.problem();
        }
    }

    /** @param next what to ask with for the page after this one; empty on the last */
    public record Page(List<Row> items, Optional<UUID> next) {}

    /**
     * Of a measure, the newest first.
     *
     * @param after the last of the page before
     * @param limit at most 200
     * @throws NotFound if there is no such measure that the caller may know of
     */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public Page page(UUID measureId, Optional<UUID> after, int limit) {
        Measure measure = measures.require(measureId);
        int size = Math.min(Math.max(limit, 1), LARGEST_PAGE);
        List<Proof> found = items.page(measure.id(), after.flatMap(last -> items.proof(last, measure.id())), size + 1);
        List<Proof> shown = found.size() > size ? found.subList(0, size) : found;
        Map<UUID, Evidence> evidence = items.of(shown);
        return new Page(
                shown.stream()
                        .map(proof -> row(evidence.get(proof.evidenceId()), proof.validUntil()))
                        .toList(),
                found.size() > size ? Optional.of(shown.get(size - 1).evidenceId()) : Optional.empty());
    }

    private Row row(Evidence evidence, Instant until) {
        boolean told = !evidence.isOfAll() || remit.get().everyProcessor();
        return new Row(evidence, until, evidence.words().filter(words -> told));
    }

    /** @throws NotFound if there is none that the caller may know of */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public Row details(UUID id) {
        Evidence evidence = items.byId(id).orElseThrow(() -> NotFound.because("measure.refusal.unknown-evidence"));
        remit.require(evidence.processor(), "evidence", id, "measure.refusal.unknown-evidence");
        return row(evidence, evidence.validUntil());
    }
}
