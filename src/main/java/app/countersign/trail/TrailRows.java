package app.countersign.trail;

import app.countersign.access.CallersRemit;
import app.countersign.access.Remit;
import app.countersign.kernel.Below;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows as people read them, as far as the caller answers for them. */
@ApplicationScoped
class TrailRows {

    private static final int MOST_PERSONS = 200;

    /** More never happened to one object; what did would be no help on one page. */
    private static final int MOST_OF_ONE = 10_000;

    private static final int EVENTS_FROM = 1000;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Persons persons;

    @Inject
    private CallersRemit remit;

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

    /**
     * What the caller may see of what is asked for, in the wanted order. One question for each processor of a limited
     * remit: each is answered by an index in that order, while for several at once a database sorts all there is.
     */
    private List<TrailEntry> visible(Consumer<Question> asked, boolean newestFirst, int most) {
        Remit own = remit.get();
        Stream<Optional<UUID>> processors = own.everyProcessor()
                ? Stream.of(Optional.empty())
                : own.processors().stream().map(Optional::of);
        Comparator<TrailRow> order = Comparator.comparing(TrailRow::at).thenComparing(TrailRow::id);
        return told(processors
                .flatMap(processor -> {
                    Question question = new Question();
                    asked.accept(question);
                    processor.ifPresent(id -> question.and("t.processor = :processor", "processor", id.toString()));
                    own.since().ifPresent(since -> question.and("t.at >= :since", "since", since));
                    own.before().ifPresent(before -> question.and("t.at < :before", "before", before));
                    // All columns of the index are named: H2 sorts by it only then.
                    String first = processor.isEmpty() ? "" : newestFirst ? "t.processor desc, " : "t.processor, ";
                    return question.in(em, first + (newestFirst ? "t.at desc, t.id desc" : "t.at, t.id"))
                            .setMaxResults(most)
                            .getResultStream();
                })
                .sorted(newestFirst ? order.reversed() : order)
                .limit(most)
                .toList());
    }

    /** The oldest first. */
    List<TrailEntry> of(String objectKind, UUID objectId) {
        return of(objectKind, objectId, false, MOST_OF_ONE);
    }

    /** The newest first. */
    List<TrailEntry> latestOf(String objectKind, UUID objectId, int most) {
        return of(objectKind, objectId, true, most);
    }

    private List<TrailEntry> of(String objectKind, UUID objectId, boolean newestFirst, int most) {
        return visible(
                question -> {
                    question.and("t.objectKind = :kind", "kind", objectKind);
                    question.and("t.objectId = :objectId", "objectId", objectId);
                },
                newestFirst,
                most);
    }

    /** The newest first. */
    List<TrailEntry> during(Set<String> events, Instant from, Instant to, int most) {
        return visible(
                question -> {
                    question.and("t.event in :events", "events", events);
                    question.and("t.at >= :from", "from", from);
                    question.and("t.at < :to", "to", to);
                },
                true,
                most);
    }

    /** Without what is told of the trail's own book-keeping. */
    List<TrailEntry> latest(int most) {
        return visible(question -> question.and("t.objectKind <> :own", "own", PersonNamed.KIND), true, most);
    }

    /** The newest first. */
    List<TrailEntry> page(TrailFilter filter, Optional<Below> below, int most) {
        return visible(question -> ask(question, filter, below), true, most);
    }

    /** Those of an excerpt, the oldest first, whoever asks.
     *
     * @param after the last of the page before; null for the first page */
    List<TrailEntry> of(Excerpt.Part part, long end, TrailEntry after, int most) {
        TypedQuery<TrailRow> query = em.createQuery(
                        "select t from TrailRow t where t.at >= :from and t.at < :to and t.position <= :end"
                                + " and (t.processor in :processors and t.objectKind in :kinds or t.objectId = :object)"
                                + (after == null ? "" : " and (t.at > :last or t.at = :last and t.id > :id)")
                                + " order by t.at, t.id",
                        TrailRow.class)
                .setParameter("from", part.from())
                .setParameter("to", part.to())
                .setParameter("end", end)
                .setParameter(
                        "processors",
                        part.processors().stream().map(UUID::toString).toList())
                .setParameter("kinds", part.kinds())
                .setParameter("object", part.object().orElse(new UUID(0, 0)))
                .setMaxResults(most);
        if (after != null) {
            query.setParameter("last", after.at()).setParameter("id", after.id());
        }
        return told(query.getResultList());
    }

    private void ask(Question question, TrailFilter filter, Optional<Below> below) {
        filter.person().ifPresent(typed -> question.and("t.actor in :actors", "actors", actors(typed)));
        filter.object().ifPresent(typed -> object(question, typed));
        filter.event().ifPresent(event -> question.and("t.event = :event", "event", event));
        filter.from().ifPresent(from -> question.and("t.at >= :from", "from", from));
        filter.to().ifPresent(to -> question.and("t.at < :to", "to", to));
        below.ifPresent(b -> {
            question.and("t.at <= :belowAt", "belowAt", b.at());
            question.and("(t.at < :belowAt or t.id < :belowId)", "belowId", b.id());
        });
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

    /**
     * The names of the events there are, each found by one step through the index; for a limited remit, those of the last
     * that happened there.
     */
    List<String> events() {
        if (!remit.get().equals(Remit.EVERYTHING)) {
            return visible(question -> {}, true, EVENTS_FROM).stream()
                    .map(TrailEntry::name)
                    .distinct()
                    .sorted()
                    .toList();
        }
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
