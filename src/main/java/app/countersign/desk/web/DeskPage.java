package app.countersign.desk.web;

import app.countersign.kernel.web.Words;
import app.countersign.trail.Trail;
import app.countersign.trail.TrailEntry;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** {@code /}: what is due, what waits for the person, what happened last, and how the contracts stand. */
@Named
@RequestScoped
public class DeskPage {

    private static final int LAST = 12;

    /** @param at when
     * @param who in words
     * @param what in words
     * @param clause what demanded it, or null
     * @param href to what it happened, or null */
    public record Happened(Instant at, String who, String what, String clause, String href) {}

    @Inject
    private Trail trail;

    @Inject
    private Words words;

    private List<Happened> lately;

    public List<Due> getDue() {
        return List.of();
    }

    public List<Waiting> getWaiting() {
        return List.of();
    }

    public List<Share> getShares() {
        return List.of();
    }

    public List<Happened> getLately() {
        if (lately == null) {
            lately = trail.latest(LAST).stream().map(this::told).toList();
        }
        return lately;
    }

    /** What it happened to, as the event's facts call it. */
    private static String name(JsonObject facts) {
        return Stream.of("number", "name", "template", "person", "subject")
                .filter(facts::containsKey)
                .findFirst()
                .map(facts::getString)
                .orElse("");
    }

    /** An event's words stand in the desk's bundle, under {@code desk.event} and its name. */
    private Happened told(TrailEntry entry) {
        return new Happened(
                entry.at(),
                entry.actorName(),
                words.with("desk.event." + entry.name(), name(entry.facts())),
                entry.clause().orElse(null),
                null);
    }
}
