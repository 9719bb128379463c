package app.countersign.retention;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.List;

/**
 * What becomes of a column's value.
 *
 * @param value the constant; empty for the others
 */
public record Replacement(String column, Replacing how, String value) {

    /** A hash begins with it, so that none is hashed again. */
    static final String HASHED = "anon:";

    /** Of rows in which it is yet to be done. What was done once is never found again. */
    Fragment pending(Line line) {
        String name = line.quoted(column);
        return switch (how) {
            case NULL -> Fragment.of(name + " is not null");
            case CONSTANT -> Fragment.of("(" + name + " is null or " + name + " <> ?)", new Fragment.Text(value));
            case MONTH -> Fragment.of("extract(day from " + name + ") <> 1");
            case YEAR -> Fragment.of("(extract(day from " + name + ") <> 1 or extract(month from " + name + ") <> 1)");
            case HASH -> Fragment.of(name + " not like '" + HASHED + "%'");
        };
    }

    /** The day that stands for the others of its month or year. */
    LocalDate generalised(LocalDate day) {
        return how == Replacing.YEAR ? day.withDayOfYear(1) : day.withDayOfMonth(1);
    }

    static String write(List<Replacement> all) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        all.forEach(one -> array.add(Json.createObjectBuilder()
                .add("column", one.column())
                .add("how", one.how().name())
                .add("value", one.value())));
        return array.build().toString();
    }

    static List<Replacement> read(String json) {
        return Condition.array(json).getValuesAs(JsonObject.class).stream()
                .map(one -> new Replacement(
                        one.getString("column"), Replacing.valueOf(one.getString("how")), one.getString("value")))
                .toList();
    }
}
