package app.countersign.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The same old events twice: in a partition of their own, and in a table that is not divided. */
final class Events {

    static final String DIVIDED = "public.divided";
    static final String PLAIN = "public.plain";

    private Events() {}

    /** @param old events that have expired; as many again have not */
    static String fill(EmbeddedPostgres postgres, String name, int old) throws SQLException {
        run(postgres, "postgres", "create database " + name);
        run(
                postgres,
                name,
                "create table divided (id bigint, at timestamp with time zone, body varchar(400), primary key (id, at))"
                        + " partition by range (at)",
                "do $$ begin execute format('create table divided_old partition of divided for values from (minvalue)"
                        + " to (%L)', current_date - 400); end $$",
                "create table divided_rest partition of divided default",
                "create table plain (id bigint primary key, at timestamp with time zone, body varchar(400))",
                ("insert into divided select x, now() - case when x <= %d then interval '800 days'"
                                + " else interval '300 days' end + x * interval '1 ms', repeat('word ', 20)"
                                + " from generate_series(1, %d) x")
                        .formatted(old, 2 * old),
                "insert into plain select id, at, body from divided",
                "create index plain_by_time on plain (at)",
                "vacuum analyze",
                "checkpoint");
        return postgres.getJdbcUrl("postgres", name);
    }

    private static void run(EmbeddedPostgres postgres, String database, String... all) throws SQLException {
        for (String sql : all) {
            try (Connection connection =
                            postgres.getDatabase("postgres", database).getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }
}
