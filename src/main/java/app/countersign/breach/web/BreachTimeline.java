package app.countersign.breach.web;

import app.countersign.access.web.Me;
import app.countersign.kernel.web.Words;
import app.countersign.trail.Trail;
import app.countersign.trail.TrailEntry;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What happened to the breach of the page and to its clocks, as the trail tells it. */
@Named
@RequestScoped
public class BreachTimeline {

    private static final int SHOWN = 200;
    private static final int HASH = 12;

    /** One thing that happened. */
    public record Happened(Instant at, String who, String what, String clause) {}

    @Inject
    private BreachPage page;

    @Inject
    private BreachWords breachWords;

    @Inject
    private Trail trail;

    @Inject
    private Me me;

    @Inject
    private Words words;

    private List<TrailEntry> entries;

    /** The newest first. */
    public List<Happened> getEntries() {
        return entries().stream().limit(SHOWN).map(this::told).toList();
    }

    /** Whether more happened than is shown. */
    public boolean isCut() {
        return entries().size() > SHOWN;
    }

    /** The trail's own page of it; null for whom that is closed. */
    public String getAll() {
        return me.may("auditor dpo administrator") && me.opens("trail") ? "/trail/list?object=" + page.getId() : null;
    }

    private List<TrailEntry> entries() {
        if (entries == null) {
            entries = trail.latestOf("breach", page.getBreach().id(), SHOWN + 1);
        }
        return entries;
    }

    private Happened told(TrailEntry entry) {
        return new Happened(
                entry.at(),
                entry.actorName(),
                what(entry),
                entry.clause().map(breachWords::clause).orElse(null));
    }

    private String what(TrailEntry entry) {
        String own = "breach.event." + entry.name();
        return words.texts().has(own)
                ? words.with(own, thing(entry.facts()))
                : words.with("desk.event." + entry.name(), text(entry.facts(), "subject"));
    }

    /** What of the breach it was about: a clock, a contract, a file, or how many controllers. */
    private String thing(JsonObject facts) {
        if (facts.containsKey("kind") && facts.containsKey("due")) {
            return words.with(
                    "deadline.what", words.with("deadline.kind." + text(facts, "kind")), text(facts, "subject"));
        }
        String hash = text(facts, "sha256");
        return Stream.of(
                        text(facts, "contract"),
                        text(facts, "controllers"),
                        hash.substring(0, Math.min(HASH, hash.length())))
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String text(JsonObject facts, String name) {
        if (facts.get(name) instanceof JsonNumber number) {
            return number.toString();
        }
        return facts.get(name) instanceof JsonString string ? string.getString() : "";
    }
}
