package app.countersign.retention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of SQL with what its placeholders stand for. Whatever people typed is only ever a value.
 *
 * @param values a {@link Text} where the database is to read it as the type that it is compared with
 */
record Fragment(String sql, List<Object> values) {

    /**
     * A value as text, whose type the database takes from what it is compared with.
     *
     * @param hidden whether it says who a person is: then it is never shown
     */
    record Text(String text, boolean hidden) {

        Text(String text) {
            this(text, false);
        }

        String shown() {
            return hidden ? "…" : text;
        }
    }

    Fragment {
        values = List.copyOf(values);
    }

    static Fragment of(String sql, Object... values) {
        return new Fragment(sql, Arrays.asList(values));
    }

    Fragment and(Fragment other) {
        return join(" and ", List.of(this, other));
    }

    Fragment then(Fragment other) {
        return join(" ", List.of(this, other));
    }

    Fragment inBrackets() {
        return new Fragment("(" + sql + ")", values);
    }

    static Fragment join(String between, List<Fragment> parts) {
        List<Object> values = new ArrayList<>();
        parts.forEach(part -> values.addAll(part.values()));
        return new Fragment(parts.stream().map(Fragment::sql).collect(Collectors.joining(between)), values);
    }

    /** To be read: with the values in the places of the placeholders. Nobody runs it. */
    String shown() {
        StringBuilder text = new StringBuilder();
        int next = 0;
        boolean quoted = false;
        for (char c : sql.toCharArray()) {
            quoted ^= c == '"';
            if (c == '?' && !quoted && next < values.size()) {
                text.append(literal(values.get(next++)));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static String literal(Object value) {
        return value instanceof Number || value instanceof Boolean
                ? value.toString()
                : "'" + (value instanceof Text text ? text.shown() : value.toString()).replace("'", "''") + "'";
    }
}
