package app.countersign.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One question to the table of contracts, which an index answers from the highest serial number down. Immutable.
 *
 * <p>It is asked in SQL of the one table: with others joined in, a database may begin with those and sort all there is.
 *
 * @param conditions in SQL, all of which must hold
 * @param values of their question marks
 * @param order the columns before the serial number in the index that is to be used; without naming them in the order,
 *     too, H2 does not use it
 */
record Strand(List<String> conditions, List<Object> values, List<String> order) {

    static final Strand ALL = new Strand(List.of(), List.of(), List.of());

    Strand {
        conditions = List.copyOf(conditions);
        values = List.copyOf(values);
        order = List.copyOf(order);
    }

    /** Along an index that begins with this column. */
    Strand along(String column, Object value) {
        return new Strand(with(conditions, column + " = ?"), with(values, value), with(order, column));
    }

    /** Only those, without an index that would help to have them in order. */
    Strand only(String condition, Object... itsValues) {
        List<Object> all = new ArrayList<>(values);
        all.addAll(List.of(itsValues));
        return new Strand(with(conditions, condition), all, order);
    }

    Strand onlyIn(String column, List<?> any) {
        String marks = Stream.generate(() -> "?").limit(any.size()).collect(Collectors.joining(", "));
        return any.isEmpty() ? only("1 = 0") : only(column + " in (" + marks + ")", any.toArray());
    }

    Strand before(long serial) {
        return only("serial < ?", serial);
    }

    Strand after(long serial) {
        return only("serial > ?", serial);
    }

    String sql(int limit) {
        return sql(limit, " desc");
    }

    /** From the lowest serial number up. */
    String sqlUpwards(int limit) {
        return sql(limit, "");
    }

    /** From the lowest value of that column up, which an index has after the others. */
    String sqlBy(String column, int limit) {
        return sql(limit, "", column);
    }

    private String sql(int limit, String direction) {
        return sql(limit, direction, "serial");
    }

    private String sql(int limit, String direction, String last) {
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        String sorted = Stream.concat(order.stream(), Stream.of(last))
                .map(column -> column + direction)
                .collect(Collectors.joining(", "));
        return "select serial from contract" + where + " order by " + sorted + " fetch first " + limit + " rows only";
    }

    private static <T> List<T> with(List<T> some, T one) {
        List<T> more = new ArrayList<>(some);
        more.add(one);
        return more;
    }
}
