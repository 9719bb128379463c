package app.countersign.accesslog;

import app.countersign.access.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells a first look from one that goes on: pictures of pages, polls and steps back would otherwise fill the log with
 * what it says already. Forgetting them, as another instance does, costs a row and loses none.
 */
final class Repeats {

    static final Duration SPAN = Duration.ofMinutes(15);
    private static final int MOST = 10_000;

    private record Look(String person, String door, String address, Act act, String kind, Object id) {}

    private final Map<Look, Instant> first = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Look, Instant> eldest) {
            return size() > MOST;
        }
    };

    /** What is taken away is written down each time. */
    synchronized boolean isFirst(Actor.Identity who, Access access, Instant now) {
        if (access.act() == Act.EXPORT) {
            return true;
        }
        Look look = new Look(
                who.kind() + ":" + who.id(),
                who.channel(),
                who.address(),
                access.act(),
                access.kind(),
                access.id().orElse(null));
        Instant before = first.get(look);
        if (before != null && !now.isBefore(before) && now.isBefore(before.plus(SPAN))) {
            return false;
        }
        first.remove(look);
        first.put(look, now);
        return true;
    }
}
