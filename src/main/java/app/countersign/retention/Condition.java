package app.countersign.retention;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;

/**
 * Which rows a rule is about, besides their age: a column compared with a value.
 *
 * @param value empty where the operator takes none
 */
public record Condition(String column, Operator operator, String value) {

    /** A row whose column is null is never meant by a comparison. */
    Fragment sql(Line line) {
        String left = line.quoted(column);
        return operator.isWithValue()
                ? Fragment.of(left + " " + operator.sign() + " ?", new Fragment.Text(value))
                : Fragment.of(left + " " + operator.sign());
    }

    @Override
    public String toString() {
        return operator.isWithValue() ? column + " " + operator.sign() + " " + value : column + " " + operator.sign();
    }

    static String write(List<Condition> all) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        all.forEach(one -> array.add(Json.createObjectBuilder()
                .add("column", one.column())
                .add("operator", one.operator().name())
                .add("value", one.value())));
        return array.build().toString();
    }

    static List<Condition> read(String json) {
        return array(json).getValuesAs(JsonObject.class).stream()
                .map(one -> new Condition(
                        one.getString("column"), Operator.valueOf(one.getString("operator")), one.getString("value")))
                .toList();
    }

    static JsonArray array(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readArray();
        }
    }
}
