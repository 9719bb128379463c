package app.countersign.retention;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** A database such as chat products have, on PostgreSQL or H2, and rules about it. */
final class Chats {

    static final Instant NOW = Instant.now();
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static EmbeddedPostgres postgres;

    final boolean onPostgres;
    private final DataSource database;

    private Chats(boolean onPostgres, DataSource database) {
        this.onPostgres = onPostgres;
        this.database = database;
    }

    /** Empty. */
    static Chats on(String product) throws IOException, SQLException {
        int number = COUNT.incrementAndGet();
        if (product.equals("h2")) {
            JdbcDataSource h2 = new JdbcDataSource();
            h2.setURL("jdbc:h2:mem:chats" + number + ";DB_CLOSE_DELAY=-1;DATABASE_TO_UPPER=FALSE");
            return new Chats(false, h2);
        }
        return new Chats(true, inPostgres());
    }

    /** One for all tests: what the last one left is gone. */
    private static synchronized DataSource inPostgres() throws IOException, SQLException {
        if (postgres == null) {
            postgres = EmbeddedPostgres.start();
        }
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            Product.run(connection, "drop schema public cascade");
            Product.run(connection, "create schema public");
            Product.run(connection, "grant usage on schema public to public");
        }
        return postgres.getPostgresDatabase();
    }

    /** With messages of 24 months, one a month, each with an attachment that has two parts. */
    Chats withMessages() throws SQLException {
        StringBuilder all = new StringBuilder("create table message (id bigint primary key, sent_at timestamp with time"
                + " zone, author varchar(100), tenant varchar(20), status varchar(20), reply_to bigint references"
                + " message (id)); create table attachment (id bigint primary key, message_id bigint not null"
                + " references message (id), name varchar(100)); create table part (attachment_id bigint not null"
                + " references attachment (id), no int not null, primary key (attachment_id, no));");
        for (int month = 0; month < 24; month++) {
            all.append("insert into message (id, sent_at, author, tenant, status) values (" + month
                    + ", current_timestamp - interval '" + (month * 30 + 1) + "' day, 'person" + month % 3 + "', 'T"
                    + month % 2 + "', 'closed'); insert into attachment (id, message_id, name) values (" + month * 10
                    + ", " + month + ", 'a.txt'); insert into part (attachment_id, no) values (" + month * 10
                    + ", 1), (" + month * 10 + ", 2);");
        }
        run(all.toString());
        return this;
    }

    void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Product.run(connection, sql);
        }
    }

    long count(String table) throws SQLException {
        return number("select count(*) from " + table);
    }

    long number(String question) throws SQLException {
        return Long.parseLong(text(question));
    }

    String text(String question) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Product.answer(connection, question);
        }
    }

    Connection connection() throws SQLException {
        return database.getConnection();
    }

    Line line() throws SQLException {
        return Line.of(database.getConnection());
    }

    /** As the database spells the schema. */
    TableName table(String name) {
        return new TableName(onPostgres ? "public" : "PUBLIC", name);
    }

    /** A rule about a table, as it is typed; see {@link RuleEntry}. */
    RuleDetails rule(String table, String period, String ageColumn, String ageForm, String conditions) {
        return rule(table, period, ageColumn, ageForm, conditions, "delete", "");
    }

    RuleDetails rule(
            String table,
            String period,
            String ageColumn,
            String ageForm,
            String conditions,
            String fate,
            String replacements) {
        return TypedRule.about(table(table))
                .after(period)
                .age(ageColumn, ageForm)
                .only(conditions)
                .then(fate)
                .replacing(replacements)
                .read();
    }

    Store store() {
        return new Store(
                UUID.randomUUID(),
                new StoreDetails(
                        "Chats", StoreKind.JDBC, "", "", ZoneId.of("Europe/Zurich"), Optional.<Period>empty(), ""),
                "Dora Weber",
                NOW);
    }

    JdbcWork work(RuleDetails rule, Held... holds) throws SQLException, Trouble {
        return work(rule, List.of(), holds);
    }

    JdbcWork work(RuleDetails rule, List<ForeignKey> relations, Held... holds) throws SQLException, Trouble {
        Store store = store();
        Errand errand = new Errand(
                store, rule, NOW, Cutoff.of(rule.period(), NOW, store.zone()), List.of(), List.of(holds), relations);
        Line line = line();
        try {
            return new JdbcWork(line, Plan.of(line, errand), errand, new Pseudonyms(new byte[32]));
        } catch (Trouble e) {
            line.close();
            throw e;
        }
    }
}
