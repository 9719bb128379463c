package app.countersign.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Deadlines that were put into the database of a running application, all under one mark, and what was said about them. */
final class ManyDeadlines {

    private final DataSource database;
    private final String mark;
    private final int count;

    private ManyDeadlines(DataSource database, String mark, int count) {
        this.database = database;
        this.mark = mark;
        this.count = count;
    }

    /**
     * Deadlines of a month that warn once at nine tenths of it, a second from now, and fall due some seconds later.
     *
     * @param mark a word that is nobody else's
     */
    static ManyDeadlines warningAndDue(DataSource database, String mark, int count, int dueInSeconds)
            throws SQLException {
        ManyDeadlines many = new ManyDeadlines(database, mark, count);
        many.insert(dueInSeconds, true);
        return many;
    }

    /** Deadlines that do nothing but fall due. */
    static ManyDeadlines due(DataSource database, String mark, int count, int inSeconds) throws SQLException {
        ManyDeadlines many = new ManyDeadlines(database, mark, count);
        many.insert(inSeconds, false);
        return many;
    }

    private void insert(int dueInSeconds, boolean warns) throws SQLException {
        String due = "now() + interval '" + dueInSeconds + " s'";
        // Of the whole time nine tenths are gone a second from now.
        String start = warns ? "now() - interval '" + (9 * dueInSeconds - 10) + " s'" : "now() - interval '1 hour'";
        String next = warns ? start + " + (" + due + " - (" + start + ")) * 0.9" : due;
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into deadline (id, subject_kind, subject_id, part_id, subject_name, subject_path,"
                                + " processor_id, kind, clause, rule, zone, starts_at, due_at, legal_end_at, warnings,"
                                + " told, state, escalations, next_alarm_at, version)"
                                + " select gen_random_uuid(), 'breach', gen_random_uuid(), ?::uuid, ? || n || '.',"
                                + " '/', (select id from organisation where code = 'okomo'), 'notify-controller',"
                                + " 'gdpr 33(2)', 'PT1H', 'Europe/Zurich', "
                                + start + ", " + due + ", " + due + ", ?, 'dpo', 'running', 0, " + next
                                + ", 1 from generate_series(1, ?) n")) {
            insert.setString(1, "00000000-0000-0000-0000-000000000000");
            insert.setString(2, mark);
            insert.setString(3, warns ? "90" : "");
            insert.setInt(4, count);
            insert.executeUpdate();
        }
    }

    int count() {
        return count;
    }

    /** How many alarms of that name were said. */
    int said(String alarm) {
        return Integer.parseInt(strings("select count(*) from deadline_alarm a join deadline d on d.id = a.deadline_id"
                        + " where a.name = '" + alarm + "' and d.subject_name like '" + mark + "%'")
                .get(0));
    }

    /** Seconds from the instant of an alarm until it was said: the longest. */
    double latest() {
        return Double.parseDouble(strings("select max(extract(epoch from a.fired_at - a.due_at)) from deadline_alarm a"
                        + " join deadline d on d.id = a.deadline_id where d.subject_name like '" + mark + "%'")
                .get(0));
    }

    /** Of each deadline each alarm once: as a row, with its true instant, in the trail, and in one mail to each reader. */
    void assertSaidOnce(boolean warned) {
        assertThat(said("due")).isEqualTo(count);
        assertThat(said("warning-90")).isEqualTo(warned ? count : 0);
        assertThat(strings("select d.id from deadline d join deadline_alarm a on a.deadline_id = d.id"
                        + " where d.subject_name like '" + mark + "%' and a.name = 'due' and (a.due_at <> d.due_at"
                        + " or d.state <> 'overdue' or d.flagged_at <> a.fired_at or a.fired_at < a.due_at)"))
                .isEmpty();
        List<String> missed = strings("select facts::json ->> 'deadline' from trail_entry where event_name ="
                + " 'deadline-missed' and facts::json ->> 'deadline' in (select cast(id as text) from deadline"
                + " where subject_name like '" + mark + "%')");
        assertThat(missed).doesNotHaveDuplicates().hasSize(count);
        assertThatEachReaderIsToldOnce();
    }

    private void assertThatEachReaderIsToldOnce() {
        Pattern told = Pattern.compile("(?:Jetzt fällig|Due now): .* – (" + mark + "\\d+\\.)");
        for (String reader : strings("select distinct recipient from outbox_mail where body like '%" + mark + "%'")) {
            List<String> names = new ArrayList<>();
            strings("select body from outbox_mail where recipient = '" + reader + "' and body like '%" + mark + "%'")
                    .forEach(body -> told.matcher(body).results().forEach(found -> names.add(found.group(1))));
            assertThat(names).as(reader).doesNotHaveDuplicates().hasSize(count);
        }
        assertThat(strings("select distinct recipient from outbox_mail where body like '%" + mark + "%'"))
                .isNotEmpty();
    }

    /** The Message-IDs of the mails that tell of them. */
    List<String> mails() {
        return strings("select message_id from outbox_mail where body like '%" + mark + "%'");
    }

    int unsent() {
        return strings("select id from outbox_mail where state <> 'sent' and body like '%" + mark + "%'")
                .size();
    }

    private List<String> strings(String query) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
