package app.countersign.demo;

import app.countersign.retention.Rule;
import app.countersign.retention.RuleDesk;
import app.countersign.retention.RuleEntry;
import app.countersign.retention.RunDesk;
import app.countersign.retention.Store;
import app.countersign.retention.StoreDesk;
import app.countersign.retention.StoreEntry;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.jdbcx.JdbcDataSource;

/**
 * A chat database with two rules, of which one waits for a second person. The database lives in memory and is made anew at
 * each start, so that there is always something to delete.
 */
@Dependent
class DemoDeletions {

    private static final String URL = "jdbc:h2:mem:retention-demo;DB_CLOSE_DELAY=-1";

    /** Four messages a day for a year and a half, every third with a file; applications of three years. */
    private static final String[] SCHEMA = {
        "drop all objects",
        "create table message (id bigint primary key, sent_at timestamp with time zone not null,"
                + " customer varchar(60) not null, tenant varchar(40) not null, body varchar(200))",
        "create table attachment (id bigint primary key, message_id bigint not null references message (id),"
                + " name varchar(100) not null)",
        "create table application (id bigint primary key, name varchar(100), email varchar(100), born date,"
                + " decided_on date)",
        "insert into message select x, current_timestamp - (x / 4) * interval '1' day, 'kunde-' || mod(x, 97),"
                + " case when mod(x, 3) = 0 then 'wildermann' else 'hasler' end, 'Guten Tag' from system_range(0, 2200)",
        "insert into attachment select x, x * 3, 'Beleg-' || x || '.pdf' from system_range(0, 700)",
        "insert into application select x, 'Person ' || x, 'person' || x || '@bewerbung.example',"
                + " date '1980-03-01' + cast(x as int), current_date - cast(x * 9 as int) from system_range(1, 120)"
    };

    @Inject
    private StoreDesk stores;

    @Inject
    private RuleDesk rules;

    @Inject
    private RunDesk runs;

    void make() {
        fill();
        if (stores.all().isEmpty()) {
            set();
        }
    }

    private static void fill() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL(URL);
        h2.setUser("sa");
        try (Connection connection = h2.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : SCHEMA) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the demonstration's chat database could not be made", e);
        }
    }

    private void set() {
        Store store = stores.add(new StoreEntry(
                "okomo",
                "Chat-Datenbank (Beispiel)",
                "jdbc",
                URL,
                "sa",
                "",
                "",
                "P30D",
                "Exporte, die Kunden selbst heruntergeladen haben.",
                ""));
        Rule chats = rules.add(rule(
                store,
                "Chats und Dateien von Endkunden",
                "end-customer staff",
                "okomo-dpa 4-3",
                "PUBLIC.MESSAGE",
                "SENT_AT",
                "delete",
                "",
                "CUSTOMER"));
        rules.add(rule(
                store,
                "Bewerbungen",
                "applicants",
                "okomo-dpa 6-7",
                "PUBLIC.APPLICATION",
                "DECIDED_ON",
                "anonymise",
                "NAME = null\nEMAIL = hash\nBORN = year",
                "EMAIL"));
        runs.ask(chats.id());
    }

    private static RuleEntry rule(
            Store store,
            String title,
            String categories,
            String clause,
            String table,
            String age,
            String fate,
            String replacements,
            String subject) {
        return new RuleEntry(
                store.id().toString(),
                title,
                categories,
                clause,
                "P12M",
                fate.equals("delete") ? "stored" : "event",
                fate,
                table,
                age,
                "",
                "",
                replacements,
                "",
                subject,
                "");
    }
}
