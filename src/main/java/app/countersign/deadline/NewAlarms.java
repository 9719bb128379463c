package app.countersign.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What was said since somebody asked last.
 *
 * @param alarms the newest first, each deadline once, no more than a few
 * @param more how many others there are
 * @param asOf what to ask with the next time
 */
public record NewAlarms(List<Rung> alarms, int more, Instant asOf) {

    /** So long an alarm may take from its instant until others can read it. Whoever asks knows by its name what it had. */
    static final Duration OVERLAP = Duration.ofSeconds(30);

    /** More are not counted. */
    static final int MOST = 200;

    private static final int SHOWN = 5;

    static NewAlarms of(List<Rung> newestFirst, Instant asOf) {
        Map<UUID, Rung> last = new LinkedHashMap<>();
        newestFirst.forEach(rung -> last.putIfAbsent(rung.deadline().id(), rung));
        List<Rung> alarms = last.values().stream().limit(SHOWN).toList();
        return new NewAlarms(alarms, last.size() - alarms.size(), asOf);
    }
}
