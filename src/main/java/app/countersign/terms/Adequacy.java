package app.countersign.terms;

import app.countersign.kernel.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which countries protect personal data adequately (Art. 45 GDPR, Art. 16 FADP): {@code adequacy.yaml} in the folder of
 * the templates. The lists differ and change; a change is a line in that file with the day from which, or until which, it
 * holds.
 */
public final class Adequacy {

    public static final String FILE = "adequacy.yaml";

    private final List<AdequacyList> lists;

    private Adequacy(List<AdequacyList> lists) {
        this.lists = List.copyOf(lists);
    }

    /**
     * Reads {@code adequacy.yaml} of that folder.
     *
     * @throws Flawed with file and line of every mistake; also if there is no such file
     */
    public static Adequacy in(Path home) {
        List<Flaw> flaws = new ArrayList<>();
        List<AdequacyList> lists = new ArrayList<>();
        try {
            Entry.read(FILE, Files.readAllBytes(home.resolve(FILE)), flaws).ifPresent(root -> lists.addAll(read(root)));
        } catch (IOException e) {
            flaws.add(new Flaw(FILE, 0, Reason.of("terms.law.unreadable", String.valueOf(e.getMessage()))));
        }
        if (!flaws.isEmpty()) {
            throw new Flawed(FILE, flaws);
        }
        return new Adequacy(lists);
    }

    private static List<AdequacyList> read(Entry root) {
        Map<String, Entry> parts = root.entries(Set.of("lists"));
        List<AdequacyList> lists = new ArrayList<>();
        required(root, parts, "lists")
                .ifPresent(all -> all.entries().forEach((name, entry) -> lists.add(list(name, entry))));
        return lists;
    }

    private static AdequacyList list(String name, Entry entry) {
        Map<String, Entry> parts = entry.entries(Set.of("exporters", "source", "decisions"));
        List<AdequacyList.Decision> decisions = new ArrayList<>();
        required(entry, parts, "decisions")
                .ifPresent(all -> all.items().forEach(item -> decision(item).ifPresent(decisions::add)));
        return new AdequacyList(
                name,
                required(entry, parts, "exporters").map(TermReader::countries).orElse(new Places(List.of())),
                required(entry, parts, "source").map(Entry::text).orElse(""),
                decisions);
    }

    private static Optional<AdequacyList.Decision> decision(Entry entry) {
        Map<String, Entry> parts = entry.entries(Set.of("countries", "from", "until", "certified", "source"));
        Optional<Entry> countries = required(entry, parts, "countries");
        Optional<LocalDate> from = required(entry, parts, "from").flatMap(Adequacy::day);
        Optional<Entry> source = required(entry, parts, "source");
        if (countries.isEmpty() || from.isEmpty() || source.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new AdequacyList.Decision(
                TermReader.countries(countries.get()),
                from.get(),
                Optional.ofNullable(parts.get("until")).flatMap(Adequacy::day),
                Optional.ofNullable(parts.get("certified")).map(Entry::text),
                source.get().text()));
    }

    private static Optional<Entry> required(Entry entry, Map<String, Entry> parts, String key) {
        if (!parts.containsKey(key)) {
            entry.flaw("terms.flaw.missing-key", key);
        }
        return Optional.ofNullable(parts.get(key));
    }

    private static Optional<LocalDate> day(Entry entry) {
        try {
            return Optional.of(LocalDate.parse(entry.text()));
        } catch (DateTimeException e) {
            entry.flaw("terms.flaw.malformed", entry.text(), "yyyy-mm-dd");
            return Optional.empty();
        }
    }

    public List<AdequacyList> lists() {
        return lists;
    }

    /**
     * The lists under which data leaves: each that one of the exporters is bound by. Exporters outside all of them are
     * under the list that the file names first.
     *
     * @param exporters countries of controller and processor, ISO 3166 alpha-2
     */
    public List<AdequacyList> listsOf(Collection<String> exporters) {
        List<AdequacyList> found = lists.stream()
                .filter(list -> exporters.stream().anyMatch(list.exporters()::contains))
                .toList();
        return found.isEmpty() ? lists.subList(0, Math.min(1, lists.size())) : found;
    }
}
