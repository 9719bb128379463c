package app.countersign.retention;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonString;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A database that was opened for one rule. */
class JdbcWork implements Work {

    /** The longest that a statement of a batch may take. */
    private static final int SECONDS = 30;

    /** To find the next rows may take longer: nobody is kept waiting by that. */
    private static final int SECONDS_TO_READ = 120;

    /** So many keys are read at once: looking for each batch anew costs more than deleting it. */
    private static final int AHEAD = 50_000;

    /** Once: to find the provider takes longer than to delete a row. */
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    /** Rows that changed between being read and being deleted are read again, so often. */
    private static final int TRIES = 3;

    private final Line line;
    private final Plan plan;
    private final Errand errand;
    private final Anonymising anonymising;

    /** Keys that were read at once and are taken bit by bit, from the one behind {@link #reached} on. */
    private final Deque<List<String>> ahead = new ArrayDeque<>();

    private Optional<String> reached = Optional.empty();

    /** Whether nothing came behind those that were read: to look once more is to go through whatever stays. */
    private boolean lastRead;

    /** Partitions in which something is kept, or that could not be removed. */
    private final Set<TableName> mixed = new HashSet<>();

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
    public Optional<Taken> take(Optional<String> after, int most, Consumer<List<String>> known) throws Trouble {
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<Optional<Taken>> taken = tried(() -> {
                List<List<String>> keys = next(after, most);
                if (keys.isEmpty()) {
                    return Optional.of(Optional.empty());
                }
                known.accept(texts(keys));
                line.product().beShort(line.connection(), SECONDS);
                return taken(keys).map(Optional::of);
            });
            if (taken.isPresent()) {
                return taken.get();
            }
        }
        throw Trouble.of(new SQLException("", "40001"), plan.table().name().toString());
    }

    @Override
    public Optional<Whole> whole() throws Trouble {
        return tried(() -> {
            for (TableName part : new Partitions(line, plan).next()) {
                // What is tried once is not tried again: if it stays, its rows go one by one.
                if (mixed.add(part)) {
                    WholePartition whole = new WholePartition(line, plan, part);
                    if (whole.isAllOver()) {
                        return Optional.of(whole);
                    }
                    line.rollback();
                }
            }
            line.rollback();
            return Optional.empty();
        });
    }

    @Override
    public int most() {
        return plan.table().key().size() == 1 ? line.product().most() : Product.OTHER.most();
    }

    private List<List<String>> next(Optional<String> after, int most) throws SQLException {
        boolean goesOn = after.equals(reached);
        if (!goesOn || ahead.isEmpty() && !lastRead) {
            int wanted = Math.max(most, AHEAD);
            ahead.clear();
            ahead.addAll(keys(after.map(this::parts), wanted));
            lastRead = ahead.size() < wanted;
            reached = after;
        }
        return ahead.stream().limit(most).toList();
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
        try (PreparedStatement statement = line.prepare(plan.select(after, List.of(), most), SECONDS_TO_READ);
                ResultSet rows = first(statement, most)) {
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

    private static ResultSet first(PreparedStatement statement, int most) throws SQLException {
        statement.setMaxRows(most);
        return statement.executeQuery();
    }

    /** Empty, and undone, if one of the rows is not what it was when it was read. */
    private Optional<Taken> taken(List<List<String>> keys) throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        Picked picked = plan.picked(keys);
        for (Step step : plan.steps()) {
            long done = line.update(step.sql(line, picked), SECONDS);
            if (!step.detach()) {
                counts.merge(step.table().toString(), done, Long::sum);
            }
        }
        long gone = plan.rule().fate().keepsRows()
                ? anonymising.change(keys, SECONDS)
                : line.update(plan.delete(picked.rows()), SECONDS);
        if (gone != keys.size()) {
            line.rollback();
            ahead.clear();
            lastRead = false;
            return Optional.empty();
        }
        counts.put(plan.table().name().toString(), gone);
        Taken taken = new Taken(texts(keys), counts);
        for (int i = Math.min(keys.size(), ahead.size()); i > 0; i--) {
            ahead.poll();
        }
        reached = Optional.of(taken.last());
        return Optional.of(taken);
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

    private static List<String> texts(List<List<String>> keys) {
        return keys.stream().map(JdbcWork::text).toList();
    }

    /** A key as one text, whatever its parts hold. */
    static String text(List<String> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        JsonArrayBuilder array = JSON.createArrayBuilder();
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
