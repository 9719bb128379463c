package app.countersign.accesslog.web;

import app.countersign.accesslog.AccessFilter;
import app.countersign.accesslog.Act;
import app.countersign.kernel.KebabCase;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What narrows the page, as its address says it: {@code ?person=rode&act=export&from=2026-11-01}. Days are whole days of
 * the installation's zone. What is not understood does not narrow.
 */
record LogFilter(Map<String, String> given, ZoneId zone) {

    private static final List<String> NAMES = List.of("person", "act", "object", "from", "to");

    /** @param parameters a request's, by name */
    static LogFilter of(UnaryOperator<String> parameters, ZoneId zone) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String name : NAMES) {
            String value = parameters.apply(name);
            if (value != null && !value.isBlank()) {
                given.put(name, value.strip());
            }
        }
        return new LogFilter(given, zone);
    }

    String value(String name) {
        return given.getOrDefault(name, "");
    }

    boolean narrows() {
        return !given.isEmpty();
    }

    AccessFilter toFilter() {
        return new AccessFilter(text("person"), act(), text("object"), day("from", 0), day("to", 1));
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(given.get(name));
    }

    private Optional<Act> act() {
        try {
            return text("act").map(word -> KebabCase.read(Act.class, word));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Instant> day(String name, int later) {
        try {
            return text(name)
                    .map(day -> LocalDate.parse(day)
                            .plusDays(later)
                            .atStartOfDay(zone)
                            .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    String address(String path) {
        return given.isEmpty()
                ? path
                : path + "?"
                        + given.entrySet().stream()
                                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&"));
    }
}
