package app.countersign.retention;

import java.util.List;

/**
 * Rows of one table belong to those of another.
 *
 * @param columns of the child, in the order of those of the parent
 * @param only those rows of the child, where its column may refer to rows of other tables, too
 * @param declared whether people said so; otherwise the database does
 */
public record ForeignKey(
        TableName child,
        List<String> columns,
        TableName parent,
        List<String> parentColumns,
        boolean declared,
        List<Condition> only) {

    public ForeignKey {
        columns = List.copyOf(columns);
        parentColumns = List.copyOf(parentColumns);
        only = List.copyOf(only);
    }

    /** All rows of the child that have such a value belong to the parent's. */
    public ForeignKey(
            TableName child, List<String> columns, TableName parent, List<String> parentColumns, boolean declared) {
        this(child, columns, parent, parentColumns, declared, List.of());
    }

    boolean isWithinOneTable() {
        return child.equals(parent);
    }
}
