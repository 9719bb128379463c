package app.countersign.accesslog;

import app.countersign.kernel.SettingSources;
import app.countersign.kernel.Settings;
import app.countersign.trail.Trail;
import app.countersign.trail.TrailEntry;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Draws up the summary of a time. Counts are made by the database, along indices; of lists it takes the newest. */
@ApplicationScoped
class Summarising {

    /** Of what is shown in full; the log itself has the rest. */
    static final int MOST = 50;

    /** What gives rights or ways in, or takes them. */
    private static final Set<String> RIGHTS = Set.of(
            "api-key-made",
            "account-invited",
            "account-changed",
            "account-reopened",
            "provider-linked",
            "groups-applied",
            "last-administrator-kept",
            "second-factor-changed",
            "signatory-changed");

    /** Of an account's changes those that are about what it may do. */
    private static final List<String> OF_RIGHTS = List.of("roles", "processors", "rooms", "validUntil", "records");

    /** More changes of rights than that in a month are counted as that many. */
    private static final int MOST_CHANGES = 1000;

    private static final int SHOWN = 8;

    @Inject
    private AccessEntries entries;

    @Inject
    private Trail trail;

    @Inject
    private Settings settings;

    private UsualHours usual;

    @PostConstruct
    void read() {
        usual = UsualHours.read(SettingSources.ofServer());
    }

    Summary of(Instant from, Instant to) {
        Instant before = from.minus(java.time.Duration.between(from, to));
        List<AccessEntries.NewAddress> addresses = entries.newAddresses(from, to);
        Map<UUID, Long> unusual = entries.unusual(usual, from, to);
        Map<UUID, Long> refused = entries.refused(from, to);
        return new Summary(
                from,
                to,
                entries.first().filter(first -> first.isAfter(before)),
                usual,
                counts(entries.counts(from, to), entries.counts(before, from)),
                lines(Act.SIGN_IN_FAILED, from, to),
                lines(Act.EXPORT, from, to),
                persons(unusual),
                persons(refused),
                addresses(addresses),
                rights(from, to));
    }

    private static List<Summary.Count> counts(Map<Act, Long> now, Map<Act, Long> before) {
        return Arrays.stream(Act.values())
                .filter(act -> now.containsKey(act) || before.containsKey(act))
                .map(act -> new Summary.Count(act, now.getOrDefault(act, 0L), before.getOrDefault(act, 0L)))
                .toList();
    }

    List<AccessRecords.Line> lines(Act act, Instant from, Instant to) {
        return named(entries.page(
                new AccessFilter(
                        Optional.empty(), Optional.of(act), Optional.empty(), Optional.of(from), Optional.of(to)),
                Optional.empty(),
                MOST));
    }

    List<AccessRecords.Line> named(List<AccessEntry> found) {
        Map<UUID, String> names = trail.names(found.stream()
                .map(AccessEntry::actor)
                .flatMap(Optional::stream)
                .distinct()
                .toList());
        return found.stream()
                .map(entry -> new AccessRecords.Line(
                        entry, entry.actor().map(id -> name(names, id)).orElse("")))
                .toList();
    }

    private List<Summary.Person> persons(Map<UUID, Long> counts) {
        Map<UUID, String> names = names(counts.keySet());
        return counts.entrySet().stream()
                .map(count -> new Summary.Person(count.getKey(), name(names, count.getKey()), count.getValue()))
                .toList();
    }

    private List<Summary.Address> addresses(List<AccessEntries.NewAddress> found) {
        Map<UUID, String> names = names(
                found.stream().map(AccessEntries.NewAddress::actor).distinct().toList());
        return found.stream()
                .map(one -> new Summary.Address(one.actor(), name(names, one.actor()), one.address(), one.first()))
                .toList();
    }

    private List<TrailEntry> rights(Instant from, Instant to) {
        return trail.during(RIGHTS, from, to, MOST_CHANGES).stream()
                .filter(entry -> !entry.name().equals("account-changed") || isAboutRights(entry))
                .toList();
    }

    private static boolean isAboutRights(TrailEntry entry) {
        return entry.facts().keySet().stream()
                .anyMatch(fact -> OF_RIGHTS.stream().anyMatch(fact::startsWith));
    }

    private Map<UUID, String> names(Collection<UUID> pseudonyms) {
        return trail.names(pseudonyms);
    }

    private static String name(Map<UUID, String> names, UUID pseudonym) {
        return names.getOrDefault(pseudonym, "#" + pseudonym.toString().substring(0, SHOWN));
    }
}
