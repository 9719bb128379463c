package app.countersign.terms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What measures can be about: {@code catalogue.yaml} beside this class. The goals are those of Art. 32(1) GDPR, the
 * categories those of Annex II to the standard contractual clauses 2021/914, the controls those of ISO/IEC 27001:2022
 * Annex A.
 */
public final class MeasureCatalogue {

    /** How long a fact holds of which nothing else is said. */
    private static final Span A_DAY = Span.of("P1D");

    private static final MeasureCatalogue OURS = read();

    /** What one of an installation's own facts must say: values by name, {@code =other} for the same as another one. */
    private final Map<String, Map<String, String>> facts = new LinkedHashMap<>();

    private final Map<String, Span> spans = new LinkedHashMap<>();
    private final Map<String, Wording> goals = new LinkedHashMap<>();
    private final Map<String, String> letters = new LinkedHashMap<>();
    private final Map<String, Wording> categories = new LinkedHashMap<>();
    private final Map<String, List<String>> controlsOf = new LinkedHashMap<>();
    private final Map<String, Wording> controls = new LinkedHashMap<>();

    private MeasureCatalogue(Map<String, Entry> parts) {
        parts.get("controls").entries().forEach((number, words) -> controls.put(number, wording(words.entries())));
        parts.get("goals").entries().forEach((goal, said) -> {
            goals.put(goal, wording(said.entries()));
            letters.put(goal, said.entries().get("letter").text());
        });
        parts.get("categories").entries().forEach((category, said) -> {
            categories.put(category, wording(said.entries()));
            controlsOf.put(category, said.entries().get("controls").texts());
        });
        parts.get("facts").entries().forEach((fact, said) -> {
            Map<String, String> values = new LinkedHashMap<>();
            Optional.ofNullable(said.entries().get("expect"))
                    .ifPresent(expect -> expect.entries().forEach((name, value) -> values.put(name, value.text())));
            facts.put(fact, values);
            Optional.ofNullable(said.entries().get("valid")).ifPresent(valid -> spans.put(fact, Span.of(valid.text())));
        });
        controlsOf.values().stream()
                .flatMap(List::stream)
                .filter(number -> !controls.containsKey(number))
                .forEach(number -> {
                    throw new IllegalStateException(
                            "catalogue.yaml names control " + number + " and has no words for it");
                });
    }

    public static MeasureCatalogue ours() {
        return OURS;
    }

    /** By key, in the order of the law. */
    public List<String> goals() {
        return List.copyOf(goals.keySet());
    }

    public boolean hasGoal(String goal) {
        return goals.containsKey(goal);
    }

    public String goal(String goal, Locale language) {
        return goals.get(goal).in(language);
    }

    /** The letter of Art. 32(1) GDPR under which the goal stands. */
    public String letter(String goal) {
        return letters.get(goal);
    }

    /** The 17 categories by key, in the order of Annex II. */
    public List<String> categories() {
        return List.copyOf(categories.keySet());
    }

    public boolean hasCategory(String category) {
        return categories.containsKey(category);
    }

    public String category(String category, Locale language) {
        return categories.get(category).in(language);
    }

    /** The controls that answer to a category, where a measure names none of its own. */
    public List<String> controlsOf(String category) {
        return controlsOf.getOrDefault(category, List.of());
    }

    public boolean hasControl(String number) {
        return controls.containsKey(number);
    }

    public String control(String number, Locale language) {
        return controls.get(number).in(language);
    }

    /** What a fact of that name must say to prove anything; empty if it says enough by being there. */
    public Map<String, String> expected(String fact) {
        return Optional.ofNullable(facts.get(fact)).orElse(Map.of());
    }

    /** How long a fact of that name holds where what it proves is promised at no interval. */
    public Span holds(String fact) {
        return spans.getOrDefault(fact, A_DAY);
    }

    private static Wording wording(Map<String, Entry> said) {
        return new Wording(
                Map.of("de", said.get("de").text(), "en", said.get("en").text()));
    }

    private static MeasureCatalogue read() {
        List<Flaw> flaws = new ArrayList<>();
        try (InputStream in = MeasureCatalogue.class.getResourceAsStream("catalogue.yaml")) {
            Entry root = Entry.read("catalogue.yaml", in.readAllBytes(), flaws)
                    .orElseThrow(() -> new IllegalStateException(flaws.toString()));
            MeasureCatalogue read = new MeasureCatalogue(root.entries());
            if (!flaws.isEmpty()) {
                throw new IllegalStateException(flaws.toString());
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
