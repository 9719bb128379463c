package app.countersign.trail;

import app.countersign.kernel.Texts;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The trail in a reader's language: pages, tables and the API tell alike. */
public final class TrailWords {

    /** Which fact says best what it happened to. */
    private static final List<String> NAMING =
            List.of("number", "name", "template", "person", "subject", "label", "host", "kind");

    private final Texts texts;

    /** A fact in words.
     *
     * @param before what it was; null if it did not change */
    public record Fact(String name, String before, String now) {}

    public TrailWords(Texts texts) {
        this.texts = texts;
    }

    /** {@code OKO-2026-0001: issued}; the event's own name if nobody has worded it. */
    public String what(TrailEntry entry) {
        String key = "desk.event." + entry.name();
        return texts.has(key) ? texts.text(key, object(entry)) : entry.name();
    }

    /** How an event is called where it is not told of anything. */
    public String event(String name) {
        String key = "desk.event." + name;
        return texts.has(key) ? texts.text(key, "").replaceAll("^[:\\s]+|[:\\s]+$", "") : name;
    }

    private String object(TrailEntry entry) {
        JsonObject facts = entry.facts();
        return Stream.of(entry.label().orElse(""))
                .filter(label -> !label.isEmpty())
                .map(label -> facts.getString("evidence", "").equals("fact") ? ownFact(label) : label)
                .findFirst()
                .orElseGet(() -> NAMING.stream()
                        .filter(name -> facts.get(name) instanceof JsonString)
                        .map(facts::getString)
                        .findFirst()
                        .orElse(""));
    }

    /** What the application proves of itself is labelled by the key of the fact. */
    private String ownFact(String label) {
        String key = "fact.name." + label;
        return texts.has(key) ? texts.text(key) : label;
    }

    public String who(TrailEntry entry) {
        return switch (entry.actorKind()) {
            case "stranger" -> texts.text("trail.who.stranger");
            case "system" -> texts.text("trail.who.system");
            default -> entry.actorName();
        };
    }

    public String channel(TrailEntry entry) {
        String key = "trail.channel." + entry.channel();
        return texts.has(key) ? texts.text(key) : entry.channel();
    }

    public String object(String kind) {
        String key = "trail.object." + kind;
        return texts.has(key) ? texts.text(key) : kind;
    }

    /** All that the entry tells, by name. */
    public List<Fact> facts(TrailEntry entry) {
        JsonObject now = entry.facts();
        JsonObject before = entry.before();
        TreeSet<String> names = new TreeSet<>(now.keySet());
        names.addAll(before.keySet());
        List<Fact> facts = new ArrayList<>();
        for (String name : names) {
            facts.add(new Fact(
                    fact(name), before.containsKey(name) ? text(before.get(name)) : null, text(now.get(name))));
        }
        return facts;
    }

    private String fact(String name) {
        String key = "trail.fact." + name;
        return texts.has(key) ? texts.text(key) : name;
    }

    private static String text(JsonValue value) {
        if (value == null) {
            return "";
        }
        return value instanceof JsonString string ? string.getString() : value.toString();
    }
}
