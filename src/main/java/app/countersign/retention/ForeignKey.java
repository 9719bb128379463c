package app.countersign.retention;

import java.util.List;

/**
 * Rows of one table belong to those of another.
 *
 * @param columns of the child, in the order of those of the parent
 * @param declared whether people said so; otherwise the database does
 */
public record ForeignKey(
        TableName child, List<String> columns, TableName parent, List<String> parentColumns, boolean declared) {

    public ForeignKey {
        columns = List.copyOf(columns);
        parentColumns = List.copyOf(parentColumns);
    }

    boolean isWithinOneTable() {
        return child.equals(parent);
    }
}
