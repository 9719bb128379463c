package app.countersign.breach;

import app.countersign.access.CallersRemit;
import app.countersign.access.Roles;
import app.countersign.deadline.Citations;
import app.countersign.deadline.Deadline;
import app.countersign.deadline.Deadlines;
import app.countersign.kernel.NotFound;
import app.countersign.party.Organisation;
import app.countersign.party.Organisations;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Looking breaches up. Changes nothing. */
@Stateless
public class BreachRecords {

    private static final int LARGEST_PAGE = 200;

    @Inject
    private Breaches breaches;

    @Inject
    private BreachList list;

    @Inject
    private Found found;

    @Inject
    private Involved involved;

    @Inject
    private Citations citations;

    @Inject
    private Searching searching;

    @Inject
    private NoticeRecords notices;

    @Inject
    private Deadlines deadlines;

    @Inject
    private Organisations organisations;

    @Inject
    private CallersRemit remit;

    /** @param next what to ask with for the page after this one; empty on the last */
    public record Page<T>(List<T> items, Optional<UUID> next) {}

    /** The newest first.
     *
     * @param after the last of the page before
     * @param limit at most 200 */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public Page<BreachRow> page(BreachFilter filter, Optional<UUID> after, int limit) {
        int size = size(limit);
        List<Breach> found = list.page(filter, after.map(breaches::require), size + 1);
        List<Breach> shown = found.subList(0, Math.min(size, found.size()));
        List<UUID> ids = shown.stream().map(Breach::id).toList();
        Map<UUID, Long> controllers = list.controllers(ids);
        Map<UUID, Instant> due = deadlines.firstDue(ids);
        return new Page<>(
                shown.stream()
                        .map(breach ->
                                new BreachRow(breach, controllers.getOrDefault(breach.id(), 0L), due.get(breach.id())))
                        .toList(),
                found.size() > size ? Optional.of(ids.get(size - 1)) : Optional.empty());
    }

    /** How many there are, by state. */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public Map<BreachState, Long> counts() {
        return list.counts();
    }

    /** @throws NotFound if there is none that the caller may know of */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public Breach breach(UUID id) {
        return breaches.require(id);
    }

    /** How far it is, in numbers. */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public Standing standing(UUID id) {
        breaches.require(id);
        return new Standing(
                list.concernCounts(id), searching.left(id), deadlines.counts(id), deadlines.ofParts(id, Set.of()));
    }

    /** The controllers concerned, by name, each with its clocks.
     *
     * @param after the last of the page before
     * @param limit at most 200 */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public Page<ConcernRow> concerns(UUID id, ConcernFilter filter, Optional<UUID> after, int limit) {
        breaches.require(id);
        int size = size(limit);
        List<Concern> found = list.concerns(id, filter, after.map(last -> breaches.concern(id, last)), size + 1);
        List<Concern> shown = found.subList(0, Math.min(size, found.size()));
        List<UUID> ids = shown.stream().map(Concern::id).toList();
        Map<UUID, List<Deadline>> clocks = ids.isEmpty()
                ? Map.of()
                : deadlines.ofParts(id, ids).stream()
                        .collect(Collectors.groupingBy(
                                deadline -> deadline.subject().part().orElseThrow()));
        return new Page<>(
                shown.stream()
                        .map(concern -> new ConcernRow(concern, clocks.getOrDefault(concern.id(), List.of())))
                        .toList(),
                found.size() > size ? Optional.of(ids.get(size - 1)) : Optional.empty());
    }

    private static int size(int limit) {
        return Math.min(Math.max(limit, 1), LARGEST_PAGE);
    }

    /** What a deadline cites, as people cite it: {@code okomo-dpa 10-1} becomes {@code § 10 Abs. 1}. */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public String cited(String clause, Locale language) {
        return citations.label(clause, language);
    }

    /** @throws NotFound if there is none that the caller may know of */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public BreachDetails details(UUID id) {
        Breach breach = breaches.require(id);
        return new BreachDetails(
                breach,
                concerns(id, ConcernFilter.ALL, Optional.empty(), LARGEST_PAGE),
                standing(id),
                notices.page(id, NoticeFilter.ALL, Optional.empty(), LARGEST_PAGE),
                involved.names(breach),
                similar(breach));
    }

    /** The processors that the caller can report a breach of. */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public List<Organisation> processors() {
        return organisations.processors().stream()
                .filter(processor -> remit.covers(processor.id()))
                .toList();
    }

    /** The categories of data that those processors' contracts speak of: by name, in words. */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public Map<String, String> categories(Locale language) {
        return found.categories(processors().stream().map(Organisation::id).collect(Collectors.toSet()), language);
    }

    /** The names of the sub-processors that those processors engage or have engaged. */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public List<String> subProcessors() {
        return involved.names();
    }

    /** The names of those at which a breach happened, as far as the caller may know of them. */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public List<String> subProcessors(UUID id) {
        return involved.names(breaches.require(id));
    }

    /** Those that are not ended and may be the same one, reported before: a hint, which stops nobody. */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public List<Breach> similar(UUID id) {
        return similar(breaches.require(id));
    }

    private List<Breach> similar(Breach breach) {
        return list
                .page(
                        new BreachFilter(Set.of(BreachState.SUSPECTED, BreachState.OPEN), ""),
                        Optional.empty(),
                        LARGEST_PAGE)
                .stream()
                .filter(other -> !other.id().equals(breach.id()) && Likeness.between(breach, other))
                .toList();
    }
}
