package app.countersign.breach.web;

import java.time.ZoneId;
import java.util.List;

/** Time zones that are named after a place, as people look for them. */
final class Zones {

    static final List<String> ALL = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+"))
            .sorted()
            .toList();

    private Zones() {}
}
