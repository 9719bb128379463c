package app.countersign.export;

import app.countersign.access.Actor;
import app.countersign.access.Caller;
import app.countersign.access.CallersRemit;
import app.countersign.access.Remit;
import app.countersign.access.Roles;
import app.countersign.contract.Contract;
import app.countersign.contract.ContractHoldings;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.kernel.RoomClosed;
import app.countersign.kernel.Settings;
import app.countersign.measure.Measure;
import app.countersign.measure.MeasureHoldings;
import app.countersign.party.Organisation;
import app.countersign.party.Organisations;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Asking for archives of evidence, and taking them away. */
@Stateless
public class ExportDesk {

    private static final int LARGEST_PAGE = 200;
    private static final int MOST_UNDER_WAY = 10;
    private static final int MOST_MEASURES = 2000;
    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);

    @Inject
    private EvidenceExports exports;

    @Inject
    private Organisations organisations;

    @Inject
    private ContractHoldings contracts;

    @Inject
    private MeasureHoldings measures;

    @Inject
    private CallersRemit remit;

    @Inject
    private Actor actor;

    @Inject
    private Settings settings;

    @Inject
    private Event<DomainEvent> happened;

    @Inject
    private Clock clock;

    /**
     * What is to be taken away, as people and programs write it.
     *
     * @param processors codes; empty for all of the caller's
     * @param measures ids; empty for all
     * @param contract number; empty for none
     * @param from the first day, {@code 2026-01-01}; empty for a year ago, or as far as the contract and remit reach
     * @param to the last day; empty for today
     */
    public record Wish(
            List<String> processors, List<String> measures, String contract, String from, String to, Locale language) {}

    /** @param next what to ask with for the page after this one; empty on the last */
    public record Page(List<EvidenceExport> items, Optional<UUID> next) {}

    /**
     * Asks for an archive; a job builds it.
     *
     * @throws Invalid with complaints for {@code processors}, {@code measures}, {@code contract}, {@code from}, {@code to}
     * @throws Refused if too many are under way
     */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public EvidenceExport ask(Wish wish) {
        Caller caller = actor.caller().orElseThrow(() -> NotFound.because("export.refusal.unknown"));
        if (!remit.get().opens("measure")) {
            throw new RoomClosed("measure");
        }
        Choice choice = choice(wish);
        if (exports.underWay() >= MOST_UNDER_WAY) {
            throw Refused.because("export.refusal.many", MOST_UNDER_WAY);
        }
        EvidenceExport export = new EvidenceExport(choice, caller.accountId(), caller.displayName(), clock.instant());
        exports.add(export);
        happened.fire(new ExportEvent.EvidenceExportAsked(export));
        return export;
    }

    private Choice choice(Wish wish) {
        TreeMap<String, Reason> complaints = new TreeMap<>();
        Optional<Contract> contract = contract(wish.contract(), complaints);
        Set<UUID> processors = contract.map(one -> Set.of(one.processor().id()))
                .orElseGet(() -> processors(wish.processors(), complaints));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Remit own = remit.get();
        LocalDate last = day("to", wish.to(), complaints)
                .orElse(own.to().filter(today::isAfter).orElse(today));
        LocalDate first = day("from", wish.from(), complaints).orElseGet(() -> begin(contract, last, own));
        period(first, last, today, own, complaints);
        String template = contract.map(one -> one.template().code()).orElse("");
        Set<UUID> chosen = measures(wish.measures(), complaints);
        if (!chosen.isEmpty() && !complaints.containsKey("processors")) {
            // Where the period is in doubt, one that there never was is told all the same.
            boolean sure = complaints.isEmpty();
            known(chosen, processors, template, sure ? first : EARLIEST, sure ? last : today, complaints);
        }
        if (!complaints.isEmpty()) {
            throw new Invalid(complaints);
        }
        return new Choice(
                processors,
                template,
                contract.map(Contract::id),
                contract.map(Contract::number).orElse(""),
                chosen,
                first,
                last,
                wish.language());
    }

    private Optional<Contract> contract(String number, TreeMap<String, Reason> complaints) {
        if (number == null || number.isBlank()) {
            return Optional.empty();
        }
        try {
            if (remit.get().opens("contract") && isInContracts()) {
                return Optional.of(contracts.require(number.strip().toUpperCase(Locale.ROOT)));
            }
        } catch (NotFound e) {
            // As unknown as what the caller may not see.
        }
        complaints.put("contract", Reason.of("export.complaint.contract"));
        return Optional.empty();
    }

    /** Administrators read no contracts. */
    private boolean isInContracts() {
        return actor.caller().stream()
                .flatMap(caller -> caller.roles().stream())
                .anyMatch(Set.of(Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR)::contains);
    }

    private Set<UUID> processors(List<String> codes, TreeMap<String, Reason> complaints) {
        List<Organisation> own = processors();
        Set<UUID> chosen = new HashSet<>();
        for (String code : codes == null ? List.<String>of() : codes) {
            Optional<Organisation> named = own.stream()
                    .filter(one -> one.code()
                            .filter(String.valueOf(code).strip()::equals)
                            .isPresent())
                    .findFirst();
            if (named.isEmpty()) {
                complaints.put("processors", Reason.of("export.complaint.processor", String.valueOf(code)));
            }
            named.map(Organisation::id).ifPresent(chosen::add);
        }
        if (codes == null || codes.isEmpty()) {
            own.forEach(one -> chosen.add(one.id()));
        }
        if (chosen.isEmpty()) {
            complaints.putIfAbsent("processors", Reason.of("export.complaint.no-processor"));
        }
        return chosen;
    }

    private static Set<UUID> measures(List<String> ids, TreeMap<String, Reason> complaints) {
        Set<UUID> chosen = new HashSet<>();
        for (String id : ids == null ? List.<String>of() : ids) {
            try {
                chosen.add(UUID.fromString(String.valueOf(id)));
            } catch (IllegalArgumentException e) {
                complaints.put("measures", Reason.of("export.complaint.measure"));
            }
        }
        if (chosen.size() > MOST_MEASURES) {
            complaints.put("measures", Reason.of("export.complaint.measures", MOST_MEASURES));
        }
        return chosen;
    }

    /** One of another processor is as unknown as one that never was. */
    private void known(
            Set<UUID> chosen,
            Set<UUID> processors,
            String template,
            LocalDate first,
            LocalDate last,
            TreeMap<String, Reason> complaints) {
        Instant from = first.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant to = last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Set<UUID> known =
                measures.of(processors, Optional.of(template).filter(one -> !one.isEmpty()), from, to).stream()
                        .map(Measure::id)
                        .collect(Collectors.toSet());
        if (!known.containsAll(chosen)) {
            complaints.put("measures", Reason.of("export.complaint.measure"));
        }
    }

    private static Optional<LocalDate> day(String field, String text, TreeMap<String, Reason> complaints) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException e) {
            complaints.put(field, Reason.of("export.complaint.day"));
            return Optional.empty();
        }
    }

    private static LocalDate begin(Optional<Contract> contract, LocalDate last, Remit own) {
        LocalDate begin = contract.flatMap(Contract::effectiveOn)
                .filter(day -> !day.isAfter(last))
                .orElse(last.minusYears(1).plusDays(1));
        return own.from().filter(begin::isBefore).orElse(begin);
    }

    /** A day that can't be read has its complaint already, and says nothing of the other. */
    private static void period(
            LocalDate first, LocalDate last, LocalDate today, Remit own, TreeMap<String, Reason> complaints) {
        boolean known = !complaints.containsKey("to");
        if (last.isAfter(today)) {
            complaints.putIfAbsent("to", Reason.of("export.complaint.future"));
        } else if (own.to().filter(last::isAfter).isPresent()) {
            complaints.putIfAbsent("to", Reason.of("export.complaint.outside"));
        }
        if (known && first.isAfter(last)) {
            complaints.putIfAbsent("from", Reason.of("export.complaint.order"));
        } else if (first.isBefore(EARLIEST)) {
            complaints.putIfAbsent("from", Reason.of("export.complaint.day"));
        } else if (own.from().filter(first::isBefore).isPresent()) {
            complaints.putIfAbsent("from", Reason.of("export.complaint.outside"));
        }
    }

    /** The processors whose evidence the caller may take away, by name. */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public List<Organisation> processors() {
        return organisations.processors().stream()
                .filter(one -> remit.covers(one.id()))
                .toList();
    }

    /** The caller's own, the newest first.
     *
     * @param after the last of the page before; one that is not there begins at the newest
     * @param limit at most 200 */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public Page page(Optional<UUID> after, int limit) {
        int size = Math.min(Math.max(limit, 1), LARGEST_PAGE);
        List<EvidenceExport> found = exports.page(after.flatMap(exports::own), size + 1);
        boolean more = found.size() > size;
        List<EvidenceExport> items = more ? found.subList(0, size) : found;
        return new Page(
                List.copyOf(items), more ? Optional.of(items.get(size - 1).id()) : Optional.empty());
    }

    /** @throws NotFound if there is none that the caller asked for */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public EvidenceExport details(UUID id) {
        return exports.require(id);
    }

    /** Stops it; what was written of it goes.
     *
     * @throws Refused if it is not under way */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public EvidenceExport cancel(UUID id) {
        EvidenceExport export = exports.lock(id);
        export.cancel(clock.instant());
        happened.fire(new ExportEvent.EvidenceExportCancelled(export));
        return export;
    }

    /** Has it built again, as of the instant when it was asked for.
     *
     * @throws Refused if it is under way or there */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public EvidenceExport resume(UUID id) {
        EvidenceExport export = exports.lock(id);
        requireSight(export);
        export.resume();
        happened.fire(new ExportEvent.EvidenceExportAsked(export));
        return export;
    }

    private void requireSight(EvidenceExport export) {
        Caller caller = actor.caller().orElseThrow();
        new Sight(caller.roles(), remit.get(), true, Optional.empty())
                .refuses(export, clock.instant())
                .ifPresent(why -> {
                    throw new Refused(why);
                });
    }

    /** An archive to be saved: to be read to its end and closed. */
    public record Archived(EvidenceExport export, InputStream content) {}

    /** @throws Refused if it is not there (yet, or any more), or no longer the caller's to see */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public Archived take(UUID id) {
        EvidenceExport export = exports.lock(id);
        requireSight(export);
        if (export.state() != ExportState.READY
                || export.expiresAt()
                        .filter(end -> !clock.instant().isBefore(end))
                        .isPresent()) {
            throw Refused.because("export.refusal.not-ready");
        }
        InputStream content = new Shelf(settings.export().dir()).open(id);
        happened.fire(new ExportEvent.EvidenceExportTaken(export));
        return new Archived(export, content);
    }
}
