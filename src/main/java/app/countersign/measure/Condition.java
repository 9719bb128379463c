package app.countersign.measure;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** What measures are asked for, in SQL, with the values that belong to its question marks. */
final class Condition {

    private final StringBuilder sql;
    private final List<Object> values = new ArrayList<>();

    Condition(String first) {
        sql = new StringBuilder(first);
    }

    Condition and(String more, Object... of) {
        sql.append(" and ").append(more);
        values.addAll(Arrays.asList(of));
        return this;
    }

    List<UUID> ids(EntityManager entities, String order) {
        List<?> ids = bound(entities.createNativeQuery("select m.id from measure m where " + sql + order))
                .getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }

    long count(EntityManager entities) {
        return ((Number) bound(entities.createNativeQuery("select count(*) from measure m where " + sql))
                        .getSingleResult())
                .longValue();
    }

    private Query bound(Query query) {
        int position = 1;
        for (Object value : values) {
            query.setParameter(position++, value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
        }
        return query;
    }
}
