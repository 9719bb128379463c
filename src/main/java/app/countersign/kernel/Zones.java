package app.countersign.kernel;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time zones that were stored by their id. */
public final class Zones {

    private Zones() {}

    /**
     * The zone of that id; UTC for one that this Java no longer knows, since ids are given up now and then. What was
     * reckoned in it are instants and stays; only the hours that people read are those of UTC.
     */
    public static ZoneId stored(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
