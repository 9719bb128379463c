package app.countersign.trail;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** Writes to the trail's tables past the application, as an administrator of the database can, and puts all back. */
final class Damage {

    private static final List<String> TABLES =
            List.of("trail_entry", "trail_chain", "trail_head", "person_pseudonym", "trail_verification");

    private final DataSource database;

    Damage(DataSource database) {
        this.database = database;
    }

    void keep() throws SQLException {
        keepAs("kept");
    }

    void keepAs(String name) throws SQLException {
        for (String table : TABLES) {
            execute("drop table if exists " + name + "_" + table);
            execute("create table " + name + "_" + table + " as select * from " + table);
        }
    }

    void undo() throws SQLException {
        undoTo("kept");
        execute("create unique index if not exists trail_entry_position on trail_entry (position)");
    }

    void undoTo(String name) throws SQLException {
        for (String table : TABLES) {
            execute("delete from " + table, "insert into " + table + " select * from " + name + "_" + table);
        }
    }

    void execute(String... sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : sql) {
                statement.execute(each);
            }
        }
    }

    long count(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Computes the hashes of that row and all after it, so that they fit what stands there now. */
    void hashAnew(long from) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement before =
                        connection.prepareStatement("select hash from trail_entry where position = ?");
                PreparedStatement select = connection.prepareStatement(
                        "select " + Lines.COLUMNS + " from trail_entry where position >= ? order by position");
                PreparedStatement update =
                        connection.prepareStatement("update trail_entry set content = ?, hash = ? where id = ?")) {
            before.setLong(1, from - 1);
            byte[] previous;
            try (ResultSet row = before.executeQuery()) {
                row.next();
                previous = java.util.HexFormat.of().parseHex(row.getString(1));
            }
            select.setLong(1, from);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Entry entry = Lines.entry(rows);
                    byte[] content = Verifier.sha256().digest(entry.canonical());
                    previous = Verifier.link(previous, content);
                    update.setString(1, Told.hex(content));
                    update.setString(2, Told.hex(previous));
                    update.setLong(3, entry.id());
                    update.addBatch();
                }
            }
            update.executeBatch();
        }
    }
}
