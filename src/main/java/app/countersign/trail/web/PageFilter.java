package app.countersign.trail.web;

import app.countersign.trail.TrailFilter;
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
 * What narrows the page, as its address says it: {@code ?person=rode&event=contract-issued&from=2026-11-01}. Days are
 * whole days of the organisation's zone. What is not understood does not narrow.
 */
record PageFilter(Map<String, String> given, ZoneId zone) {

    private static final List<String> NAMES = List.of("person", "object", "event", "from", "to");

    /** @param parameters a request's, by name */
    static PageFilter of(UnaryOperator<String> parameters, ZoneId zone) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String name : NAMES) {
            String value = parameters.apply(name);
            if (value != null && !value.isBlank()) {
                given.put(name, value.strip());
            }
        }
        return new PageFilter(given, zone);
    }

    String value(String name) {
        return given.getOrDefault(name, "");
    }

    boolean narrows() {
        return !given.isEmpty();
    }

    TrailFilter toFilter() {
        return new TrailFilter(text("person"), text("object"), text("event"), day("from", 0), day("to", 1));
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(given.get(name));
    }

    private Optional<Instant> day(String name, int later) {
        try {
            return text(name)
                    .map(day -> LocalDate.parse(day)
                            .plusDays(later)
                            .atStartOfDay(zone)
                            .toInstant());
        } catch (DateTimeException e) {
            // Not a day.
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
