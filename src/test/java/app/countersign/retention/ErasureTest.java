package app.countersign.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.document.PdfA;
import app.countersign.kernel.Country;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import app.countersign.party.Organisation;
import app.countersign.party.OrganisationDetails;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One person's rows, of whatever age, in real databases; and what is told of them afterwards. */
class ErasureTest {

    private static final String POSTGRES = "postgresql";
    private static final String H2 = "h2";

    private static RuleDetails rule(Chats chats, String table, String subject, String conditions) {
        return TypedRule.about(chats.table(table))
                .only(conditions)
                .controller("tenant")
                .subject(subject)
                .read();
    }

    static Store storeOf(RuleDetails rule) {
        return new Store(
                rule.store(),
                new StoreDetails(
                        "Chats",
                        StoreKind.JDBC,
                        "",
                        "",
                        java.time.ZoneId.of("Europe/Zurich"),
                        Optional.<java.time.Period>empty(),
                        ""),
                "Dora Weber",
                Chats.NOW);
    }

    private static JdbcWork work(Chats chats, RuleDetails rule, Sought sought, List<String> tenants, Held... holds)
            throws SQLException, Trouble {
        Errand errand = new Errand(
                storeOf(rule),
                rule,
                Chats.NOW,
                new Cutoff(Chats.NOW),
                tenants,
                List.of(holds),
                List.of(),
                Optional.of(sought),
                List.of());
        Line line = chats.line();
        try {
            return new JdbcWork(line, Plan.of(line, errand), errand, new Pseudonyms(new byte[32]));
        } catch (Trouble e) {
            line.close();
            throw e;
        }
    }

    private static Sought anybody(String... persons) {
        return new Sought(List.of(persons), false);
    }

    private static Held person(String name) {
        return new Held(Optional.of(name), List.of(), Optional.empty(), Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {POSTGRES, H2})
    void onePersonsRowsGoHoweverOldTheyAreAndNobodyElses(String product) throws Exception {
        Chats chats = Chats.on(product).withMessages();
        chats.run("insert into message (id, sent_at, author, status) values (90, null, 'person1', 'open')");

        try (JdbcWork work = work(chats, rule(chats, "message", "author", ""), anybody("person1"), List.of())) {
            Preview preview = work.preview();
            assertThat(preview.rows()).isEqualTo(9);
            assertThat(preview.expired()).isEqualTo(9);
            assertThat(preview.dependants())
                    .isEqualTo(Map.of(
                            chats.table("part").toString(), 16L,
                            chats.table("attachment").toString(), 8L));
            assertThat(work.statements().toString()).doesNotContain("person1").contains("…");
            assertThat(work.take(Optional.empty(), 100).orElseThrow().keys()).hasSize(9);
            work.commit();
        }
        assertThat(chats.count("message")).isEqualTo(16);
        assertThat(chats.number("select count(*) from message where author = 'person1'"))
                .isZero();
        assertThat(chats.count("part")).isEqualTo(32);
    }

    @ParameterizedTest
    @ValueSource(strings = {POSTGRES, H2})
    void aHoldAConditionAndAnotherControllerKeepRowsOfThePerson(String product) throws Exception {
        Chats chats = Chats.on(product).withMessages();
        chats.run("update message set status = 'open' where id = 4");

        try (JdbcWork work =
                work(chats, rule(chats, "message", "author", ""), anybody("person1"), List.of(), person("person1"))) {
            assertThat(work.preview().held()).isEqualTo(8);
            assertThat(work.take(Optional.empty(), 100)).isEmpty();
        }
        try (JdbcWork work =
                work(chats, rule(chats, "message", "author", "status = closed"), anybody("person1"), List.of())) {
            assertThat(work.preview().rows()).isEqualTo(8);
            assertThat(work.preview().expired()).isEqualTo(7);
        }
        Sought ofOne = new Sought(List.of("person1"), true);
        try (JdbcWork work = work(chats, rule(chats, "message", "author", ""), ofOne, List.of("T1"))) {
            assertThat(work.preview().rows()).isEqualTo(4);
            assertThat(work.preview().expired()).isEqualTo(4);
        }
        try (JdbcWork work = work(chats, rule(chats, "message", "author", ""), ofOne, List.of())) {
            assertThat(work.take(Optional.empty(), 100)).isEmpty();
        }
    }

    /** Stores call the same person by an address, a number, an id: what a column can't hold is nobody there. */
    @ParameterizedTest
    @ValueSource(strings = {POSTGRES, H2})
    void aNameThatIsNoNumberIsNobodyAmongNumbers(String product) throws Exception {
        Chats chats = Chats.on(product).withMessages();
        String id = "5cf8a1a2-2c77-4c7f-8a5c-6f4d8f6d2c11";
        chats.run("create table login (id int primary key, sent_at timestamp with time zone, tenant varchar(9),"
                + " person bigint, small int, ref uuid); insert into login (id, person, small, ref) values"
                + " (1, 4711, 4711, '" + id + "'), (2, 4712, 4712, null)");
        Sought sought = anybody("anna@example.org", "4711", id, "99999999999");

        for (String column : List.of("person", "small", "ref")) {
            try (JdbcWork work = work(chats, rule(chats, "login", column, ""), sought, List.of())) {
                assertThat(work.take(Optional.empty(), 100).orElseThrow().keys())
                        .as(column)
                        .containsExactly("1");
            }
        }
        try (JdbcWork work = work(chats, rule(chats, "login", "person", ""), anybody("anna@example.org"), List.of())) {
            assertThat(work.preview().expired()).isZero();
            assertThat(work.take(Optional.empty(), 100)).isEmpty();
        }
        assertThatThrownBy(() -> work(
                        chats,
                        rule(chats, "login", "person", ""),
                        anybody("4711"),
                        List.of(),
                        person("anna@example.org")))
                .isInstanceOf(Trouble.class)
                .hasMessage("retention.doubt.hold-form");
    }

    @Test
    void whatANameLooksLikeIsOnlyEverAValue() throws Exception {
        Chats chats = Chats.on(H2).withMessages();
        Sought sought = anybody("person1' or '1' = '1", "\"; drop table message; --");

        try (JdbcWork work = work(chats, rule(chats, "message", "author", ""), sought, List.of())) {
            assertThat(work.take(Optional.empty(), 100)).isEmpty();
        }
        assertThat(chats.count("message")).isEqualTo(24);
    }

    @Test
    void whoItIsStandsOnlyWhereItIsForgotten() {
        ErasureEntry telling =
                new ErasureEntry("okomo", "anna@example.org\n4711", "", "gdpr 17", "Mail of ANNA@example.org");
        ErasureEntry discreet = new ErasureEntry("okomo", " anna@example.org \n\n4711\n4711", "", "gdpr 17", "R-12");

        assertThatThrownBy(telling::why).isInstanceOf(Invalid.class);
        assertThat(discreet.why()).isEqualTo("R-12");
        assertThat(discreet.named()).containsExactly("anna@example.org", "4711");
        assertThat(discreet.toString()).doesNotContain("anna");
        assertThat(anybody("anna").toString()).doesNotContain("anna");
        assertThatThrownBy(() -> new ErasureEntry("okomo", "x\n".repeat(9) + "a\nb\n".repeat(20), "", "", "").cited())
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new ErasureEntry("okomo", numbers(21), "", "c", "r").named())
                .isInstanceOf(Invalid.class);
    }

    private static String numbers(int count) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append(i).append('\n');
        }
        return lines.toString();
    }

    @Test
    void theProtocolProvesWhoItWasWithoutSayingIt() throws Exception {
        Chats chats = Chats.on(H2).withMessages();
        Organisation okomo = new Organisation(
                "okomo",
                new OrganisationDetails("Okomo AG", "Wollerau", new Country("CH"), "", Locale.GERMAN),
                java.time.ZoneId.of("Europe/Zurich"),
                Chats.NOW);
        RuleDetails details = rule(chats, "message", "author", "");
        Rule rule = new Rule(okomo.id(), details, new Person("1", "Dora"), Chats.NOW);
        Pseudonyms pseudonyms = new Pseudonyms(new byte[32]);
        String hash = pseudonyms.of("retention-person", "person1");
        UUID id = UUID.randomUUID();
        Erasure erasure = new Erasure(
                id,
                okomo.id(),
                Optional.empty(),
                new byte[] {1},
                List.of(hash),
                "gdpr 17",
                "R-12",
                new Person("1", "Dora"),
                Chats.NOW);
        Run run = new Run(rule, new Cutoff(Chats.NOW), new Person("1", "Dora"), Chats.NOW).of(erasure);
        try (JdbcWork work = work(chats, details, anybody("person1"), List.of())) {
            run.counted(work.preview(), work.statements(), work.fingerprint(), Optional.empty(), Chats.NOW);
        }
        run.did(8, Map.of("public.message", 8L), Optional.of(new byte[0]), 8);
        run.finish(Chats.NOW);
        erasure.end(Chats.NOW);
        HandDeletion byHand = new HandDeletion(
                        12,
                        okomo.id(),
                        new HandDeletion.Order("HubSpot", "gdpr 17", ""),
                        java.time.LocalDate.of(2026, 11, 1),
                        Chats.NOW,
                        Chats.NOW)
                .of(erasure);
        byHand.done("Dora", "Anna is gone: person1", Chats.NOW);
        ErasurePaper paper = new ErasurePaper(
                new ErasureProtocol(
                        erasure,
                        okomo,
                        Optional.empty(),
                        "Art. 17 DSGVO",
                        List.of(new ErasureProtocol.Part(run, rule, chats.store(), List.of())),
                        List.of(byHand),
                        List.of(rule),
                        Chats.NOW),
                Locale.GERMAN);
        JsonObject json = paper.json();

        assertThat(erasure.persons()).isEmpty();
        assertThat(json.toString()).contains(hash).doesNotContain("person1", "Dora", "R-12");
        assertThat(json.getString("state")).isEqualTo("done");
        assertThat(json.getJsonArray("parts").getJsonObject(0).getInt("rows")).isEqualTo(8);
        assertThat(json.getJsonArray("notReached")).hasSize(2);
        assertThat(json.getJsonArray("byHand").getJsonObject(0).getString("where"))
                .isEqualTo("HubSpot");
        assertThat(json.getJsonArray("byHand").getJsonObject(0).getString("state"))
                .isEqualTo("done");
        byte[] pdf = paper.pdf(json.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(PdfA.complaints(pdf)).isEmpty();
    }

    @Test
    void whatNobodyApprovesIsForgotten() {
        Duration wait = Duration.ofDays(30);
        Erasure waiting = asked();

        assertThat(waiting.lapsesAt(List.of(), wait)).contains(Chats.NOW.plus(wait));
        waiting.lapse();
        waiting.end(Chats.NOW.plus(wait));
        assertThat(waiting.lapsesAt(List.of(), wait)).isEmpty();
        assertThat(waiting.isLapsed()).isTrue();
        assertThat(waiting.persons()).isEmpty();
    }

    /** It was approved for the others; of this one nobody knows yet what it would take. */
    @Test
    void whatWasStillCountedAtTheApprovalDoesNotWaitForEver() {
        Duration wait = Duration.ofDays(30);
        Instant approved = Chats.NOW.plusSeconds(60);
        Erasure erasure = asked();
        Run quick = counted(run());
        Run slow = run();
        quick.approve(new Person("2", "Ada"), approved);
        erasure.approve(new Person("2", "Ada"), approved);

        assertThat(erasure.lapsesAt(List.of(quick), wait)).isEmpty();
        assertThat(erasure.lapsesAt(List.of(quick, slow), wait)).contains(approved.plus(wait));
        assertThat(erasure.lapsesAt(List.of(quick, counted(slow)), wait)).contains(approved.plus(wait));
        slow.approve(new Person("2", "Ada"), approved);
        assertThat(erasure.lapsesAt(List.of(quick, slow), wait)).isEmpty();
    }

    @Test
    void whereOnlyPeopleReachItWaitsForThemAndIsDoneWithThem() {
        Erasure erasure = asked();
        HandDeletion order = new HandDeletion(
                1,
                UUID.randomUUID(),
                new HandDeletion.Order("HubSpot", "gdpr 17", ""),
                java.time.LocalDate.of(2026, 11, 1),
                Chats.NOW,
                Chats.NOW);

        assertThat(erasure.state(List.of(), List.of())).isEqualTo(RunState.WAITING);
        erasure.approve(new Person("2", "Ada"), Chats.NOW);
        assertThat(erasure.state(List.of(), List.of(order))).isEqualTo(RunState.RUNNING);
        order.done("Vera", "Alles gelöscht", Chats.NOW);
        erasure.end(Chats.NOW);
        assertThat(erasure.state(List.of(), List.of(order))).isEqualTo(RunState.DONE);

        Erasure dropped = asked();
        dropped.end(Chats.NOW);
        assertThat(dropped.state(List.of(), List.of())).isEqualTo(RunState.STOPPED);
        assertThat(dropped.state(List.of(counted(run())), List.of())).isEqualTo(RunState.WAITING);
    }

    private static Run run() {
        RuleDetails details = TypedRule.about("message").subject("author").read();
        Person dora = new Person("1", "Dora");
        return new Run(new Rule(UUID.randomUUID(), details, dora, Chats.NOW), new Cutoff(Chats.NOW), dora, Chats.NOW);
    }

    /** It waits for a second person. */
    private static Run counted(Run run) {
        run.counted(
                RunningTest.preview(9, 9),
                List.of("delete"),
                "plan",
                Optional.of(Reason.of("retention.waits.erasure")),
                Chats.NOW);
        return run;
    }

    private static Erasure asked() {
        return new Erasure(
                UUID.randomUUID(),
                UUID.randomUUID(),
                Optional.empty(),
                new byte[1],
                List.of("0".repeat(64)),
                "gdpr 17",
                "asked for",
                new Person("1", "Dora"),
                Chats.NOW);
    }
}
