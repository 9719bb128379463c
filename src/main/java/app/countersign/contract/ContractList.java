package app.countersign.contract;

import app.countersign.party.Organisations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lists of contracts, the newest first. A page starts after a serial number instead of counting rows, and each filter
 * has an index, so that a page costs the same with a hundred contracts and with a hundred thousand.
 */
@ApplicationScoped
class ContractList {

    private static final Pattern NUMBER = Pattern.compile("(?:\\p{Alnum}+-\\d{4}-)?0*(\\d{1,12})");
    private static final int NARROW = 200;
    private static final UUID NONE = new UUID(0, 0);
    private static final String SELECT = "select new app.countersign.contract.ContractRow(c.id, c.serial, c.number,"
            + " c.state, c.controller.name, c.processor.name, c.template.code, c.template.label,"
            + " c.milestones.createdAt, c.waiting.expiresAt, c.effectiveOn, c.ending.lastDay, c.problemKey)"
            + " from Contract c";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Organisations organisations;

    /** @param before the serial number of the last row of the page before */
    List<ContractRow> page(ContractFilter filter, OptionalLong before, int limit) {
        Conditions conditions = conditions(filter);
        before.ifPresent(serial -> conditions.add("c.serial < :before", "before", serial));
        return query(conditions, "c.serial desc").setMaxResults(limit).getResultList();
    }

    /** The rows that come right before a page, in the order of the list.
     *
     * @param after the serial number of the first row of that page */
    List<ContractRow> pageBack(ContractFilter filter, long after, int limit) {
        Conditions conditions = conditions(filter);
        conditions.add("c.serial > :after", "after", after);
        List<ContractRow> rows =
                query(conditions, "c.serial").setMaxResults(limit).getResultList();
        return rows.stream()
                .sorted(Comparator.comparingLong(ContractRow::serial).reversed())
                .toList();
    }

    /** Those whose time to sign runs out first. */
    List<ContractRow> expiring(int limit) {
        Conditions conditions = new Conditions();
        conditions.conditions.add("c.waiting.expiresAt is not null");
        return query(conditions, "c.waiting.expiresAt").setMaxResults(limit).getResultList();
    }

    private TypedQuery<ContractRow> query(Conditions conditions, String order) {
        TypedQuery<ContractRow> query =
                entities.createQuery(SELECT + conditions.where() + " order by " + order, ContractRow.class);
        conditions.values.forEach(query::setParameter);
        return query;
    }

    /** How many contracts are in which state. */
    Map<ContractState, Long> counts() {
        Map<ContractState, Long> counts = new EnumMap<>(ContractState.class);
        entities.createQuery("select c.state, count(c) from Contract c group by c.state", Object[].class)
                .getResultList()
                .forEach(row -> counts.put((ContractState) row[0], (Long) row[1]));
        return counts;
    }

    private Conditions conditions(ContractFilter filter) {
        Conditions conditions = new Conditions();
        if (!filter.states().isEmpty()) {
            conditions.add("c.state in :states", "states", filter.states());
        }
        filter.processor()
                .ifPresent(code -> conditions.add(
                        "c.processor.id = :processor",
                        "processor",
                        organisations.byCode(code).map(o -> o.id()).orElse(NONE)));
        filter.template().ifPresent(code -> conditions.add("c.template.id in :versions", "versions", versions(code)));
        filter.controllerId().ifPresent(id -> conditions.add("c.controller.id = :controller", "controller", id));
        filter.dueBefore().ifPresent(at -> conditions.add("c.waiting.expiresAt < :due", "due", at));
        filter.text().ifPresent(text -> byText(text, conditions));
        return conditions;
    }

    private List<UUID> versions(String code) {
        List<UUID> ids = entities.createQuery("select v.id from TemplateVersion v where v.code = :code", UUID.class)
                .setParameter("code", code)
                .getResultList();
        return ids.isEmpty() ? List.of(NONE) : ids;
    }

    /**
     * A number, or a name. Of names that begin so, the first two hundred are looked at; whoever types so little sees the
     * contracts of those.
     */
    private void byText(String text, Conditions conditions) {
        Matcher number = NUMBER.matcher(text.toUpperCase(Locale.ROOT));
        List<UUID> named = organisations.ids(text, NARROW);
        if (number.matches()) {
            conditions.add(
                    "(c.serial = :serial or c.controller.id in :named)", "serial", Long.valueOf(number.group(1)));
        } else {
            conditions.conditions.add("c.controller.id in :named");
        }
        conditions.values.put("named", named.isEmpty() ? List.of(NONE) : named);
    }

    /** Conditions with their values, all of which must hold. */
    private static final class Conditions {

        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> values = new LinkedHashMap<>();

        void add(String condition, String name, Object value) {
            conditions.add(condition);
            values.put(name, value);
        }

        String where() {
            return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        }
    }
}
