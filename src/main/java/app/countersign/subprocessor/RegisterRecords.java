package app.countersign.subprocessor;

import app.countersign.access.CallersRemit;
import app.countersign.access.Roles;
import app.countersign.kernel.NotFound;
import app.countersign.party.Organisation;
import app.countersign.party.Organisations;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Looking sub-processors up. Changes nothing. */
@Stateless
public class RegisterRecords {

    private static final int LARGEST_PAGE = 200;

    @Inject
    private Engagements engagements;

    @Inject
    private Judging judging;

    @Inject
    private Organisations organisations;

    @Inject
    private CallersRemit remit;

    @Inject
    private Clock clock;

    /** @param next what to ask with for the page after this one; empty on the last */
    public record Page(List<EngagementRow> items, Optional<UUID> next) {}

    /**
     * One engagement with its chain.
     *
     * @param parent whose further sub-processor it is
     * @param further its own further sub-processors
     */
    public record Details(EngagementRow row, Optional<Engagement> parent, List<Engagement> further) {}

    /** By name.
     *
     * @param after the last of the page before
     * @param limit at most 200 */
    @RolesAllowed({Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public Page page(EngagementFilter filter, Optional<UUID> after, int limit) {
        int size = Math.min(Math.max(limit, 1), LARGEST_PAGE);
        List<Engagement> found =
                engagements.page(filter, after.map(engagements::require), size + 1, LocalDate.now(clock));
        Judging.Bench bench = judging.bench();
        List<EngagementRow> rows =
                found.stream().limit(size).map(one -> row(one, bench)).toList();
        return new Page(
                rows,
                found.size() > size
                        ? Optional.of(rows.get(size - 1).engagement().id())
                        : Optional.empty());
    }

    private EngagementRow row(Engagement engagement, Judging.Bench bench) {
        UUID processor = engagement.processorId();
        return new EngagementRow(
                engagement,
                organisations.byId(processor).map(Organisation::name).orElse(""),
                engagement.state(judging.today(processor)),
                bench.judge(engagement));
    }

    /** @throws NotFound if there is none that the caller may know of */
    @RolesAllowed({Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public Details details(UUID id) {
        Engagement engagement = engagements.require(id);
        Optional<Engagement> parent = engagement.parent().flatMap(engagements::named);
        return new Details(row(engagement, judging.bench()), parent, engagements.further(id));
    }

    /** The processors whose registers the caller may read. */
    @RolesAllowed({Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public List<Organisation> processors() {
        return organisations.processors().stream()
                .filter(processor -> remit.covers(processor.id()))
                .toList();
    }

    /** Those of that processor that are not over, by name: of one of these another may be the further sub-processor. */
    @RolesAllowed({Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public List<Engagement> going(UUID processor) {
        return remit.covers(processor) ? engagements.going(processor, judging.today(processor)) : List.of();
    }
}
