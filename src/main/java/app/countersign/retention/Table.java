package app.countersign.retention;

import java.util.List;
import java.util.Optional;

/**
 * A table as the database describes it.
 *
 * @param view whether it only shows other tables' rows
 * @param key the columns of its primary key, in order; empty without one
 */
public record Table(TableName name, boolean view, List<Column> columns, List<String> key) {

    public Table {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
    }

    public Optional<Column> column(String wanted) {
        return columns.stream().filter(column -> column.name().equals(wanted)).findFirst();
    }
}
