package app.countersign.kernel.web;

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
 * What narrows a list, as its address says it: {@code ?person=rode&from=2026-11-01}. Days are whole days of the
 * installation's zone. What is not understood does not narrow.
 */
public record Narrowed(Map<String, String> given, ZoneId zone) {

    /**
     * @param names that the list knows, in the order in which its address has them
     * @param parameters a request's, by name
     */
    public static Narrowed by(List<String> names, UnaryOperator<String> parameters, ZoneId zone) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String name : names) {
            String value = parameters.apply(name);
            if (value != null && !value.isBlank()) {
                given.put(name, value.strip());
            }
        }
        return new Narrowed(given, zone);
    }

    /** Empty where nothing narrows. */
    public String value(String name) {
        return given.getOrDefault(name, "");
    }

    public boolean narrows() {
        return !given.isEmpty();
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(given.get(name));
    }

    /** The beginning of that day. */
    public Optional<Instant> from(String name) {
        return day(name, 0);
    }

    /** The end of that day. */
    public Optional<Instant> through(String name) {
        return day(name, 1);
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

    /** That path, narrowed likewise. */
    public String address(String path) {
        return given.isEmpty()
                ? path
                : path + "?"
                        + given.entrySet().stream()
                                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&"));
    }

    /** The page that begins there. */
    public String address(String path, String before) {
        return address(path) + (narrows() ? "&" : "?") + "before=" + before;
    }
}
