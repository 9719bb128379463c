package app.countersign.contract;

import app.countersign.access.CallersRemit;
import app.countersign.access.Remit;
import app.countersign.kernel.KebabCase;
import app.countersign.party.Organisation;
import app.countersign.party.Organisations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lists of contracts, the newest first. A page starts after a serial number instead of counting rows, and each filter
 * has an index, so that a page costs the same with a hundred contracts and with a hundred thousand.
 */
@ApplicationScoped
class ContractList {

    private static final Pattern NUMBER = Pattern.compile("(?:\\p{Alnum}+-\\d{4}-)?0*(\\d{1,12})");
    private static final int NARROW = 200;
    private static final String ROWS = "select new app.countersign.contract.ContractRow(c.id, c.serial, c.number,"
            + " c.state, c.controller.name, c.processor.name, c.template.code, c.template.label,"
            + " c.milestones.createdAt, c.waiting.expiresAt, c.effectiveOn, c.ending.lastDay,"
            + " c.takenIn.documentDueSince, c.problemKey)"
            + " from Contract c where c.serial in :serials order by c.serial desc";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Organisations organisations;

    @Inject
    private CallersRemit remit;

    /** @param before the serial number of the last row of the page before */
    List<ContractRow> page(ContractFilter filter, OptionalLong before, int limit) {
        return rows(strands(filter)
                .map(strand -> before.isPresent() ? strand.before(before.getAsLong()) : strand)
                .flatMap(strand -> serials(strand.sql(limit), strand.values()))
                .sorted(Comparator.reverseOrder())
                .limit(limit)
                .toList());
    }

    /** The rows that come right before a page, in the order of the list.
     *
     * @param after the serial number of the first row of that page */
    List<ContractRow> pageBack(ContractFilter filter, long after, int limit) {
        return rows(strands(filter)
                .map(strand -> strand.after(after))
                .flatMap(strand -> serials(strand.sqlUpwards(limit), strand.values()))
                .sorted()
                .limit(limit)
                .toList());
    }

    /** Those whose time to sign runs out first, the first first. */
    List<ContractRow> expiring(int limit) {
        List<Long> serials = own(Optional.empty())
                .map(strand -> strand.only("expires_at > ?", Instant.EPOCH.atOffset(ZoneOffset.UTC)))
                .flatMap(strand -> serials(strand.sqlBy("expires_at", limit), strand.values()))
                .toList();
        return rows(serials).stream()
                .sorted(Comparator.comparing(ContractRow::expiresAt))
                .limit(limit)
                .toList();
    }

    private List<ContractRow> rows(List<Long> serials) {
        return serials.isEmpty()
                ? List.of()
                : entities.createQuery(ROWS, ContractRow.class)
                        .setParameter("serials", serials)
                        .getResultList();
    }

    private Stream<Long> serials(String sql, List<Object> values) {
        List<?> serials = with(entities.createNativeQuery(sql), values).getResultList();
        return serials.stream().map(serial -> ((Number) serial).longValue());
    }

    private static Query with(Query query, List<Object> values) {
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return query;
    }

    /**
     * One question for each processor, state and template version that is asked for: each is answered by an index in the
     * wanted order, while for several at once a database sorts all there is.
     */
    private Stream<Strand> strands(ContractFilter filter) {
        if (filter.template().isEmpty()) {
            Stream<Strand> own = own(filter.processor()).map(strand -> narrow(strand, filter));
            return filter.states().isEmpty() ? own : own.flatMap(strand -> inStates(strand, filter));
        }
        Optional<List<UUID>> processors = processors(filter.processor());
        return versions(filter.template().get()).stream()
                .map(version -> narrow(inPeriod(remit.get()).along("template_version_id", version), filter))
                .map(strand -> processors.isPresent() ? strand.onlyIn("processor_id", processors.get()) : strand)
                .flatMap(strand -> inStates(strand, filter));
    }

    /** Of what the caller may know: a strand for all of it, or one for each processor.
     *
     * @param code of the only processor that is asked for */
    private Stream<Strand> own(Optional<String> code) {
        Strand all = inPeriod(remit.get());
        return processors(code)
                .map(some -> some.stream().map(processor -> all.along("processor_id", processor)))
                .orElseGet(() -> Stream.of(all));
    }

    /** Empty for all that there are. */
    private Optional<List<UUID>> processors(Optional<String> code) {
        Remit own = remit.get();
        if (code.isEmpty()) {
            return own.everyProcessor() ? Optional.empty() : Optional.of(List.copyOf(own.processors()));
        }
        return Optional.of(organisations.byCode(code.get()).stream()
                .map(Organisation::id)
                .filter(own::covers)
                .toList());
    }

    /** Only what was there on a day of an auditor's period. */
    private static Strand inPeriod(Remit own) {
        Strand begun = own.before()
                .map(before -> Strand.ALL.only("created_at < ?", before.atOffset(ZoneOffset.UTC)))
                .orElse(Strand.ALL);
        return own.since()
                .map(since -> begun.only("(closed_at is null or closed_at >= ?)", since.atOffset(ZoneOffset.UTC)))
                .orElse(begun);
    }

    private static Stream<Strand> inStates(Strand strand, ContractFilter filter) {
        Set<ContractState> states = filter.states().isEmpty() ? EnumSet.allOf(ContractState.class) : filter.states();
        return states.stream().map(state -> strand.along("state", KebabCase.of(state)));
    }

    private Strand narrow(Strand own, ContractFilter filter) {
        Strand strand = own;
        if (filter.controllerId().isPresent()) {
            strand = strand.along("controller_id", filter.controllerId().get());
        }
        if (filter.dueBefore().isPresent()) {
            strand = strand.only(
                    "expires_at between ? and ?",
                    Instant.EPOCH.atOffset(ZoneOffset.UTC),
                    filter.dueBefore().get().atOffset(ZoneOffset.UTC));
        }
        if (filter.withoutPaper()) {
            strand = strand.only("document_due_since > ?", Instant.EPOCH.atOffset(ZoneOffset.UTC));
        }
        return filter.text().isPresent() ? byText(strand, filter.text().get()) : strand;
    }

    /**
     * A number, the reference of a paper, or a name. Of names that begin so, the first two hundred are looked at; whoever types so little sees the
     * contracts of those.
     */
    private Strand byText(Strand strand, String text) {
        Matcher number = NUMBER.matcher(text.toUpperCase(Locale.ROOT));
        if (number.matches() && isOwn(Long.parseLong(number.group(1)))) {
            return strand.only("serial = ?", Long.valueOf(number.group(1)));
        }
        if (isReference(text)) {
            return strand.only("paper_reference_key = ?", TakenIn.key(text));
        }
        return strand.onlyIn("controller_id", organisations.ids(text, NARROW, remit.get()));
    }

    private boolean isOwn(long serial) {
        return entities.createQuery("select c.processor.id from Contract c where c.serial = :serial", UUID.class)
                .setParameter("serial", serial)
                .getResultStream()
                .anyMatch(remit::covers);
    }

    private boolean isReference(String text) {
        return entities.createQuery(
                        "select c.processor.id from Contract c where c.takenIn.referenceKey = :key", UUID.class)
                .setParameter("key", TakenIn.key(text))
                .getResultStream()
                .anyMatch(remit::covers);
    }

    /** Whether the paper of any of the caller's contracts is missing. */
    boolean isAnyWithoutPaper() {
        return own(Optional.empty())
                .map(strand -> strand.only("document_due_since > ?", Instant.EPOCH.atOffset(ZoneOffset.UTC)))
                .flatMap(strand -> serials(strand.sqlBy("document_due_since", 1), strand.values()))
                .findAny()
                .isPresent();
    }

    private List<UUID> versions(String code) {
        return entities.createQuery("select v.id from TemplateVersion v where v.code = :code", UUID.class)
                .setParameter("code", code)
                .getResultList();
    }

    /**
     * How many contracts are in which state, counted no further than {@link ContractRecords#MOST_COUNTED}: counting all
     * would cost what there is. States without any are left out.
     */
    Map<ContractState, Long> counts() {
        Map<ContractState, Long> counts = new EnumMap<>(ContractState.class);
        for (ContractState state : ContractState.values()) {
            long count = own(Optional.empty())
                    .map(strand -> strand.along("state", KebabCase.of(state)))
                    .mapToLong(this::count)
                    .sum();
            if (count > 0) {
                counts.put(state, Math.min(count, ContractRecords.MOST_COUNTED));
            }
        }
        return counts;
    }

    private long count(Strand strand) {
        Query query = entities.createNativeQuery(
                "select count(*) from (" + strand.sqlUpwards(ContractRecords.MOST_COUNTED) + ") counted");
        return ((Number) with(query, strand.values()).getSingleResult()).longValue();
    }
}
