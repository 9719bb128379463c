package app.countersign.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is deleted in real databases, and what is not. */
class JdbcWorkTest {

    private static final String POSTGRES = "postgresql";
    private static final String H2 = "h2";

    private static Taken takeAll(JdbcWork work) throws Trouble {
        Taken taken = work.take(Optional.empty(), 1000).orElseThrow();
        work.commit();
        return taken;
    }

    private static String doubt(Trouble e) {
        return e.reason().key();
    }

    @ParameterizedTest
    @ValueSource(strings = {POSTGRES, H2})
    void rowsGoWithWhatBelongsToThemAndNothingElse(String product) throws Exception {
        Chats chats = Chats.on(product).withMessages();
        RuleDetails rule = chats.rule("message", "P12M", "sent_at", "zoned", "");

        try (JdbcWork work = chats.work(rule)) {
            Preview preview = work.preview();
            assertThat(preview.rows()).isEqualTo(24);
            assertThat(preview.expired()).isBetween(11L, 12L);
            String messages = chats.table("message").toString();
            long expired = preview.expired();
            assertThat(preview.dependants())
                    .isEqualTo(Map.of(
                            chats.table("part").toString(),
                            2 * expired,
                            chats.table("attachment").toString(),
                            expired));
            assertThat(preview.byMonth().values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum()
                            + preview.earlier())
                    .isEqualTo(expired);

            Taken taken = takeAll(work);
            assertThat(taken.keys()).hasSize((int) expired);
            assertThat(taken.counts())
                    .containsEntry(messages, expired)
                    .containsEntry(chats.table("part").toString(), 2 * expired);
            assertThat(work.take(Optional.of(taken.last()), 1000)).isEmpty();
            assertThat(chats.count("message")).isEqualTo(24 - expired);
            assertThat(chats.count("attachment")).isEqualTo(24 - expired);
            assertThat(chats.count("part")).isEqualTo(2 * (24 - expired));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {POSTGRES, H2})
    void batchesFollowEachOtherAndWhatIsNotCommittedIsUndone(String product) throws Exception {
        Chats chats = Chats.on(product).withMessages();
        RuleDetails rule = chats.rule("message", "P12M", "sent_at", "zoned", "status = closed");

        try (JdbcWork work = chats.work(rule)) {
            Taken first = work.take(Optional.empty(), 4).orElseThrow();
            work.rollback();
            assertThat(chats.count("message")).isEqualTo(24);
            assertThat(work.remaining(first.keys())).isEqualTo(4);

            Taken again = work.take(Optional.empty(), 4).orElseThrow();
            work.commit();
            assertThat(again.keys()).isEqualTo(first.keys());
            assertThat(work.remaining(first.keys())).isZero();
            assertThat(work.takeAgain(first.keys())).isEmpty();
            Taken next = work.take(Optional.of(again.last()), 4).orElseThrow();
            assertThat(next.keys()).doesNotContainAnyElementsOf(first.keys());
        }
        assertThat(chats.count("message")).isEqualTo(20);
    }

    /** Each form with one row that has just expired, and one that has not. */
    /** To look for more would go through whatever stays; what expires meanwhile is the next run's. */
    @ParameterizedTest
    @ValueSource(strings = {POSTGRES, H2})
    void whatWasReadToItsEndIsNotLookedForAgain(String product) throws Exception {
        Chats chats = Chats.on(product).withMessages();
        RuleDetails rule = chats.rule("message", "P12M", "sent_at", "zoned", "");

        try (JdbcWork work = chats.work(rule)) {
            Taken first = work.take(Optional.empty(), 4).orElseThrow();
            work.commit();
            Taken rest = work.take(Optional.of(first.last()), 1000).orElseThrow();
            work.commit();
            chats.run(
                    "insert into message (id, sent_at, author, tenant, status) values (99, current_timestamp - interval"
                            + " '900' day, 'person1', 'T1', 'closed')");
            assertThat(work.take(Optional.of(rest.last()), 1000)).isEmpty();
        }
        try (JdbcWork work = chats.work(rule)) {
            assertThat(work.take(Optional.empty(), 1000).orElseThrow().keys()).containsExactly("99");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql, timestamp, timestamp", "postgresql, timestamp with time zone, zoned",
        "postgresql, date, date", "postgresql, bigint, epoch-seconds",
        "postgresql, bigint, epoch-millis", "postgresql, varchar(40), iso-text",
        "postgresql, integer, epoch-seconds", "postgresql, numeric(20), epoch-seconds",
        "h2, integer, epoch-seconds", "h2, numeric(20), epoch-seconds",
        "h2, timestamp, timestamp", "h2, timestamp with time zone, zoned",
        "h2, date, date", "h2, bigint, epoch-seconds",
        "h2, bigint, epoch-millis", "h2, varchar(40), iso-text"
    })
    void everyFormOfATimeIsRead(String product, String type, String form) throws Exception {
        Chats chats = Chats.on(product);
        chats.run("create table log (id int primary key, at " + type + ")");
        long now = Chats.NOW.getEpochSecond();
        long day = 24 * 3600;
        // Expired for days, not expired, to come, and zero.
        long[] ages = {now - 34 * day, now - 28 * day, now + 400 * day, 0};
        for (int i = 0; i < ages.length; i++) {
            chats.run("insert into log (id, at) values (" + i + ", " + literal(type, form, ages[i]) + ")");
        }
        chats.run("insert into log (id, at) values (9, null)");

        try (JdbcWork work = chats.work(chats.rule("log", "P30D", "at", form, ""))) {
            Preview preview = work.preview();
            assertThat(preview.expired()).isEqualTo(1);
            assertThat(preview.undated()).isEqualTo(1);
            assertThat(preview.future()).isEqualTo(1);
            assertThat(preview.implausible()).isEqualTo(1);
            assertThat(preview.month()).isEqualTo(1);
            assertThat(preview.oldest().orElseThrow().getEpochSecond()).isBetween(ages[0] - 2 * day, ages[0] + day);
            assertThat(takeAll(work).keys()).containsExactly("0");
        }
    }

    /** "20 Jan" comes before "2025" in every order of letters. */
    @ParameterizedTest
    @ValueSource(strings = {POSTGRES, H2})
    void aTextThatSaysNoDayDeletesNothing(String product) throws Exception {
        Chats chats = Chats.on(product);
        chats.run("create table log (id int primary key, at varchar(40))");
        chats.run("insert into log values (1, '20 Jan 2026'), (2, '20.01.2020'), (3, '2020/01/20'), (4, '20200120'),"
                + " (5, '19ab-01-01'), (6, ''), (7, '2020-01-20 10:00')");

        try (JdbcWork work = chats.work(chats.rule("log", "P30D", "at", "iso-text", ""))) {
            assertThat(work.preview().undated()).isEqualTo(6);
            assertThat(takeAll(work).keys()).containsExactly("7");
        }
        chats.run("insert into log values (8, '2020-02-31')");
        try (JdbcWork work = chats.work(chats.rule("log", "P30D", "at", "iso-text", ""))) {
            assertThat(work.preview().oldest()).isEmpty();
        }
    }

    private static String literal(String type, String form, long seconds) {
        String instant = java.time.Instant.ofEpochSecond(seconds).toString();
        return switch (form) {
            case "epoch-seconds" -> String.valueOf(seconds);
            case "epoch-millis" -> seconds + "000";
            case "iso-text" -> "'" + instant + "'";
            case "date" -> "date '" + instant.substring(0, 10) + "'";
            case "zoned" ->
                "timestamp with time zone '" + instant.replace("T", " ").replace("Z", "+00") + "'";
            default -> "timestamp '" + instant.replace("T", " ").replace("Z", "") + "'";
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {POSTGRES, H2})
    void namesThatAreQuotedMixedOrMeantToInjectAreOnlyNames(String product) throws Exception {
        Chats chats = Chats.on(product);
        chats.run("create table bystander (id int primary key)");
        chats.run("insert into bystander values (1)");
        String evil = "x\"; delete from bystander; --";
        chats.run("create table \"Log\"\"Entry\" (\"Key\" varchar(60), \"order\" int, \"" + evil.replace("\"", "\"\"")
                + "\" date, primary key (\"Key\", \"order\"))");
        chats.run(
                "insert into \"Log\"\"Entry\" values ('it''s; drop', 1, date '2020-01-01'), ('b', 2, date '2020-01-01'),"
                        + " ('b', 3, current_date)");
        RuleDetails rule = new RuleEntry(
                        java.util.UUID.randomUUID().toString(),
                        "Log",
                        "",
                        "c",
                        "P30D",
                        "stored",
                        "delete",
                        chats.table("Log\"Entry").toString(),
                        evil,
                        "date",
                        "Key <> ' or 1 = 1; --",
                        "",
                        "",
                        "",
                        "")
                .read();

        try (JdbcWork work = chats.work(rule)) {
            Taken first = work.take(Optional.empty(), 1).orElseThrow();
            work.commit();
            Taken second = work.take(Optional.of(first.last()), 5).orElseThrow();
            work.commit();
            assertThat(second.keys()).hasSize(1);
        }
        assertThat(chats.count("\"Log\"\"Entry\"")).isEqualTo(1);
        assertThat(chats.count("bystander")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {POSTGRES, H2})
    void aRelationThatIsOnlyAConventionGoesFirstToo(String product) throws Exception {
        Chats chats = Chats.on(product).withMessages();
        chats.run("create table reaction (id int primary key, message bigint)");
        chats.run("insert into reaction values (1, 23), (2, 0)");
        ForeignKey convention = new ForeignKey(
                chats.table("reaction"), List.of("message"), chats.table("message"), List.of("id"), true);

        try (JdbcWork work = chats.work(chats.rule("message", "P12M", "sent_at", "zoned", ""), List.of(convention))) {
            assertThat(takeAll(work).counts())
                    .containsEntry(chats.table("reaction").toString(), 1L);
        }
        assertThat(chats.number("select min(id) from reaction")).isEqualTo(2);
    }

    /** A column that the parent lacks would be the child's own, and fit all its rows. */
    @ParameterizedTest
    @ValueSource(strings = {POSTGRES, H2})
    void aRelationOfWhatIsNotThereDeletesNothing(String product) throws Exception {
        Chats chats = Chats.on(product).withMessages();
        chats.run("create table reaction (id int primary key, message bigint)");
        RuleDetails rule = chats.rule("message", "P12M", "sent_at", "zoned", "");

        assertDoubt(chats, rule, related(chats, "reaction", "message", "message"), "column-gone");
        assertDoubt(chats, rule, related(chats, "reaction", "gone", "id"), "column-gone");
        assertDoubt(chats, rule, related(chats, "nothing", "message", "id"), "table-gone");
    }

    private static ForeignKey related(Chats chats, String child, String column, String parentColumn) {
        return new ForeignKey(chats.table(child), List.of(column), chats.table("message"), List.of(parentColumn), true);
    }

    private static void assertDoubt(Chats chats, RuleDetails rule, ForeignKey relation, String doubt) {
        assertThatThrownBy(() -> chats.work(rule, List.of(relation)))
                .isInstanceOfSatisfying(Trouble.class, e -> assertThat(doubt(e)).isEqualTo("retention.doubt." + doubt));
    }

    @ParameterizedTest
    @ValueSource(strings = {POSTGRES, H2})
    void rowsThatTheDatabaseItselfLetsGoOfStay(String product) throws Exception {
        Chats chats = Chats.on(product).withMessages();
        chats.run("create table note (id int primary key, message_id bigint references message (id)"
                + " on delete set null)");
        chats.run("insert into note values (1, 23)");

        try (JdbcWork work = chats.work(chats.rule("message", "P12M", "sent_at", "zoned", ""))) {
            assertThat(takeAll(work).counts())
                    .doesNotContainKey(chats.table("note").toString());
        }
        assertThat(chats.text("select message_id from note")).isEqualTo("null");
    }

    /** A younger message that answers one which goes stays, and answers nothing any more. */
    @ParameterizedTest
    @ValueSource(strings = {POSTGRES, H2})
    void aReferenceBackIsEmptied(String product) throws Exception {
        Chats chats = Chats.on(product).withMessages();
        chats.run("update message set reply_to = 23 where id = 0");

        try (JdbcWork work = chats.work(chats.rule("message", "P12M", "sent_at", "zoned", ""))) {
            assertThat(takeAll(work).keys()).contains("23");
        }
        assertThat(chats.text("select reply_to from message where id = 0")).isEqualTo("null");
    }

    @ParameterizedTest
    @ValueSource(strings = {POSTGRES, H2})
    void aHoldBeatsTheRule(String product) throws Exception {
        Chats chats = Chats.on(product).withMessages();
        RuleDetails said = chats.rule("message", "P12M", "sent_at", "zoned", "");
        RuleDetails rule = withColumns(said, "tenant", "author");
        Held person = new Held(Optional.of("person1"), List.of(), Optional.empty(), Optional.empty());
        Held tenant = new Held(Optional.of("person2"), List.of("T1"), Optional.empty(), Optional.empty());
        chats.run("update message set author = null where id = 21");

        try (JdbcWork work = chats.work(rule, person, tenant)) {
            Preview preview = work.preview();
            Taken taken = takeAll(work);
            assertThat(preview.expired()).isEqualTo(taken.keys().size());
            assertThat(taken.keys()).contains("21");
            assertThat(preview.held()).isGreaterThan(4);
        }
        assertThat(chats.number("select count(*) from message where author = 'person1'"))
                .isEqualTo(8);
        assertThat(chats.number("select count(*) from message where author = 'person2' and tenant = 'T1' and id > 12"))
                .isEqualTo(2);
        assertThat(chats.number("select count(*) from message where author = 'person0' and id > 13"))
                .isZero();
        assertThatThrownBy(() -> chats.work(said, person))
                .isInstanceOfSatisfying(
                        Trouble.class, e -> assertThat(doubt(e)).isEqualTo("retention.doubt.hold-person"));
    }

    private static RuleDetails withColumns(RuleDetails said, String controller, String subject) {
        return new RuleDetails(
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
                controller,
                subject,
                said.guardShare());
    }

    @ParameterizedTest
    @ValueSource(strings = {POSTGRES, H2})
    void namedColumnsAreAnonymisedOnceAndTheRestStays(String product) throws Exception {
        Chats chats = Chats.on(product);
        chats.run("create table applicant (id int primary key, name varchar(60), email varchar(60), born date,"
                + " note varchar(60), city varchar(60), applied date)");
        chats.run("insert into applicant values (1, 'Ada', 'ada@a.example', date '1999-12-31', 'x', 'Aachen',"
                + " date '2024-01-31'), (2, 'Bea', 'ada@a.example', null, 'y', 'Bonn', date '2024-01-31'),"
                + " (3, 'Cem', 'cem@a.example', date '1999-12-31', 'z', 'Celle', current_date)");
        RuleDetails rule = chats.rule(
                "applicant",
                "P12M",
                "applied",
                "date",
                "",
                "anonymise",
                "name = null\nemail = hash\nborn = year\nnote = \"entfernt\"");

        try (JdbcWork work = chats.work(rule)) {
            assertThat(takeAll(work).keys()).containsExactly("1", "2");
            assertThat(work.take(Optional.empty(), 10)).isEmpty();
        }
        assertThat(chats.number("select count(*) from applicant where name is null and note = 'entfernt'"))
                .isEqualTo(2);
        assertThat(chats.text("select min(email) from applicant where id < 3"))
                .startsWith("anon:")
                .isEqualTo(chats.text("select max(email) from applicant where id < 3"));
        assertThat(chats.text("select born from applicant where id = 1")).isEqualTo("1999-01-01");
        assertThat(chats.text("select city from applicant where id = 1")).isEqualTo("Aachen");
        assertThat(chats.text("select name from applicant where id = 3")).isEqualTo("Cem");
    }

    @ParameterizedTest
    @ValueSource(strings = {POSTGRES, H2})
    void inDoubtNothingIsDeleted(String product) throws Exception {
        Chats chats = Chats.on(product).withMessages();
        chats.run("create view recent as select * from message");
        chats.run("create table heap (at date)");
        chats.run("create table ring (id int primary key, at date, other int not null references ring (id))");

        assertDoubt(chats, chats.rule("nothing", "P12M", "sent_at", "zoned", ""), "table-gone");
        assertDoubt(chats, chats.rule("recent", "P12M", "sent_at", "zoned", ""), "view");
        assertDoubt(chats, chats.rule("heap", "P12M", "at", "date", ""), "no-key");
        assertDoubt(chats, chats.rule("message", "P12M", "gone", "zoned", ""), "column-gone");
        assertDoubt(chats, chats.rule("message", "P12M", "sent_at", "zoned", "gone = 1"), "column-gone");
        assertDoubt(chats, chats.rule("message", "P12M", "sent_at", "date", ""), "type-changed");
        assertDoubt(chats, chats.rule("message", "P12M", "author", "epoch-millis", ""), "type-changed");
        assertDoubt(chats, chats.rule("ring", "P12M", "at", "date", ""), "cycle");
        assertDoubt(
                chats, chats.rule("message", "P12M", "sent_at", "zoned", "", "anonymise", "id = null"), "key-replaced");
        assertDoubt(
                chats,
                chats.rule("message", "P12M", "sent_at", "zoned", "", "anonymise", "author = month"),
                "replacement");
    }

    private static void assertDoubt(Chats chats, RuleDetails rule, String doubt) {
        assertThatThrownBy(() -> chats.work(rule))
                .isInstanceOfSatisfying(Trouble.class, e -> assertThat(doubt(e)).isEqualTo("retention.doubt." + doubt));
    }

    /** Seconds that are taken for milliseconds would all be of January 1970: then none of them goes. */
    @ParameterizedTest
    @ValueSource(strings = {POSTGRES, H2})
    void aWrongUnitDeletesNothing(String product) throws Exception {
        Chats chats = Chats.on(product);
        chats.run("create table log (id int primary key, at bigint)");
        chats.run("insert into log values (1, " + Chats.NOW.getEpochSecond() + "), (2, 1500000000)");

        try (JdbcWork work = chats.work(chats.rule("log", "P30D", "at", "epoch-millis", ""))) {
            assertThat(work.preview().implausible()).isEqualTo(2);
            assertThat(work.take(Optional.empty(), 10)).isEmpty();
        }
        chats.run("update log set at = at * 1000");
        try (JdbcWork work = chats.work(chats.rule("log", "P30D", "at", "epoch-seconds", ""))) {
            assertThat(work.preview().future()).isEqualTo(2);
            assertThat(work.take(Optional.empty(), 10)).isEmpty();
        }
    }

    @Test
    void aTriggerThatRefusesOrAKeyThatForbidsUndoesTheBatch() throws Exception {
        Chats chats = Chats.on(POSTGRES).withMessages();
        chats.run("create function no() returns trigger language plpgsql as"
                + " $$ begin raise exception 'secret of %', old.author; end $$");
        chats.run("create trigger no before delete on message for each row when (old.id = 23) execute function no()");

        try (JdbcWork work = chats.work(chats.rule("message", "P12M", "sent_at", "zoned", ""))) {
            assertThatThrownBy(() -> work.take(Optional.empty(), 1000)).isInstanceOfSatisfying(Trouble.class, e -> {
                assertThat(doubt(e)).isEqualTo("retention.problem.trigger");
                assertThat(e.reason().args()).noneMatch(arg -> arg.toString().contains("secret"));
                assertThat(e.isPassing()).isFalse();
            });
        }
        assertThat(chats.count("part")).isEqualTo(48);
    }

    @Test
    void aRowThatSomebodyElseHoldsIsTriedLater() throws Exception {
        Chats chats = Chats.on(POSTGRES).withMessages();
        try (var other = chats.connection();
                JdbcWork work = chats.work(chats.rule("message", "P12M", "sent_at", "zoned", ""))) {
            other.setAutoCommit(false);
            Product.run(other, "update message set status = 'open' where id = 20");
            assertThatThrownBy(() -> work.take(Optional.empty(), 1000))
                    .isInstanceOfSatisfying(
                            Trouble.class, e -> assertThat(e.isPassing()).isTrue());
            other.rollback();
            assertThat(takeAll(work).keys()).contains("20");
        }
    }

    @Test
    void rightsAreHeldAgainstWhatIsNeeded() throws Exception {
        Chats chats = Chats.on(POSTGRES).withMessages();
        String role = "eraser" + System.nanoTime();
        chats.run("create role " + role);
        chats.run("grant select, delete on message, attachment to " + role);
        chats.run("grant select (attachment_id), insert on part to " + role);
        JdbcWork work = chats.work(chats.rule("message", "P12M", "sent_at", "zoned", ""));
        try (Line line = chats.line()) {
            Product.run(line.connection(), "set role " + role);
            Errand errand = new Errand(
                    chats.store(),
                    chats.rule("message", "P12M", "sent_at", "zoned", ""),
                    Chats.NOW,
                    new Cutoff(Chats.NOW),
                    List.of(),
                    List.of(),
                    List.of());
            Grants grants = new Rights(line, Plan.of(line, errand)).judge();

            // Rows that answer others let go of them: that needs an update.
            assertThat(grants.missing()).containsExactly("UPDATE on public.message", "DELETE on public.part");
            assertThat(grants.excess()).containsExactly("INSERT on public.part");
        }
        assertThat(work.grants().excess()).contains("SUPERUSER");
        work.close();
    }

    @Test
    void thePlanChangesWithTheSchemaAndNotWithTheNight() throws Exception {
        Chats chats = Chats.on(H2).withMessages();
        RuleDetails rule = chats.rule("message", "P12M", "sent_at", "zoned", "");
        String before = fingerprint(chats, rule);

        assertThat(fingerprint(chats, rule)).isEqualTo(before);
        assertThat(fingerprint(chats, chats.rule("message", "P12M", "sent_at", "zoned", "id > 3")))
                .isNotEqualTo(before);
        chats.run("create table invoice (id int primary key, message_id bigint references message (id))");
        assertThat(fingerprint(chats, rule)).isNotEqualTo(before);
    }

    private static String fingerprint(Chats chats, RuleDetails rule) throws SQLException, Trouble {
        try (JdbcWork work = chats.work(rule)) {
            assertThat(work.statements())
                    .allSatisfy(statement -> assertThat(statement).doesNotContain("?"));
            return work.fingerprint();
        }
    }
}
