package app.countersign.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Partitions of a real PostgreSQL that go as a whole, and those that don't. */
class PartitionsTest {

    private static final UUID RUN = UUID.randomUUID();
    private static final String GONE = "public.log_old";

    private Chats chats;
    private Books books;
    private Running running;
    private Held[] holds = {};

    /** Two partitions that are over, one in which the cut-off lies, an empty one that is to come, and one for all else. */
    @BeforeEach
    void divided() throws Exception {
        chats = Chats.on("postgresql");
        chats.run("create table log (id int, at timestamp with time zone, author varchar(20), primary key (id, at))"
                + " partition by range (at)");
        part("log_older", "minvalue", "current_date - 800");
        part("log_old", "current_date - 800", "current_date - 400");
        part("log_now", "current_date - 400", "current_date + 30");
        part("log_next", "current_date + 30", "current_date + 400");
        chats.run("create table log_rest partition of log default");
        rows(1, 900);
        rows(10, 700);
        rows(20, 390);
        rows(30, 5);
    }

    private void part(String name, String from, String to) throws SQLException {
        chats.run("do $$ begin execute format('create table " + name
                + " partition of log for values from (%s) to (%s)', " + bound(from) + ", " + bound(to) + "); end $$");
    }

    private static String bound(String day) {
        return day.equals("minvalue") ? "'minvalue'" : "quote_literal((" + day + ")::timestamptz)";
    }

    /** Seven of them, in the order of their numbers from that one on. */
    private void rows(int first, int daysAgo) throws SQLException {
        chats.run("insert into log select i, now() - interval '" + daysAgo
                + " days', 'person' || i from generate_series(" + first + ", " + (first + 6) + ") i");
    }

    private void open(String conditions, List<ForeignKey> relations) throws SQLException {
        RuleDetails said = chats.rule("log", "P12M", "at", "zoned", conditions);
        RuleDetails rule = new RuleDetails(
                said.store(),
                said.title(),
                said.categories(),
                said.clause(),
                said.period(),
                said.since(),
                said.fate(),
                said.table(),
                said.ageColumn(),
                said.ageForm(),
                said.conditions(),
                said.replacements(),
                "",
                "author",
                said.guardShare());
        Store store = chats.store();
        Errand errand = new Errand(
                store,
                rule,
                Chats.NOW,
                Cutoff.of(rule.period(), Chats.NOW, store.zone()),
                List.of(),
                List.of(holds),
                relations);
        books = new Books(new Rule(UUID.randomUUID(), rule, new Person("1", "Dora"), Chats.NOW), errand);
        running = new Running(books, new OneMeans(this::work), Runnable::run);
    }

    private Work work(Errand errand) throws SQLException, Trouble {
        Line line = chats.line();
        return new JdbcWork(line, Plan.of(line, errand), errand, new Pseudonyms(new byte[32]));
    }

    private void runToTheEnd() {
        for (int turns = 0; turns < 50 && books.run.state().isOpen(); turns++) {
            try {
                running.goOn(RUN);
            } catch (Books.Killed e) {
                // Another process takes it up.
                continue;
            }
        }
        assertThat(books.run.state()).isEqualTo(RunState.DONE);
    }

    private boolean isThere(String part) throws SQLException {
        return !chats.text("select to_regclass('public." + part + "')").equals("null");
    }

    private void assertAllExpiredAreBooked() throws SQLException {
        assertThat(books.settled).doesNotHaveDuplicates().hasSize(21);
        assertThat(books.run.done()).isEqualTo(21).isEqualTo(books.run.expired());
        assertThat(chats.number("select min(id) from log")).isEqualTo(30);
        assertThat(chats.count("log")).isEqualTo(7);
    }

    @Test
    void whatIsOverGoesAsAWholeAndTheRestRowByRow() throws Exception {
        open("", List.of());
        runToTheEnd();

        assertAllExpiredAreBooked();
        assertThat(isThere("log_old")).isFalse();
        assertThat(isThere("log_older")).isFalse();
        // It has expired rows, too, but is not over; and empty ones are somebody's for later.
        assertThat(isThere("log_now")).isTrue();
        assertThat(isThere("log_next")).isTrue();
        assertThat(isThere("log_rest")).isTrue();
        assertThat(books.wholes).containsExactlyInAnyOrder(GONE, "public.log_older");
        assertThat(books.run.preview().orElseThrow().wholes().names()).containsExactly(GONE, "public.log_older");
        assertThat(books.run.statements().get(0)).startsWith("drop table");
    }

    /** Also between the keys' being written down and the partition's being gone. */
    @Test
    void killedAtAnyStepItReachesTheSameState() throws Exception {
        for (int step = 0; step < 10; step++) {
            divided();
            open("", List.of());
            books.dies = step;
            runToTheEnd();
            assertAllExpiredAreBooked();
        }
    }

    @Test
    void whereSomethingIsHeldTheRestGoesRowByRow() throws Exception {
        holds = new Held[] {new Held(Optional.of("person12"), List.of(), Optional.empty(), Optional.empty())};
        open("", List.of());
        runToTheEnd();

        assertThat(books.wholes).containsExactly("public.log_older");
        assertThat(books.settled).hasSize(20);
        assertThat(chats.number("select count(*) from log_old where id = 12")).isEqualTo(1);
        assertThat(chats.count("log_old")).isEqualTo(1);
    }

    @Test
    void rowsThatTheRuleIsNotAboutKeepTheirPartition() throws Exception {
        open("id <> 12", List.of());
        runToTheEnd();

        assertThat(books.wholes).containsExactly("public.log_older");
        assertThat(chats.count("log_old")).isEqualTo(1);
    }

    @Test
    void rowsToWhichOthersBelongGoOneByOne() throws Exception {
        chats.run("create table reply (log_id int)");
        ForeignKey reply =
                new ForeignKey(chats.table("reply"), List.of("log_id"), chats.table("log"), List.of("id"), true);
        assertOneByOne("retention.whole.dependants", List.of(reply));
    }

    @Test
    void whatSomebodyLooksAtStays() throws Exception {
        chats.run("create view shown as select * from log_old");
        chats.run("create view too as select * from log_older");
        assertOneByOne("retention.whole.watched", List.of());
        assertThat(isThere("log_old")).isTrue();
    }

    /** It would have been told of each row. */
    @Test
    void aTriggerIsToldOfEachRow() throws Exception {
        chats.run("create function told() returns trigger language plpgsql as $$ begin return old; end $$");
        chats.run("create trigger told before delete on log for each row execute function told()");
        assertOneByOne("retention.whole.watched", List.of());
    }

    private void assertOneByOne(String why, List<ForeignKey> relations) throws SQLException {
        open("", relations);
        running.goOn(RUN);
        Wholes wholes = books.run.preview().orElseThrow().wholes();
        assertThat(wholes.names()).isEmpty();
        assertThat(wholes.oneByOne().orElseThrow().key()).isEqualTo(why);
        running.goOn(RUN);
        assertThat(books.wholes).isEmpty();
        assertThat(books.run.state()).isEqualTo(RunState.DONE);
        assertAllExpiredAreBooked();
    }

    @Test
    void whoeverDoesNotOwnItDeletesRows() throws Exception {
        String role = "sweeper" + System.nanoTime();
        chats.run("create role " + role);
        chats.run("grant select, delete on log to " + role);
        open("", List.of());
        running = new Running(
                books,
                new OneMeans(errand -> {
                    Line line = chats.line();
                    Product.run(line.connection(), "set role " + role);
                    line.commit();
                    return new JdbcWork(line, Plan.of(line, errand), errand, new Pseudonyms(new byte[32]));
                }),
                Runnable::run);
        runToTheEnd();

        assertAllExpiredAreBooked();
        assertThat(isThere("log_old")).isTrue();
        assertThat(books.run
                        .preview()
                        .orElseThrow()
                        .wholes()
                        .oneByOne()
                        .orElseThrow()
                        .key())
                .isEqualTo("retention.whole.owner");
    }
}
