package app.countersign.accesslog;

import app.countersign.kernel.CanonicalJson;
import app.countersign.kernel.KebabCase;
import app.countersign.trail.TrailEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What is worth knowing of the log from one instant to another, with as long a time before it to compare.
 *
 * @param since where the log begins, if that is later than the time to compare: then there is nothing to compare with
 * @param counts of each act that occurred in either time
 * @param failures attempts to sign in that failed, the newest first
 * @param exports what was taken away, the newest first
 * @param unusual who was there outside of usual hours, most often first
 * @param refused who was refused something, most often first
 * @param addresses from where somebody came for the first time, the newest first
 * @param rights what the trail says of keys, accounts, roles and second factors, the newest first
 */
public record Summary(
        Instant from,
        Instant to,
        Optional<Instant> since,
        UsualHours usualHours,
        List<Count> counts,
        List<AccessRecords.Line> failures,
        List<AccessRecords.Line> exports,
        List<Person> unusual,
        List<Person> refused,
        List<Address> addresses,
        List<TrailEntry> rights) {

    /** How often there was an act, and how often in the time before. */
    public record Count(Act act, long now, long before) {

        /** Whether it has at least doubled and is more than a handful: worth a look. */
        public boolean isStriking() {
            return now > HANDFUL && now >= 2 * before;
        }
    }

    /** @param name by which people know them, or the beginning of a pseudonym */
    public record Person(UUID pseudonym, String name, long times) {}

    public record Address(UUID pseudonym, String name, String address, Instant first) {}

    private static final int HANDFUL = 5;

    /** The figures as they are kept with the review: no names, no addresses. */
    String figures() {
        TreeMap<String, Object> figures = new TreeMap<>();
        counts.forEach(count -> figures.put(KebabCase.of(count.act()), count.now()));
        figures.put("new-addresses", (long) addresses.size());
        figures.put("unusual-hours", unusual.stream().mapToLong(Person::times).sum());
        Map<String, Long> changes = new TreeMap<>();
        rights.forEach(entry -> changes.merge(entry.name(), 1L, Long::sum));
        figures.putAll(changes);
        return CanonicalJson.object(figures);
    }
}
