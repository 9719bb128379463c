package app.countersign.trail.web;

import app.countersign.kernel.web.Narrowed;
import app.countersign.trail.TrailFilter;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;

/** What narrows the page, as its address says it: {@code ?person=rode&event=contract-issued&from=2026-11-01}. */
final class PageFilter {

    private static final List<String> NAMES = List.of("person", "object", "event", "from", "to");

    private PageFilter() {}

    static Narrowed read(UnaryOperator<String> parameters, ZoneId zone) {
        return Narrowed.by(NAMES, parameters, zone);
    }

    static TrailFilter of(Narrowed by) {
        return new TrailFilter(
                by.text("person"), by.text("object"), by.text("event"), by.from("from"), by.through("to"));
    }
}
