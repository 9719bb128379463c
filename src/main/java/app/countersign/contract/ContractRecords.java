package app.countersign.contract;

import app.countersign.access.CallersRemit;
import app.countersign.access.Roles;
import app.countersign.kernel.NotFound;
import app.countersign.measure.MeasureHoldings;
import app.countersign.party.Organisation;
import app.countersign.party.Organisations;
import app.countersign.terms.Flaw;
import app.countersign.terms.Template;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Looking things up: contracts, their documents, templates. Changes nothing. */
@Stateless
public class ContractRecords {

    /** Where counting ends: as many contracts in one state are «999+». */
    public static final int MOST_COUNTED = 1000;

    private static final int LARGEST_PAGE = 200;

    @Inject
    private Contracts contracts;

    @Inject
    private OwnContracts own;

    @Inject
    private ContractList list;

    @Inject
    private OwnTemplates templates;

    @Inject
    private Organisations organisations;

    @Inject
    private TemplateLoading loading;

    @Inject
    private CallersRemit remit;

    @Inject
    private TemplateVersions versions;

    @Inject
    private MeasureHoldings measures;

    /**
     * A page of a list.
     *
     * @param next what to ask with for the page after this one; empty on the last
     */
    public record Page(List<ContractRow> items, OptionalLong next) {}

    /** The newest contracts that the filter lets through.
     *
     * @param before what {@link Page#next()} said; empty for the first page
     * @param limit at most 200 */
    @RolesAllowed({Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public Page page(ContractFilter filter, OptionalLong before, int limit) {
        int size = Math.min(Math.max(limit, 1), LARGEST_PAGE);
        List<ContractRow> rows = list.page(filter, before, size + 1);
        boolean more = rows.size() > size;
        List<ContractRow> items = List.copyOf(more ? rows.subList(0, size) : rows);
        return new Page(items, more ? OptionalLong.of(items.get(size - 1).serial()) : OptionalLong.empty());
    }

    /**
     * The page of the list that comes before the one that begins with that row.
     *
     * @param after the serial number of that row
     * @return with {@link Page#next()} of this page, which is there whenever the page is not empty
     */
    @RolesAllowed({Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public Page pageBack(ContractFilter filter, long after, int limit) {
        List<ContractRow> rows = list.pageBack(filter, after, Math.min(Math.max(limit, 1), LARGEST_PAGE));
        OptionalLong next = rows.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(rows.get(rows.size() - 1).serial());
        return new Page(rows, next);
    }

    /** The contracts whose time to be signed runs out first. */
    @RolesAllowed({Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public List<ContractRow> expiring(int limit) {
        return list.expiring(Math.min(limit, LARGEST_PAGE));
    }

    /** Whether there is any contract that was concluded elsewhere and whose paper is to be added. */
    @RolesAllowed({Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public boolean isAnyWithoutPaper() {
        return list.isAnyWithoutPaper();
    }

    /** How many contracts are in which state, up to {@link #MOST_COUNTED}; states without any are left out. */
    @RolesAllowed({Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public Map<ContractState, Long> counts() {
        return list.counts();
    }

    /** @throws NotFound if there is none */
    @RolesAllowed({Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public ContractDetails details(UUID id) {
        Contract contract = own.require(id);
        return ContractDetails.of(
                contract, versions.template(contract.template()), contracts.evidence(id), contracts.documents(id));
    }

    /** What is recorded here of the annex of a contract that was concluded elsewhere, as it stood then; empty for others.
     *
     * @throws NotFound if there is none */
    @RolesAllowed({Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public Optional<MeasureHoldings.Recorded> annex(UUID id) {
        Contract contract = own.require(id);
        return contract.takenIn()
                .map(from -> measures.recorded(
                        contract.processor().id(),
                        contract.template().code(),
                        from.concludedOn()
                                .plusDays(1)
                                .atStartOfDay(contract.processor().zone())
                                .toInstant()));
    }

    /** The contract with that number.
     *
     * @throws NotFound if there is none */
    @RolesAllowed({Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public UUID idOf(String number) {
        return own.require(number).id();
    }

    /** A document, to be streamed from the store.
     *
     * @throws NotFound if there is no such document yet */
    @RolesAllowed({Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public ContractDocument document(UUID id, DocumentKind kind) {
        own.check(id);
        return contracts.document(id, kind).orElseThrow(() -> NotFound.because("contract.refusal.no-document"));
    }

    /** The versions that new contracts are made with, by code. */
    @RolesAllowed({Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public List<TemplateVersion> templates() {
        return templates.current();
    }

    /** All versions of a template, the oldest first. */
    @RolesAllowed({Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public List<TemplateVersion> versionsOf(String code) {
        return templates.of(code);
    }

    /** Words and terms of a version. */
    @RolesAllowed({Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public Template template(UUID versionId) {
        return templates.template(versionId);
    }

    /** Why folders of templates were left out on the last start; told to those who answer for all of them. */
    @RolesAllowed({Roles.LEGAL, Roles.ADMINISTRATOR})
    public List<Flaw> templateFlaws() {
        return remit.get().everyProcessor() ? loading.flaws() : List.of();
    }

    /** The processors whose contracts and templates the caller may read, by name. */
    @RolesAllowed({Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public List<Organisation> processors() {
        return organisations.processors().stream()
                .filter(processor -> remit.covers(processor.id()))
                .toList();
    }
}
