package app.countersign.backup;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as it is saved.
 *
 * @param columns by name, so that they come alike from every database
 */
record Table(String name, List<Column> columns) {

    record Column(String name, Kind kind) {}

    Table {
        columns = columns.stream().sorted(Comparator.comparing(Column::name)).toList();
    }

    boolean holdsBytes() {
        return columns.stream().anyMatch(column -> column.kind() == Kind.BYTES);
    }

    private String names() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    String select() {
        return "select " + names() + " from " + name;
    }

    String insert() {
        return "insert into " + name + " (" + names() + ") values ("
                + columns.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";
    }

    JsonObject json() {
        JsonArray all = new JsonArray();
        for (Column column : columns) {
            JsonArray one = new JsonArray();
            one.add(column.name());
            one.add(column.kind().name());
            all.add(one);
        }
        JsonObject json = new JsonObject();
        json.addProperty("table", name);
        json.add("columns", all);
        return json;
    }

    static Table of(JsonObject json) {
        List<Column> columns = new ArrayList<>();
        for (JsonElement element : json.getAsJsonArray("columns")) {
            JsonArray one = element.getAsJsonArray();
            columns.add(
                    new Column(one.get(0).getAsString(), Kind.valueOf(one.get(1).getAsString())));
        }
        return new Table(json.get("table").getAsString(), columns);
    }
}
