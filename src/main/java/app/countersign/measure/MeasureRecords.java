package app.countersign.measure;

import app.countersign.access.Account;
import app.countersign.access.Accounts;
import app.countersign.access.CallersRemit;
import app.countersign.access.Roles;
import app.countersign.deadline.Deadline;
import app.countersign.kernel.NotFound;
import app.countersign.party.Organisation;
import app.countersign.party.Organisations;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The measures as people and programs read them. */
@Stateless
public class MeasureRecords {

    private static final int LARGEST_PAGE = 200;
    private static final int REVIEWS = 50;

    /** So many of the contracts concerned are named; of all, the number. */
    private static final int NAMED = 20;

    @Inject
    private Measures measures;

    @Inject
    private SignedAnnexes contracts;

    @Inject
    private MeasureClocks clocks;

    @Inject
    private Organisations organisations;

    @Inject
    private Accounts accounts;

    @Inject
    private CallersRemit remit;

    @Inject
    private Clock clock;

    /**
     * A measure in a list.
     *
     * @param processor by name
     * @param owner by name; empty if nobody sees to it in particular
     */
    public record Row(
            Measure measure, MeasureVersion version, Standing standing, Organisation processor, String owner) {}

    /** @param next what to ask with for the page after this one; empty on the last */
    public record Page(List<Row> items, Optional<UUID> next) {}

    /**
     * A measure with all that is told of it.
     *
     * @param versions the newest first
     * @param reviews the newest first
     * @param touched the contracts in force that were signed with its annex
     * @param deadlines that run or ran for it
     */
    public record Details(
            Row row,
            List<MeasureVersion> versions,
            List<MeasureReview> reviews,
            SignedAnnexes.Touched touched,
            List<Deadline> deadlines) {

        /** What waits for a second person. */
        public Optional<MeasureVersion> proposal() {
            return versions.stream()
                    .filter(version -> version.state() == VersionState.PROPOSED)
                    .findFirst();
        }
    }

    /**
     * In the order of the templates and their annexes.
     *
     * @param after the last of the page before
     * @param limit at most 200
     */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public Page page(MeasureFilter filter, Optional<UUID> after, int limit) {
        int size = Math.min(Math.max(limit, 1), LARGEST_PAGE);
        List<Measure> found = measures.page(filter, after.map(measures::require), clock.instant(), size + 1);
        boolean more = found.size() > size;
        List<Measure> items = more ? found.subList(0, size) : found;
        return new Page(rows(items), more ? Optional.of(items.get(size - 1).id()) : Optional.empty());
    }

    /** How many there are of each light, whatever light the filter names. */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public Map<Light, Long> counts(MeasureFilter filter) {
        return measures.counts(filter, clock.instant());
    }

    /** @throws NotFound if there is none that the caller may know of */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public Details details(UUID id) {
        Measure measure = measures.require(id);
        return new Details(
                rows(List.of(measure)).get(0),
                measures.versions(id),
                measures.reviews(id, REVIEWS),
                contracts.touched(measure.processor(), measure.template(), NAMED),
                clocks.of(measure));
    }

    /** The processors whose measures the caller may know of, by name. */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public List<Organisation> processors() {
        return organisations.processors().stream()
                .filter(processor -> remit.covers(processor.id()))
                .toList();
    }

    /** Who may see to a measure: the accounts that answer for its processor, by name. */
    @RolesAllowed({Roles.DPO, Roles.LEGAL})
    public List<Account> owners(UUID id) {
        Measure measure = measures.require(id);
        return accounts.all().stream()
                .filter(account -> mayOwn(account, measure))
                .sorted(Comparator.comparing(Account::name))
                .toList();
    }

    static boolean mayOwn(Account account, Measure measure) {
        return account.isActive() && account.isPersons() && account.remit().covers(measure.processor());
    }

    private List<Row> rows(List<Measure> items) {
        Map<UUID, MeasureVersion> versions =
                measures.current(items.stream().map(Measure::id).toList());
        Map<UUID, Organisation> processors = new HashMap<>();
        return items.stream()
                .map(measure -> new Row(
                        measure,
                        Optional.ofNullable(versions.get(measure.id()))
                                .orElseGet(() -> measures.version(measure.id(), measure.versionNo())),
                        measure.standing(clock.instant()),
                        processors.computeIfAbsent(
                                measure.processor(),
                                id -> organisations.byId(id).orElseThrow()),
                        measure.owner()
                                .flatMap(accounts::find)
                                .map(Account::name)
                                .orElse("")))
                .toList();
    }
}
