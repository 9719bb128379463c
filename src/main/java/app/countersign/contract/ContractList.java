package app.countersign.contract;

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
            + " c.milestones.createdAt, c.waiting.expiresAt, c.effectiveOn, c.ending.lastDay, c.problemKey)"
            + " from Contract c where c.serial in :serials order by c.serial desc";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Organisations organisations;

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
        String sql = "select serial from contract where expires_at > ? order by expires_at fetch first " + limit
                + " rows only";
        return rows(serials(sql, List.of(Instant.EPOCH.atOffset(ZoneOffset.UTC)))
                        .toList())
                .stream()
                .sorted(Comparator.comparing(ContractRow::expiresAt))
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
        Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        List<?> serials = query.getResultList();
        return serials.stream().map(serial -> ((Number) serial).longValue());
    }

    /**
     * One question for each state and template version that is asked for: each is answered by an index in the wanted
     * order, while for several at once a database sorts all there is.
     */
    private Stream<Strand> strands(ContractFilter filter) {
        Strand narrow = narrow(filter);
        Optional<UUID> processor = filter.processor()
                .map(code -> organisations.byCode(code).map(Organisation::id).orElseGet(UUID::randomUUID));
        if (filter.template().isEmpty() && processor.isEmpty()) {
            return filter.states().isEmpty() ? Stream.of(narrow) : inStates(narrow, filter);
        }
        if (filter.template().isEmpty()) {
            return inStates(narrow.along("processor_id", processor.get()), filter);
        }
        return versions(filter.template().get()).stream()
                .map(version -> narrow.along("template_version_id", version))
                .map(strand -> processor.isPresent() ? strand.only("processor_id = ?", processor.get()) : strand)
                .flatMap(strand -> inStates(strand, filter));
    }

    private static Stream<Strand> inStates(Strand strand, ContractFilter filter) {
        Set<ContractState> states = filter.states().isEmpty() ? EnumSet.allOf(ContractState.class) : filter.states();
        return states.stream().map(state -> strand.along("state", KebabCase.of(state)));
    }

    private Strand narrow(ContractFilter filter) {
        Strand strand = Strand.ALL;
        if (filter.controllerId().isPresent()) {
            strand = strand.along("controller_id", filter.controllerId().get());
        }
        if (filter.dueBefore().isPresent()) {
            strand = strand.only(
                    "expires_at between ? and ?",
                    Instant.EPOCH.atOffset(ZoneOffset.UTC),
                    filter.dueBefore().get().atOffset(ZoneOffset.UTC));
        }
        return filter.text().isPresent() ? byText(strand, filter.text().get()) : strand;
    }

    /**
     * A number, or a name. Of names that begin so, the first two hundred are looked at; whoever types so little sees the
     * contracts of those.
     */
    private Strand byText(Strand strand, String text) {
        Matcher number = NUMBER.matcher(text.toUpperCase(Locale.ROOT));
        if (number.matches()
                && entities.createQuery("select c.id from Contract c where c.serial = :serial", UUID.class)
                        .setParameter("serial", Long.valueOf(number.group(1)))
                        .getResultStream()
                        .findAny()
                        .isPresent()) {
            return strand.only("serial = ?", Long.valueOf(number.group(1)));
        }
        return strand.onlyIn("controller_id", organisations.ids(text, NARROW));
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
            Number count = (Number) entities.createNativeQuery("select count(*) from (select serial from contract"
                            + " where state = ? order by state, serial fetch first "
                            + ContractRecords.MOST_COUNTED + " rows only) counted")
                    .setParameter(1, KebabCase.of(state))
                    .getSingleResult();
            if (count.longValue() > 0) {
                counts.put(state, count.longValue());
            }
        }
        return counts;
    }
}
