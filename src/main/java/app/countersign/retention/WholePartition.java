package app.countersign.retention;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A partition that is being removed: its rows are read while it is locked against whoever would write in it. */
final class WholePartition implements Whole, AutoCloseable {

    /** So many rows of several columns that a statement could still name them all. */
    private static final int AT_ONCE = 5000;

    /** Every row is looked at, and read. Only who would write in that old partition waits. */
    private static final int SECONDS = 600;

    private static final String IN_USE = "55P03";

    private final Line line;
    private final Plan plan;
    private final TableName name;
    private PreparedStatement statement;
    private ResultSet rows;

    WholePartition(Line line, Plan plan, TableName name) {
        this.line = line;
        this.plan = plan;
        this.name = name;
    }

    /** @return whether each of its rows goes, and there is one; from then on it stays so */
    boolean isAllOver() throws SQLException {
        if (!isLocked()) {
            return false;
        }
        Fragment kept = Fragment.of("select count(*) from (select 1 from " + line.quoted(name) + " where")
                .then(plan.going().inBrackets())
                .then(Fragment.of("is not true fetch first 1 row only) found"));
        return !new Partitions(line, plan).isEmpty(name) && line.number(kept, SECONDS) == 0;
    }

    private boolean isLocked() throws SQLException {
        line.product().beShort(line.connection(), SECONDS);
        try {
            Product.run(line.connection(), "lock table " + line.quoted(name) + " in share row exclusive mode");
            return true;
        } catch (SQLException e) {
            if (IN_USE.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public Optional<Taken> next() throws Trouble {
        try {
            List<String> keys = new ArrayList<>();
            while (keys.size() < AT_ONCE && reading().next()) {
                List<String> key = new ArrayList<>();
                for (int i = 1; i <= plan.table().key().size(); i++) {
                    key.add(rows.getString(i));
                }
                keys.add(JdbcWork.text(key));
            }
            String table = plan.table().name().toString();
            return keys.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Taken(keys, Map.of(table, (long) keys.size()), name.toString()));
        } catch (SQLException e) {
            throw Trouble.of(e, name.toString());
        }
    }

    private ResultSet reading() throws SQLException {
        if (rows == null) {
            String keys = Step.names(line, plan.table().key());
            statement = line.prepare(Fragment.of("select " + keys + " from " + line.quoted(name)), SECONDS);
            rows = statement.executeQuery();
        }
        return rows;
    }

    @Override
    public void drop() throws Trouble {
        try {
            close();
            Product.run(line.connection(), "drop table " + line.quoted(name));
        } catch (SQLException e) {
            throw Trouble.of(e, name.toString());
        }
    }

    @Override
    public void close() throws SQLException {
        if (statement != null) {
            statement.close();
        }
    }
}
