package app.countersign.fact.web;

import app.countersign.fact.FactRecords;
import app.countersign.kernel.OwnFact;
import app.countersign.kernel.Texts;
import app.countersign.kernel.web.Times;
import app.countersign.kernel.web.Words;
import app.countersign.terms.Span;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/** {@code /fact/list}: how the application protects what it keeps, and when that was last proven. */
@Named
@RequestScoped
public class FactListPage {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final int SHOWN = 16;

    /** A value in words. */
    public record Value(String name, String text) {}

    public record Line(String name, Instant at, List<Value> values, String sha256, String measures) {

        public String hash() {
            return sha256.substring(0, SHOWN);
        }
    }

    @Inject
    private FactRecords records;

    @Inject
    private Words words;

    @Inject
    private Times times;

    private List<Line> rows;

    public List<Line> getRows() {
        if (rows == null) {
            rows = records.all().stream().map(this::line).toList();
        }
        return rows;
    }

    private Line line(OwnFact fact) {
        try (var reader = JSON.createReader(new StringReader(fact.json()))) {
            return new Line(
                    words.get("fact.name." + fact.name()),
                    fact.at(),
                    reader.readObject().entrySet().stream()
                            .map(value -> new Value(words.get("fact.value." + value.getKey()), text(value.getValue())))
                            .toList(),
                    fact.sha256(),
                    String.join(", ", fact.measures()));
        }
    }

    private String text(JsonValue value) {
        Texts texts = words.texts();
        return switch (value.getValueType()) {
            case TRUE -> texts.text("fact.yes");
            case FALSE -> texts.text("fact.no");
            case NUMBER -> NumberFormat.getIntegerInstance(texts.language()).format(Long.parseLong(value.toString()));
            default -> text(((JsonString) value).getString(), texts);
        };
    }

    /** Periods and instants as people say them; anything else as it is. */
    private String text(String value, Texts texts) {
        if (value.equals("external")) {
            return texts.text("fact.external");
        }
        try {
            if (value.matches("\\d{4}-\\d\\d-\\d\\dT.*Z")) {
                return times.moment(Instant.parse(value));
            }
            return value.matches("P\\w+") ? Span.of(value).in(texts.language()) : value;
        } catch (DateTimeParseException e) {
            // "P0D", never.
            return value;
        }
    }
}
