package app.countersign.processing;

import app.countersign.access.CallersRemit;
import app.countersign.access.Roles;
import app.countersign.contract.Contract;
import app.countersign.contract.Contracts;
import app.countersign.contract.ContractsInForce;
import app.countersign.kernel.AccessRefused;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.Settings;
import app.countersign.measure.MeasureFilter;
import app.countersign.measure.MeasureRecords;
import app.countersign.party.Organisation;
import app.countersign.party.Organisations;
import app.countersign.subprocessor.Bindings;
import app.countersign.subprocessor.EngagementFilter;
import app.countersign.subprocessor.EngagementRow;
import app.countersign.subprocessor.EngagementState;
import app.countersign.subprocessor.RegisterRecords;
import app.countersign.terms.Adequacy;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Puts the record of processing together, to be read or taken away. Changes nothing. */
@Stateless
public class Recording {

    private static final String KIND = "processing-record";
    private static final String UNKNOWN = "processing.refusal.unknown";
    static final int PAGE = 200;

    /** So many controllers are named on paper. */
    private static final int ON_PAPER = 2_000;

    @Inject
    private Organisations organisations;

    @Inject
    private Contracts contracts;

    @Inject
    private Bindings bindings;

    @Inject
    private RegisterRecords register;

    @Inject
    private MeasureRecords measures;

    @Inject
    private Adequacy adequacy;

    @Inject
    private CallersRemit remit;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** @param next what to ask with for the page after this one; empty on the last */
    public record Page(List<ControllerRow> items, OptionalLong next) {}

    /** The processors whose records the caller may read, by name. */
    @RolesAllowed({Roles.LEGAL, Roles.DPO, Roles.AUDITOR})
    public List<Organisation> processors() {
        return organisations.processors().stream()
                .filter(processor -> remit.covers(processor.id()))
                .toList();
    }

    /** @throws NotFound if there is no processor of that code for which the caller answers */
    @RolesAllowed({Roles.LEGAL, Roles.DPO, Roles.AUDITOR})
    public ProcessingRecord of(String code) {
        Organisation processor = require(code);
        processor.contacts().size();
        List<EngagementRow> recipients = recipients(processor.id());
        Transfers transfers = new Transfers(adequacy, processor, today(processor));
        return new ProcessingRecord(
                processor,
                clock.instant(),
                contracts.countInForce(inForce(processor)),
                bindings.of(processor.id()).stream()
                        .filter(binding -> binding.contracts() > 0)
                        .map(binding -> new ProcessingForm(binding.template(), binding.contracts()))
                        .toList(),
                recipients,
                recipients.stream()
                        .flatMap(row -> transfers.of(row.engagement()).stream())
                        .toList(),
                measures(processor.id()));
    }

    private Organisation require(String code) {
        Optional<Organisation> known = organisations.byCode(code == null ? "" : code);
        UUID id = known.map(Organisation::id).orElse(null);
        remit.require(id, KIND, id == null ? AccessRefused.NOTHING : id, UNKNOWN);
        return known.orElseThrow(() -> NotFound.because(UNKNOWN));
    }

    private LocalDate today(Organisation processor) {
        return LocalDate.now(clock.withZone(processor.zone()));
    }

    private ContractsInForce inForce(Organisation processor) {
        LocalDate today = today(processor);
        return new ContractsInForce(processor.id(), today, today, Optional.empty());
    }

    private List<EngagementRow> recipients(UUID processor) {
        EngagementFilter of = new EngagementFilter(Optional.of(processor), Optional.empty(), "");
        List<EngagementRow> all = new ArrayList<>();
        Optional<UUID> last = Optional.empty();
        do {
            RegisterRecords.Page page = register.page(of, last, PAGE);
            page.items().stream()
                    .filter(row -> row.state() != EngagementState.ENDED)
                    .forEach(all::add);
            last = page.next();
        } while (last.isPresent());
        return all;
    }

    private List<MeasureRecords.Row> measures(UUID processor) {
        MeasureFilter of =
                new MeasureFilter(Optional.of(processor), Optional.empty(), Optional.empty(), Optional.empty(), "");
        List<MeasureRecords.Row> all = new ArrayList<>();
        Optional<UUID> last = Optional.empty();
        do {
            MeasureRecords.Page page = measures.page(of, last, PAGE);
            all.addAll(page.items());
            last = page.next();
        } while (last.isPresent());
        return all;
    }

    /**
     * The controllers whose contracts are in force today, the oldest contract first.
     *
     * @param after the last of the page before; 0 to begin with
     * @param limit at most 200
     */
    @RolesAllowed({Roles.LEGAL, Roles.DPO, Roles.AUDITOR})
    public Page controllers(String code, long after, int limit) {
        int size = Math.min(Math.max(limit, 1), PAGE);
        List<Contract> found = contracts.inForce(inForce(require(code)), after, size + 1);
        List<ControllerRow> rows =
                found.stream().limit(size).map(ControllerRow::of).toList();
        return new Page(
                rows, found.size() > size ? OptionalLong.of(rows.get(size - 1).serial()) : OptionalLong.empty());
    }

    /**
     * As a file.
     *
     * @throws NotFound if there is no processor of that code for which the caller answers
     */
    @RolesAllowed({Roles.LEGAL, Roles.DPO, Roles.AUDITOR})
    public byte[] file(String code, RecordFormat format, Locale language) {
        ProcessingRecord record = of(code);
        RecordFormat.Controllers all = new RecordFormat.Controllers() {
            @Override
            public Page from(long serial) {
                return controllers(code, serial, PAGE);
            }
        };
        return switch (format) {
            case PDF -> new RecordPaper(record, all, language, ON_PAPER).pdf();
            case XLSX -> new RecordTable(record, all, language).xlsx();
            case JSON_LD -> new RecordGraph(record, all, language, settings.baseUrl()).json();
        };
    }
}
