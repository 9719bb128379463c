package app.countersign.retention;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Gives rows other values. Where those depend on what stands there, row by row. */
final class Anonymising {

    /** Enough to keep different values apart, and few enough for a short column. */
    private static final int DIGITS = 32;

    private final Line line;
    private final Plan plan;
    private final Pseudonyms pseudonyms;

    Anonymising(Line line, Plan plan, Pseudonyms pseudonyms) {
        this.line = line;
        this.plan = plan;
        this.pseudonyms = pseudonyms;
    }

    /** @return how many rows it changed */
    long change(List<List<String>> keys, int seconds) throws SQLException {
        boolean alike = plan.rule().replacements().stream()
                .allMatch(one -> one.how() == Replacing.NULL || one.how() == Replacing.CONSTANT);
        if (alike) {
            List<Object> values = plan.rule().replacements().stream()
                    .map(one -> one.how() == Replacing.NULL ? null : (Object) new Fragment.Text(one.value()))
                    .toList();
            return line.update(plan.update(values, plan.rows(keys)), seconds);
        }
        long changed = 0;
        for (List<String> key : keys) {
            List<Object> values = values(key, seconds);
            changed += values.isEmpty() ? 0 : line.update(plan.update(values, plan.rows(List.of(key))), seconds);
        }
        return changed;
    }

    /** What the columns of that row become; none if it is not there any more. */
    private List<Object> values(List<String> key, int seconds) throws SQLException {
        List<Replacement> replacements = plan.rule().replacements();
        List<String> columns = replacements.stream().map(Replacement::column).toList();
        Fragment select = Fragment.of("select " + Step.names(line, columns) + " from "
                        + line.quoted(plan.table().name()) + " where")
                .then(plan.rows(List.of(key)));
        try (PreparedStatement statement = line.prepare(select, seconds);
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return List.of();
            }
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < replacements.size(); i++) {
                values.add(value(replacements.get(i), row, i + 1));
            }
            return values;
        }
    }

    private Object value(Replacement replacement, ResultSet row, int at) throws SQLException {
        return switch (replacement.how()) {
            case NULL -> null;
            case CONSTANT -> new Fragment.Text(replacement.value());
            case MONTH, YEAR -> {
                Date day = row.getDate(at);
                yield day == null
                        ? null
                        : new Fragment.Text(
                                replacement.generalised(day.toLocalDate()).toString());
            }
            case HASH -> {
                String text = row.getString(at);
                yield text == null ? null : new Fragment.Text(hashed(replacement.column(), text));
            }
        };
    }

    private String hashed(String column, String text) {
        if (text.startsWith(Replacement.HASHED)) {
            return text;
        }
        String what = plan.table().name() + "." + column;
        return Replacement.HASHED + pseudonyms.of(what, text).substring(0, DIGITS);
    }
}
