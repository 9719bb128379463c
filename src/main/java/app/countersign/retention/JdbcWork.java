package app.countersign.retention;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonString;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A database that was opened for one rule. */
class JdbcWork implements Work {

    /** The longest that a statement of a batch may take. */
    private static final int SECONDS = 30;

    /** Rows that changed between being read and being deleted are read again, so often. */
    private static final int TRIES = 3;

    private final Line line;
    private final Plan plan;
    private final Errand errand;
    private final Anonymising anonymising;

    JdbcWork(Line line, Plan plan, Errand errand, Pseudonyms pseudonyms) {
        this.line = line;
        this.plan = plan;
        this.errand = errand;
        this.anonymising = new Anonymising(line, plan, pseudonyms);
    }

    @Override
    public String fingerprint() {
        return plan.fingerprint();
    }

    @Override
    public List<String> statements() {
        return plan.statements();
    }

    private interface Asked<T> {
        T answer() throws SQLException, Trouble;
    }

    /** Whatever goes wrong undoes what was done since the last commit. */
    private <T> T tried(Asked<T> asked) throws Trouble {
        try {
            return asked.answer();
        } catch (SQLException e) {
            undo();
            throw Trouble.of(e, plan.table().name().toString());
        } catch (Trouble e) {
            undo();
            throw e;
        }
    }

    private void undo() {
        try {
            line.rollback();
        } catch (SQLException e) {
            // The connection is gone, and with it what was not committed.
            return;
        }
    }

    @Override
    public Grants grants() throws Trouble {
        return tried(() -> new Rights(line, plan).judge());
    }

    @Override
    public Preview preview() throws Trouble {
        return tried(() -> {
            Preview preview = new Census(line, plan, errand).take();
            line.rollback();
            return preview;
        });
    }

    @Override
    public Optional<Taken> take(Optional<String> after, int most) throws Trouble {
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<Optional<Taken>> taken = tried(() -> {
                line.product().beShort(line.connection(), SECONDS);
                List<List<String>> keys = keys(after.map(this::parts), most);
                return keys.isEmpty()
                        ? Optional.of(Optional.empty())
                        : taken(keys).map(Optional::of);
            });
            if (taken.isPresent()) {
                return taken.get();
            }
        }
        throw Trouble.of(new SQLException("", "40001"), plan.table().name().toString());
    }

    @Override
    public Optional<Taken> takeAgain(List<String> keys) throws Trouble {
        return tried(() -> {
            line.product().beShort(line.connection(), SECONDS);
            return taken(parted(keys));
        });
    }

    private List<List<String>> keys(Optional<List<String>> after, int most) throws SQLException {
        List<List<String>> keys = new ArrayList<>();
        try (PreparedStatement statement = line.prepare(plan.select(after, List.of(), most), SECONDS);
                ResultSet rows = statement.executeQuery()) {
            int width = plan.table().key().size();
            while (rows.next()) {
                List<String> key = new ArrayList<>();
                for (int i = 1; i <= width; i++) {
                    key.add(rows.getString(i));
                }
                keys.add(key);
            }
        }
        return keys;
    }

    /** Empty, and undone, if one of the rows is not what it was when it was read. */
    private Optional<Taken> taken(List<List<String>> keys) throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        Fragment rows = plan.rows(keys);
        for (Step step : plan.steps()) {
            long done = line.update(step.sql(line, rows), SECONDS);
            if (!step.detach()) {
                counts.merge(step.table().toString(), done, Long::sum);
            }
        }
        long gone = plan.rule().fate().keepsRows()
                ? anonymising.change(keys, SECONDS)
                : line.update(plan.delete(rows), SECONDS);
        if (gone != keys.size()) {
            line.rollback();
            return Optional.empty();
        }
        counts.put(plan.table().name().toString(), gone);
        return Optional.of(new Taken(keys.stream().map(JdbcWork::text).toList(), counts));
    }

    @Override
    public long remaining(List<String> keys) throws Trouble {
        return number(plan.rows(parted(keys)).and(plan.expired()));
    }

    @Override
    public long present(List<String> keys) throws Trouble {
        return number(plan.rows(parted(keys)));
    }

    private long number(Fragment rows) throws Trouble {
        return tried(() -> {
            long count = line.number(
                    Fragment.of("select count(*) from "
                                    + line.quoted(plan.table().name()) + " where")
                            .then(rows),
                    SECONDS);
            line.rollback();
            return count;
        });
    }

    @Override
    public void commit() throws Trouble {
        try {
            line.commit();
        } catch (SQLException e) {
            undo();
            throw Trouble.of(e, plan.table().name().toString());
        }
    }

    @Override
    public void rollback() {
        undo();
    }

    @Override
    public void close() {
        try {
            line.close();
        } catch (SQLException e) {
            // Whatever was not committed is undone by the database.
            return;
        }
    }

    /** A key as one text, whatever its parts hold. */
    static String text(List<String> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        JsonArrayBuilder array = Json.createArrayBuilder();
        parts.forEach(array::add);
        return array.build().toString();
    }

    private List<List<String>> parted(List<String> keys) {
        return keys.stream().map(this::parts).toList();
    }

    private List<String> parts(String text) {
        return plan.table().key().size() == 1
                ? List.of(text)
                : Condition.array(text).getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList();
    }
}
