package app.countersign.measure;

import app.countersign.fact.OwnFacts;
import app.countersign.kernel.OwnFact;
import app.countersign.kernel.Reason;
import app.countersign.terms.MeasureCatalogue;
import app.countersign.terms.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes what the application knows of its own protection as evidence of the measures that its terms call alike. A fact
 * that happened is taken once; one that is so as long as it is set is taken again when it changes, and once half of its
 * time is over.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class Collecting {

    private static final JsonProvider JSON = JsonProvider.provider();

    /** What was looked at so shortly ago was looked at just now, and did not happen then. */
    private static final Duration JUST_NOW = Duration.ofSeconds(10);

    private final MeasureCatalogue catalogue = MeasureCatalogue.ours();

    @Inject
    private OwnFacts facts;

    @Inject
    private Measures measures;

    @Inject
    private EvidenceItems items;

    @Inject
    private MeasureClocks clocks;

    @Inject
    private Keeping keeping;

    @Inject
    private Clock clock;

    List<Annex> annexes() {
        return measures.annexes();
    }

    /** @return how many were taken */
    int annex(Annex annex) {
        List<Measure> kept = measures.of(annex).stream()
                .filter(measure -> measure.withdrawnAt().isEmpty())
                .toList();
        Map<UUID, MeasureVersion> said =
                measures.current(kept.stream().map(Measure::id).toList());
        int taken = 0;
        for (OwnFact fact : facts.all()) {
            List<Measure> proven = kept.stream()
                    .filter(measure -> said.containsKey(measure.id()))
                    .filter(measure ->
                            said.get(measure.id()).statement().names().stream().anyMatch(fact.measures()::contains))
                    // Whoever locks several does so in one order.
                    .sorted(Comparator.comparing(Measure::id))
                    .toList();
            if (!proven.isEmpty() && isNew(annex, fact)) {
                take(annex, fact, proven, said);
                taken++;
            }
        }
        return taken;
    }

    private boolean isNew(Annex annex, OwnFact fact) {
        Optional<Evidence> last = items.last(annex.processor(), source(annex, fact));
        if (last.isEmpty()) {
            return true;
        }
        boolean happened = fact.at().isBefore(clock.instant().minus(JUST_NOW));
        Instant before = last.get().occurredAt();
        if (happened) {
            return fact.at().isAfter(before);
        }
        Duration half = Duration.between(before, last.get().validUntil()).dividedBy(2);
        return last.get().words().filter(fact.json()::equals).isEmpty()
                || !clock.instant().isBefore(before.plus(half));
    }

    private static String source(Annex annex, OwnFact fact) {
        return "fact:" + annex.template() + ":" + fact.name();
    }

    private void take(Annex annex, OwnFact fact, List<Measure> proven, Map<UUID, MeasureVersion> said) {
        ZoneId zone = clocks.zone(annex.processor());
        Map<Measure, Instant> until = new LinkedHashMap<>();
        for (Measure measure : proven) {
            Statement statement = said.get(measure.id()).statement();
            until.put(measures.lock(measure.id()), end(statement, fact, zone));
        }
        Evidence evidence = Evidence.found(
                annex.processor(),
                EvidenceKind.FACT,
                source(annex, fact),
                fact.name(),
                fact.json(),
                problem(fact),
                fact.sha256(),
                fact.at(),
                until.values().stream().max(Instant::compareTo).orElseThrow(),
                clock.instant());
        keeping.keep(fact.ofAll() ? evidence.seenByThoseOfAll() : evidence, until);
    }

    /** As long as the measure is promised, and what doing it takes; else as long as the catalogue says. */
    private Instant end(Statement statement, OwnFact fact, ZoneId zone) {
        Span span = statement.every().orElseGet(() -> catalogue.holds(fact.name()));
        Instant end = span.after(fact.at().atZone(zone));
        return statement.every().isPresent()
                ? statement.slack().map(slack -> slack.after(end.atZone(zone))).orElse(end)
                : end;
    }

    /** What the fact should say and doesn't. */
    private Optional<Reason> problem(OwnFact fact) {
        Map<String, String> expected = catalogue.expected(fact.name());
        try (var reader = JSON.createReader(new StringReader(fact.json()))) {
            JsonObject values = reader.readObject();
            return expected.entrySet().stream()
                    .filter(one -> !text(values.get(one.getKey())).equals(wanted(one.getValue(), values)))
                    .findFirst()
                    .map(one -> Reason.of(
                            "measure.fact.other",
                            one.getKey(),
                            text(values.get(one.getKey())),
                            wanted(one.getValue(), values)));
        }
    }

    private static String wanted(String expected, JsonObject values) {
        return expected.startsWith("=") ? text(values.get(expected.substring(1))) : expected;
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : String.valueOf(value);
    }
}
