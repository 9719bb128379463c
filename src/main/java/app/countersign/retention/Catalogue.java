package app.countersign.retention;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What there is in a database, by its own metadata. Names are compared, never read as patterns. */
final class Catalogue {

    private static final Set<String> OURS = Set.of("TABLE", "BASE TABLE", "PARTITIONED TABLE", "VIEW", "SYSTEM VIEW");
    private static final Set<String> OF_THE_DATABASE =
            Set.of("information_schema", "pg_catalog", "pg_toast", "sys", "mysql", "performance_schema");

    /** What PostgreSQL's driver takes for a time without zone. */
    private static final Set<String> ZONED = Set.of("timestamptz", "timestamp with time zone");

    private final DatabaseMetaData data;

    Catalogue(Connection connection) throws SQLException {
        this.data = connection.getMetaData();
    }

    /** All tables and views that people made, in order. */
    List<TableName> tables() throws SQLException {
        List<TableName> names = new ArrayList<>();
        try (ResultSet rows = data.getTables(null, null, "%", null)) {
            while (rows.next()) {
                String schema = text(rows.getString("TABLE_SCHEM"));
                String type = text(rows.getString("TABLE_TYPE"));
                if (OURS.contains(type) && !OF_THE_DATABASE.contains(schema.toLowerCase(Locale.ROOT))) {
                    names.add(new TableName(schema, rows.getString("TABLE_NAME")));
                }
            }
        }
        names.sort((one, other) -> one.toString().compareTo(other.toString()));
        return names;
    }

    Optional<Table> table(TableName name) throws SQLException {
        Optional<String> type = type(name);
        return type.isEmpty()
                ? Optional.empty()
                : Optional.of(new Table(name, type.get().contains("VIEW"), columns(name), key(name)));
    }

    private Optional<String> type(TableName name) throws SQLException {
        try (ResultSet rows = data.getTables(null, pattern(name.schema()), pattern(name.name()), null)) {
            while (rows.next()) {
                boolean same = text(rows.getString("TABLE_SCHEM")).equals(name.schema())
                        && rows.getString("TABLE_NAME").equals(name.name());
                if (same) {
                    return Optional.of(text(rows.getString("TABLE_TYPE")));
                }
            }
        }
        return Optional.empty();
    }

    private List<Column> columns(TableName name) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (ResultSet rows = data.getColumns(null, pattern(name.schema()), pattern(name.name()), "%")) {
            while (rows.next()) {
                if (text(rows.getString("TABLE_SCHEM")).equals(name.schema())
                        && rows.getString("TABLE_NAME").equals(name.name())) {
                    String typeName = text(rows.getString("TYPE_NAME"));
                    boolean zoned = ZONED.contains(typeName.toLowerCase(Locale.ROOT));
                    columns.add(new Column(
                            rows.getString("COLUMN_NAME"),
                            zoned ? Types.TIMESTAMP_WITH_TIMEZONE : rows.getInt("DATA_TYPE"),
                            typeName,
                            rows.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls));
                }
            }
        }
        return columns;
    }

    private List<String> key(TableName name) throws SQLException {
        Map<Integer, String> columns = new TreeMap<>();
        try (ResultSet rows = data.getPrimaryKeys(null, name.schema(), name.name())) {
            while (rows.next()) {
                columns.put(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME"));
            }
        }
        return List.copyOf(columns.values());
    }

    /** The foreign keys that point at that table, but for those that the database lets go of by itself. */
    List<ForeignKey> pointingAt(TableName name) throws SQLException {
        Map<String, List<String[]>> found = new TreeMap<>();
        Map<String, TableName> children = new TreeMap<>();
        try (ResultSet rows = data.getExportedKeys(null, name.schema(), name.name())) {
            while (rows.next()) {
                int rule = rows.getInt("DELETE_RULE");
                if (rule == DatabaseMetaData.importedKeySetNull || rule == DatabaseMetaData.importedKeySetDefault) {
                    continue;
                }
                TableName child = new TableName(text(rows.getString("FKTABLE_SCHEM")), rows.getString("FKTABLE_NAME"));
                String key = child + " " + rows.getString("FK_NAME");
                children.put(key, child);
                found.computeIfAbsent(key, k -> new ArrayList<>())
                        .add(new String[] {rows.getString("FKCOLUMN_NAME"), rows.getString("PKCOLUMN_NAME")});
            }
        }
        List<ForeignKey> keys = new ArrayList<>();
        found.forEach((key, columns) -> keys.add(new ForeignKey(
                children.get(key),
                columns.stream().map(pair -> pair[0]).toList(),
                name,
                columns.stream().map(pair -> pair[1]).toList(),
                false)));
        return keys;
    }

    private String pattern(String name) throws SQLException {
        String escape = data.getSearchStringEscape();
        return name.replace(escape, escape + escape).replace("_", escape + "_").replace("%", escape + "%");
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
