package app.countersign.retention;

import java.sql.Types;
import java.util.regex.Pattern;

/**
 * A column as the database describes it.
 *
 * @param type of {@link Types}
 * @param typeName as the database calls it
 */
public record Column(String name, int type, String typeName, boolean nullable) {

    private static final Pattern UUID_FORM = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");

    /** Whether values are texts of any length. */
    boolean isText() {
        return type == Types.VARCHAR || type == Types.LONGVARCHAR || type == Types.CHAR || type == Types.CLOB;
    }

    /** Whether a value can be that at all; a database refuses to compare a number with a name. */
    boolean canBe(String text) {
        if (typeName.equalsIgnoreCase("uuid")) {
            return UUID_FORM.matcher(text).matches();
        }
        return switch (type) {
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> isWhole(text);
            case Types.NUMERIC, Types.DECIMAL -> NUMBER.matcher(text).matches();
            default -> true;
        };
    }

    private boolean isWhole(String text) {
        try {
            long number = Long.parseLong(text);
            return type == Types.BIGINT || number == (type == Types.INTEGER ? (int) number : (short) number);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    boolean isTime() {
        return type == Types.TIMESTAMP || type == Types.TIMESTAMP_WITH_TIMEZONE || type == Types.DATE;
    }
}
