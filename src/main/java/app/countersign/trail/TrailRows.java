package app.countersign.trail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The rows as people read them. All that limits who sees which belongs into {@link #visible}. */
@ApplicationScoped
class TrailRows {

    private static final int MOST_PERSONS = 200;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Persons persons;

    /** The row below which a page begins. */
    record Below(Instant at, long id) {

        private static final long MICROS = 1_000_000;

        @Override
        public String toString() {
            return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + id;
        }

        /** Empty if that is none. */
        static Optional<Below> parse(String text) {
            if (!text.matches("\\d{1,17}--?\\d{1,18}")) {
                return Optional.empty();
            }
            int dash = text.indexOf('-');
            long micros = Long.parseLong(text.substring(0, dash));
            Instant at = Instant.ofEpochSecond(micros / MICROS, micros % MICROS * 1000);
            return Optional.of(new Below(at, Long.parseLong(text.substring(dash + 1))));
        }
    }

    /** What the question says, and what stands for its parameters. */
    private static final class Question {
        private final List<String> where = new ArrayList<>();
        private final Map<String, Object> parameters = new LinkedHashMap<>();

        void and(String condition, String name, Object value) {
            where.add(condition);
            parameters.put(name, value);
        }

        TypedQuery<TrailRow> in(EntityManager em, String order) {
            String text = "select t from TrailRow t" + (where.isEmpty() ? "" : " where " + String.join(" and ", where))
                    + " order by " + order;
            TypedQuery<TrailRow> query = em.createQuery(text, TrailRow.class);
            parameters.forEach(query::setParameter);
            return query;
        }
    }

    /** What the caller may see at all. */
    private static Question visible() {
        return new Question();
    }

    List<TrailEntry> of(String objectKind, UUID objectId) {
        Question question = visible();
        question.and("t.objectKind = :kind", "kind", objectKind);
        question.and("t.objectId = :objectId", "objectId", objectId);
        return told(question.in(em, "t.id").getResultList());
    }

    /** Without what is told of the trail's own book-keeping. */
    List<TrailEntry> latest(int most) {
        Question question = visible();
        question.and("t.objectKind <> :own", "own", PersonNamed.KIND);
        return told(question.in(em, "t.at desc, t.id desc").setMaxResults(most).getResultList());
    }

    /** The newest first. */
    List<TrailEntry> page(TrailFilter filter, Optional<Below> below, int most) {
        Question question = visible();
        filter.person().ifPresent(typed -> question.and("t.actor in :actors", "actors", actors(typed)));
        filter.object().ifPresent(typed -> object(question, typed));
        filter.event().ifPresent(event -> question.and("t.event = :event", "event", event));
        filter.from().ifPresent(from -> question.and("t.at >= :from", "from", from));
        filter.to().ifPresent(to -> question.and("t.at < :to", "to", to));
        below.ifPresent(b -> {
            question.and("t.at <= :belowAt", "belowAt", b.at());
            question.and("(t.at < :belowAt or t.id < :belowId)", "belowId", b.id());
        });
        return told(question.in(em, "t.at desc, t.id desc").setMaxResults(most).getResultList());
    }

    /** A pseudonym that nobody has finds nothing. */
    private List<String> actors(String typed) {
        List<String> found =
                persons.like(typed, MOST_PERSONS).stream().map(UUID::toString).toList();
        return found.isEmpty() ? List.of("") : found;
    }

    private static void object(Question question, String typed) {
        try {
            question.and("t.objectId = :objectId", "objectId", UUID.fromString(typed));
        } catch (IllegalArgumentException e) {
            // Not an id: a kind is written small, what people call it is not.
            boolean kind = typed.matches("[a-z]+(-[a-z]+)*");
            question.and(
                    kind ? "t.objectKind = :object" : "t.label = :object",
                    "object",
                    kind ? typed : typed.toUpperCase(Locale.ROOT));
        }
    }

    /** The names of all events there are, each found by one step through the index. */
    List<String> events() {
        List<String> events = new ArrayList<>();
        for (String event = eventAfter(""); event != null; event = eventAfter(event)) {
            events.add(event);
        }
        return events;
    }

    private String eventAfter(String event) {
        return em.createQuery("select min(t.event) from TrailRow t where t.event > :event", String.class)
                .setParameter("event", event)
                .getSingleResult();
    }

    private List<TrailEntry> told(List<TrailRow> rows) {
        Map<UUID, String> names = persons.names(
                rows.stream().map(TrailRow::actor).flatMap(Optional::stream).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> new TrailEntry(row, row.actor().map(names::get).orElse(null)))
                .toList();
    }
}
