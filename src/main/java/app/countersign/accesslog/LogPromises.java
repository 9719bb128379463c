package app.countersign.accesslog;

import app.countersign.terms.Span;
import app.countersign.terms.Template;
import app.countersign.terms.Term;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the templates promise of the access log. There is one log for all processors, so that of several promises the
 * strictest counts: the shortest time. What is said of access logs by name goes before what is said of logs at large.
 */
final class LogPromises {

    /** The names that templates give to the log, the most exact first. */
    private static final List<String> LOGS = List.of("access-logs", "logs");

    private static final Set<String> REVIEWS = Set.of("log-review", "access-log-review");

    private static final ZonedDateTime SOME_DAY = ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    /**
     * @param span how long, or how often
     * @param clause as the trail cites it: {@code okomo-dpa A-1-use-3}
     * @param warnings at which percentages of the time it warns; empty if the term does not say
     */
    record Promise(Span span, String clause, List<Integer> warnings) {}

    private LogPromises() {}

    /** How long it is kept; empty if no template says so. */
    static Optional<Promise> kept(List<Template> templates) {
        return LOGS.stream()
                .flatMap(log -> shortest(
                        templates,
                        "retain",
                        "for",
                        term -> term.says("data", log) && term.says("since", "logged") && term.says("then", "delete"))
                        .stream())
                .findFirst();
    }

    /** How often it is reviewed; empty if no template says so. */
    static Optional<Promise> reviewed(List<Template> templates) {
        return shortest(
                templates,
                "repeat",
                "every",
                term -> term.symbols("measure").stream().anyMatch(REVIEWS::contains));
    }

    private static Optional<Promise> shortest(
            List<Template> templates, String kind, String key, java.util.function.Predicate<Term> which) {
        return templates.stream()
                .flatMap(template ->
                        template.terms(kind).stream().filter(which).flatMap(term -> promise(template, term, key)))
                .min(Comparator.comparing(promise -> promise.span().after(SOME_DAY)));
    }

    private static Stream<Promise> promise(Template template, Term term, String key) {
        return term
                .span(key)
                .filter(span -> !span.immediate())
                .map(span ->
                        new Promise(span, template.code() + " " + term.clause().id(), term.percentages("warn")))
                .stream();
    }
}
