package app.countersign.accesslog.web;

import app.countersign.accesslog.AccessFilter;
import app.countersign.accesslog.Act;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.web.Narrowed;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What narrows the page, as its address says it: {@code ?person=rode&act=export&from=2026-11-01}. */
final class LogFilter {

    private static final List<String> NAMES = List.of("person", "act", "object", "from", "to");

    private LogFilter() {}

    static Narrowed read(UnaryOperator<String> parameters, ZoneId zone) {
        return Narrowed.by(NAMES, parameters, zone);
    }

    static AccessFilter of(Narrowed by) {
        return new AccessFilter(by.text("person"), act(by), by.text("object"), by.from("from"), by.through("to"));
    }

    private static Optional<Act> act(Narrowed by) {
        try {
            return by.text("act").map(word -> KebabCase.read(Act.class, word));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
