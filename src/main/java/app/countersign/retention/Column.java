package app.countersign.retention;

import java.sql.Types;

/**
 * A column as the database describes it.
 *
 * @param type of {@link Types}
 * @param typeName as the database calls it
 */
public record Column(String name, int type, String typeName, boolean nullable) {

    /** Whether values are texts of any length. */
    boolean isText() {
        return type == Types.VARCHAR || type == Types.LONGVARCHAR || type == Types.CHAR || type == Types.CLOB;
    }

    boolean isTime() {
        return type == Types.TIMESTAMP || type == Types.TIMESTAMP_WITH_TIMEZONE || type == Types.DATE;
    }
}
