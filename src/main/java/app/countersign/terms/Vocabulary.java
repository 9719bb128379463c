package app.countersign.terms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What terms can say: {@code kinds.yaml} beside this class. A new kind is an entry there. */
final class Vocabulary {

    /**
     * A key of a kind.
     *
     * @param symbols that may stand there; empty unless the shape is {@link Shape#SYMBOLS}
     * @param alternatives whether several of them are joined by "or"
     */
    record Key(Shape shape, boolean required, Set<String> symbols, boolean alternatives) {}

    private static final Vocabulary OURS = read();

    private final Map<String, Map<String, Key>> kinds = new LinkedHashMap<>();
    private final Map<String, Set<String>> groups = new LinkedHashMap<>();
    private final Set<String> recipients = new LinkedHashSet<>();

    private Vocabulary(Map<String, Entry> entries) {
        recipients.addAll(entries.get("recipients").texts());
        entries.get("groups").entries().forEach((name, members) -> groups.put(name, members(members)));
        entries.get("kinds").entries().forEach((kind, keys) -> kinds.put(kind, keys(keys)));
    }

    /** The kinds with their keys, in the order in which a sentence tells them. */
    static Map<String, Map<String, Key>> kinds() {
        return OURS.kinds;
    }

    /** Groups of countries by name, as ISO 3166 alpha-2 codes. */
    static Map<String, Set<String>> groups() {
        return OURS.groups;
    }

    static Set<String> recipients() {
        return OURS.recipients;
    }

    /** A group's members; a group among them stands for its own. */
    private Set<String> members(Entry list) {
        Set<String> members = new LinkedHashSet<>();
        list.texts().forEach(name -> members.addAll(groups.getOrDefault(name, Set.of(name))));
        return members;
    }

    private static Map<String, Key> keys(Entry entries) {
        Map<String, Key> keys = new LinkedHashMap<>();
        entries.entries().forEach((name, what) -> {
            boolean required = name.endsWith("!");
            keys.put(required ? name.substring(0, name.length() - 1) : name, key(what, required));
        });
        return keys;
    }

    private static Key key(Entry what, boolean required) {
        if (what.isMap()) {
            return symbols(what.entries().get("or"), required, true);
        }
        return what.isList()
                ? symbols(what, required, false)
                : new Key(Shape.valueOf(what.text().toUpperCase(Locale.ROOT)), required, Set.of(), false);
    }

    private static Key symbols(Entry list, boolean required, boolean alternatives) {
        return new Key(Shape.SYMBOLS, required, new LinkedHashSet<>(list.texts()), alternatives);
    }

    private static Vocabulary read() {
        List<Flaw> flaws = new ArrayList<>();
        try (InputStream in = Vocabulary.class.getResourceAsStream("kinds.yaml")) {
            Entry root = Entry.read("kinds.yaml", in.readAllBytes(), flaws)
                    .orElseThrow(() -> new IllegalStateException(flaws.toString()));
            return new Vocabulary(root.entries());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
