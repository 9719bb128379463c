package app.countersign.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Deadlines put straight into an installation's PostgreSQL, and what its sweep made of them. */
final class Deadlines {

    private static final int LOOK_EVERY_MILLIS = 20;

    private final DataSource database;

    Deadlines(DataSource database) {
        this.database = database;
    }

    /** Deadlines that run for years. */
    void open(int count) throws SQLException {
        insert(count, "now() + interval '3 years' + n * interval '1 s'");
        execute("analyze deadline");
    }

    /** Deadlines that are due at this moment. */
    void due(int count) throws SQLException {
        insert(count, "now()");
    }

    private void insert(int count, String due) throws SQLException {
        execute("insert into deadline (id, subject_kind, subject_id, part_id, subject_name, subject_path, processor_id,"
                + " kind, clause, rule, zone, starts_at, due_at, legal_end_at, warnings, told, state, escalations,"
                + " next_alarm_at, version) select gen_random_uuid(), 'breach', gen_random_uuid(),"
                + " '00000000-0000-0000-0000-000000000000', 'BR-2026-' || n || ' · Muster AG', '/',"
                + " (select id from organisation where code = 'okomo'), 'notify-controller', 'gdpr 33(2)', 'PT1H',"
                + " 'Europe/Zurich', now() - interval '1 hour', " + due + ", " + due + ", '', 'dpo', 'running', 0, "
                + due + ", 1 from generate_series(1, " + count + ") n");
    }

    /** Nobody has to be reminded of what is over. */
    void quiet() throws SQLException {
        execute("update deadline set next_alarm_at = null, acknowledged_at = now(), acknowledged_by = 'bench'"
                + " where state = 'overdue' and acknowledged_at is null");
    }

    int said() throws SQLException {
        return (int) number("select count(*) from deadline_alarm");
    }

    /** Milliseconds of the sweep that said so many, which is under way or about to be. */
    double sweepOf(int many) throws SQLException, InterruptedException {
        double millis;
        do {
            Thread.sleep(LOOK_EVERY_MILLIS);
            millis = number("select coalesce(max(extract(epoch from last_end - last_start) * 1000), 0) from job"
                    + " where name = 'sweep-deadlines' and last_count = " + many);
        } while (millis == 0);
        return millis;
    }

    /** Seconds from the instant at which they were due until the last was said. */
    double lastAfter() throws SQLException {
        return number("select extract(epoch from max(fired_at) - max(due_at)) from deadline_alarm");
    }

    private double number(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getDouble(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
