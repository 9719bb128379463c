package app.countersign.retention;

import app.countersign.kernel.KebabCase;
import java.util.Arrays;
import java.util.Optional;

/** How a column is compared with a value. */
public enum Operator {
    EQUAL("=", true),
    DIFFERENT("<>", true),
    LESS("<", true),
    LESS_OR_EQUAL("<=", true),
    GREATER(">", true),
    GREATER_OR_EQUAL(">=", true),
    EMPTY("is null", false),
    FILLED("is not null", false);

    private final String sql;
    private final boolean withValue;

    Operator(String sql, boolean withValue) {
        this.sql = sql;
        this.withValue = withValue;
    }

    /** As people write it: {@code <=}, {@code is null}. */
    public String sign() {
        return sql;
    }

    /** Whether it compares with a value. */
    public boolean isWithValue() {
        return withValue;
    }

    /** By its sign or its name. */
    static Optional<Operator> of(String text) {
        return Arrays.stream(values())
                .filter(one ->
                        one.sql.equalsIgnoreCase(text) || KebabCase.of(one).equalsIgnoreCase(text))
                .findFirst();
    }
}
