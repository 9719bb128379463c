package app.countersign.bench;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Makes many contracts of one by copying its rows inside the database, each with a controller of its own. Files are
 * shared, since equal content is stored once. Columns that say nothing of who is who are copied as they are, so that a
 * migration that adds one changes nothing here.
 */
final class Filler {

    private static final int BATCH = 5000;
    private static final int FIRST_SERIAL = 1_000_000;

    /** Of twenty contracts sixteen are in force; one in a hundred is refused. */
    private static final String MIXED = "case when mod(x.n, 97) = 0 then 'refused' when mod(x.n, 20) = 0 then 'issued'"
            + " when mod(x.n, 20) = 1 then 'returned' when mod(x.n, 20) = 2 then 'accepted'"
            + " when mod(x.n, 20) = 3 then 'withdrawn' else 'in-force' end";

    private final DataSource database;
    private final UUID model;
    private final boolean postgres;
    private int last;

    /** @param model the contract to copy: accepted */
    Filler(DataSource database, UUID model, boolean postgres) {
        this.database = database;
        this.model = model;
        this.postgres = postgres;
    }

    /** Contracts in all states, with their documents, mails, links and history. */
    void fill(int count) throws SQLException {
        copy(count, MIXED, true);
        settle();
    }

    /** As {@link #fill}, but of each only what lists read. */
    void fillLists(int count) throws SQLException {
        copy(count, MIXED, false);
        settle();
    }

    /** Contracts in force since some days ago, of each only what lists read. */
    void inForce(int count) throws SQLException {
        copy(count, "'in-force'", false);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update contract set effective_on = current_date - 10 where state = 'in-force'");
        }
        settle();
    }

    DataSource database() {
        return database;
    }

    /** The database knows how much it holds; and so do we. */
    private void settle() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("analyze");
            try (ResultSet rows = statement.executeQuery("select count(*) from contract")) {
                rows.next();
                if (rows.getInt(1) != last + 1) {
                    throw new IllegalStateException(rows.getInt(1) + " contracts instead of " + (last + 1));
                }
            }
        }
    }

    /** Contracts that wait for the countersignature; their ids. */
    List<UUID> accepted(int count) throws SQLException {
        int before = last;
        copy(count, "'accepted'", true);
        List<UUID> ids = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select id from contract where serial > ? order by serial")) {
            select.setInt(1, FIRST_SERIAL + before);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return ids;
    }

    private void copy(int count, String state, boolean whole) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (int done = 0; done < count; done += BATCH) {
                Copy copy = new Copy(connection, series(last + 1, last + Math.min(BATCH, count - done)));
                contracts(copy, state);
                if (whole) {
                    belongings(copy);
                }
                last += Math.min(BATCH, count - done);
                connection.commit();
            }
        }
    }

    private void contracts(Copy copy, String state) throws SQLException {
        String controller = "(select controller_id from contract where id = '" + model + "')";
        String name = "'Muster ' || lpad(cast(x.n as varchar), 6, '0') || ' Handels AG'";
        copy.of(
                "organisation",
                "t.id = " + controller,
                Map.of("id", id("organisation"), "name", name, "core_name", "lower(" + name + ")"));
        copy.keys(name);
        copy.of(
                "contract",
                "t.id = '" + model + "'",
                Map.of(
                        "id",
                        id("contract"),
                        "serial",
                        FIRST_SERIAL + " + x.n",
                        "number",
                        "'MUSTER-2026-' || cast(" + FIRST_SERIAL + " + x.n as varchar)",
                        "controller_id",
                        id("organisation"),
                        "state",
                        state));
    }

    private void belongings(Copy copy) throws SQLException {
        String ofContract = "t.contract_id = '" + model + "'";
        copy.of("contract_document", ofContract, Map.of("id", id("document"), "contract_id", id("contract")));
        copy.of(
                "personal_link",
                ofContract,
                Map.of(
                        "id", id("link"),
                        "contract_id", id("contract"),
                        "token_hash", "cast(" + id("token") + " as varchar)"));
        copy.of(
                "signature_evidence",
                ofContract,
                Map.of("id", id("evidence"), "contract_id", id("contract"), "link_id", "null"));
        copy.of(
                "outbox_mail",
                "t.about_id = '" + model + "'",
                Map.of(
                        "id",
                        id("mail"),
                        "about_id",
                        id("contract"),
                        "message_id",
                        "cast(" + id("message") + " as varchar)",
                        "state",
                        "'sent'",
                        "secret",
                        "null",
                        "next_attempt_at",
                        "cast(null as timestamp with time zone)"));
        copy.of(
                "trail_entry",
                "t.object_id = '" + model + "'",
                Map.of(
                        "id", "-(cast(x.n as bigint) * 1000000 + t.id)",
                        "object_id", id("contract"),
                        // Nobody verifies these; without a place they would be looked at each second.
                        "position", "-(cast(x.n as bigint) * 1000000 + t.id)",
                        "seal", "cast(null as bytea)"));
    }

    private String series(int from, int to) {
        return postgres
                ? "(select g.n from generate_series(%d, %d) as g(n)) x".formatted(from, to)
                : "(select x as n from system_range(%d, %d)) x".formatted(from, to);
    }

    /** An id as scattered as a random one that is yet the same in every table. */
    private String id(String what) {
        return postgres
                ? "cast(md5('" + what + "' || x.n) as uuid)"
                : "cast(hash('MD5', stringtoutf8('" + what + "' || x.n)) as uuid)";
    }

    private String bytes(String text) {
        return postgres ? "convert_to(" + text + ", 'UTF8')" : "stringtoutf8(" + text + ")";
    }

    /** Copies of one batch. */
    private final class Copy {

        private final Connection connection;
        private final String series;

        Copy(Connection connection, String series) {
            this.connection = connection;
            this.series = series;
        }

        void of(String table, String which, Map<String, String> changed) throws SQLException {
            List<String> columns = columns(table);
            String values = String.join(
                    ", ",
                    columns.stream()
                            .map(column -> changed.getOrDefault(column, "t." + column))
                            .toList());
            execute("insert into %s (%s) select %s from %s t cross join %s where %s"
                    .formatted(table, String.join(", ", columns), values, table, series, which));
        }

        /** The name is found by each of its words. */
        void keys(String name) throws SQLException {
            for (int skipped : new int[] {1, 8, 15}) {
                execute("insert into organisation_key (key_bytes, organisation_id) select %s, %s from %s"
                        .formatted(
                                bytes("substring(lower(" + name + ") from " + skipped + ")"),
                                id("organisation"),
                                series));
            }
        }

        private void execute(String sql) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate(sql);
            }
        }

        private List<String> columns(String table) throws SQLException {
            DatabaseMetaData about = connection.getMetaData();
            List<String> columns = new ArrayList<>();
            String pattern = postgres ? table : table.toUpperCase(Locale.ROOT);
            try (ResultSet rows = about.getColumns(null, postgres ? "public" : "PUBLIC", pattern, "%")) {
                while (rows.next()) {
                    columns.add(rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
                }
            }
            return columns;
        }
    }
}
