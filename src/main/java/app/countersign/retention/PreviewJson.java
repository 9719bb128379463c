package app.countersign.retention;

import app.countersign.kernel.StoredReason;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A preview as it is kept and handed out. */
public final class PreviewJson {

    private PreviewJson() {}

    static String write(Preview preview) {
        return of(preview).toString();
    }

    public static JsonObject of(Preview preview) {
        JsonObjectBuilder months = Json.createObjectBuilder();
        preview.byMonth().forEach((month, count) -> months.add(month.toString(), count));
        JsonObjectBuilder dependants = Json.createObjectBuilder();
        preview.dependants().forEach(dependants::add);
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("rows", preview.rows())
                .add("expired", preview.expired())
                .add("held", preview.held())
                .add("undated", preview.undated())
                .add("future", preview.future())
                .add("implausible", preview.implausible())
                .add("tomorrow", preview.tomorrow())
                .add("month", preview.month())
                .add("byMonth", months)
                .add("earlier", preview.earlier())
                .add("dependants", dependants);
        preview.oldest().ifPresent(oldest -> json.add("oldest", oldest.toString()));
        if (preview.wholes().isAny()) {
            JsonArrayBuilder wholes = Json.createArrayBuilder();
            preview.wholes().names().forEach(wholes::add);
            json.add("partitions", wholes);
        }
        preview.wholes()
                .oneByOne()
                .map(StoredReason::of)
                .ifPresent(reason -> json.add(
                        "oneByOne",
                        Json.createObjectBuilder().add("reason", reason.key()).add("detail", reason.detail())));
        return json.build();
    }

    static Preview read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return read(reader.readObject());
        }
    }

    private static Preview read(JsonObject json) {
        Map<YearMonth, Long> months = new LinkedHashMap<>();
        json.getJsonObject("byMonth")
                .forEach((month, count) -> months.put(YearMonth.parse(month), ((JsonNumber) count).longValue()));
        return new Preview(
                number(json, "rows"),
                number(json, "expired"),
                number(json, "held"),
                number(json, "undated"),
                number(json, "future"),
                number(json, "implausible"),
                number(json, "tomorrow"),
                number(json, "month"),
                Optional.ofNullable(json.getString("oldest", null)).map(Instant::parse),
                months,
                number(json, "earlier"),
                Counts.read(json.getJsonObject("dependants").toString()),
                wholes(json));
    }

    private static Wholes wholes(JsonObject json) {
        List<String> names = json.containsKey("partitions")
                ? json.getJsonArray("partitions").getValuesAs(JsonString::getString)
                : List.of();
        return new Wholes(
                names,
                Optional.ofNullable(json.getJsonObject("oneByOne"))
                        .map(reason ->
                                new StoredReason(reason.getString("reason"), reason.getString("detail")).reason()));
    }

    private static long number(JsonObject json, String name) {
        return json.getJsonNumber(name).longValue();
    }
}
