package app.countersign.breach;

import app.countersign.access.CallersRemit;
import app.countersign.access.Roles;
import app.countersign.deadline.Deadline;
import app.countersign.deadline.Deadlines;
import app.countersign.kernel.NotFound;
import app.countersign.party.Organisation;
import app.countersign.party.Organisations;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
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
    private Found found;

    @Inject
    private Deadlines deadlines;

    @Inject
    private Organisations organisations;

    @Inject
    private CallersRemit remit;

    /** The newest first.
     *
     * @param states any of these; empty for all
     * @param after the last of the page before
     * @param limit at most 200 */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public List<Breach> page(Set<BreachState> states, Optional<UUID> after, int limit) {
        return breaches.page(
                states.isEmpty() ? Set.of(BreachState.values()) : states,
                after.map(breaches::require),
                Math.min(Math.max(limit, 1), LARGEST_PAGE));
    }

    /** @throws NotFound if there is none that the caller may know of */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public BreachDetails details(UUID id) {
        Breach breach = breaches.require(id);
        List<Concern> concerns = breaches.concerns(id);
        List<Deadline> own = deadlines.of(id).stream()
                .filter(deadline ->
                        deadline.subject().processor().map(remit::covers).orElse(true))
                .toList();
        return new BreachDetails(breach, concerns, own);
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
}
