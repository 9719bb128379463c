package app.countersign.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** Messages of five years in the order of their time, a fifth of them older than the other four; each has two dependants. */
final class Messages {

    private static final String OLD = "sent_at < now() - interval '366 days'";

    private final String name;
    private final DataSource database;

    private Messages(EmbeddedPostgres postgres, String name) {
        this.name = name;
        this.database = postgres.getDatabase("postgres", name);
    }

    static Messages fill(EmbeddedPostgres postgres, String name, int messages) throws SQLException {
        run(postgres.getPostgresDatabase(), "create database " + name);
        Messages made = new Messages(postgres, name);
        int expired = messages / 5;
        made.run(
                "create table message (id bigint primary key, sent_at timestamp with time zone, author varchar(40),"
                        + " body varchar(400))",
                "create table attachment (id bigint primary key, message_id bigint not null references message (id),"
                        + " name varchar(100))",
                "create table reaction (message_id bigint not null references message (id), author varchar(40),"
                        + " sign varchar(10), primary key (message_id, author))",
                ("insert into message select x, now() - case when x <= %d then interval '800 days'"
                                + " else interval '300 days' end + x * interval '1 ms', 'person' || mod(x, 5000),"
                                + " repeat('word ', 20) from generate_series(1, %d) x")
                        .formatted(expired, messages),
                "insert into attachment select x, x, 'a' || x from generate_series(1, %d) x".formatted(messages),
                "insert into reaction select x, 'person' || mod(x, 999), '+1' from generate_series(1, %d) x"
                        .formatted(messages),
                "create index attachment_of_message on attachment (message_id)",
                "create index message_by_time on message (sent_at)",
                "vacuum analyze",
                "checkpoint");
        return made;
    }

    /** The same once more. */
    Messages copy(EmbeddedPostgres postgres, String other) throws SQLException {
        run(postgres.getPostgresDatabase(), "create database " + other + " template " + name);
        Messages copy = new Messages(postgres, other);
        copy.run("vacuum analyze", "checkpoint");
        return copy;
    }

    DataSource database() {
        return database;
    }

    Object count() throws SQLException {
        return number("select count(*) from message");
    }

    long all() throws SQLException {
        return number("select (select count(*) from message) + (select count(*) from attachment)"
                + " + (select count(*) from reaction)");
    }

    long expired() throws SQLException {
        return number("select count(*) from message where " + OLD);
    }

    Object deleteByHand() throws SQLException {
        for (String child : List.of("reaction", "attachment")) {
            run("delete from " + child + " where message_id in (select id from message where " + OLD + ")");
        }
        run("delete from message where " + OLD);
        return null;
    }

    private long number(String question) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void run(String... all) throws SQLException {
        for (String sql : all) {
            run(database, sql);
        }
    }

    private static void run(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
