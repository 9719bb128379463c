package app.countersign.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.countersign.access.Actor;
import app.countersign.kernel.Change;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.PersonErased;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TransactionRequiredException;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Inside the server, where transactions are: what the trail promises about them can't be seen over HTTP. */
@ExtendWith(ArquillianExtension.class)
class TrailIT {

    @Deployment
    static WebArchive builtWar() throws IOException {
        String webXml = Files.readString(Path.of("src/main/webapp/WEB-INF/web.xml"))
                .replace(
                        "<url-pattern>/sign-in<",
                        "<url-pattern>/ArquillianServletRunnerEE9</url-pattern><url-pattern>/sign-in<");
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File(System.getProperty("countersign.war")))
                .addClasses(SomethingHappened.class, Damage.class)
                .setWebXML(new StringAsset(webXml));
    }

    /** An event of no room. */
    record SomethingHappened(UUID objectId) implements DomainEvent {

        @Override
        public String objectKind() {
            return "test";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("count", 3, "name", new Change("Gustav", "Žofia Őry"), "door", new Change("open", "closed"));
        }
    }

    @Inject
    private Event<DomainEvent> events;

    @Inject
    private Trail trail;

    @Inject
    private Writing writing;

    @Inject
    private Naming naming;

    @Inject
    private Chaining chaining;

    @Inject
    private Verifying verifying;

    @Inject
    private Exporting exporting;

    @PersistenceContext
    private EntityManager em;

    @Resource
    private UserTransaction transaction;

    @Resource(lookup = "java:app/jdbc/countersign")
    private DataSource database;

    @Resource
    private ManagedExecutorService executor;

    @Test
    void aRowCommitsWithTheChangeItTellsOf() throws Exception {
        UUID id = UUID.randomUUID();

        transaction.begin();
        events.fire(new SomethingHappened(id));
        transaction.commit();

        TrailEntry entry = trail.of("test", id).get(0);
        assertEquals("something-happened", entry.name());
        assertEquals("Žofia Őry", entry.facts().getString("name"));
        assertEquals(3, entry.facts().getInt("count"));
    }

    @Test
    void aRowGoesWithTheChangeThatRollsBack() throws Exception {
        UUID id = UUID.randomUUID();

        transaction.begin();
        events.fire(new SomethingHappened(id));
        transaction.rollback();

        assertTrue(trail.of("test", id).isEmpty());
    }

    @Test
    void nothingIsRecordedOutsideATransaction() {
        UUID id = UUID.randomUUID();

        assertThrows(TransactionRequiredException.class, () -> events.fire(new SomethingHappened(id)));
    }

    private UUID happened() throws Exception {
        UUID id = UUID.randomUUID();
        transaction.begin();
        events.fire(new SomethingHappened(id));
        transaction.commit();
        return id;
    }

    /** Rows by a person, of which some are needed before there is anything to attack. */
    private List<UUID> happened(int count, Actor.Identity who) throws Exception {
        List<UUID> ids = new ArrayList<>();
        UUID pseudonym = naming.name(who);
        for (int i = 0; i < count; i++) {
            UUID id = UUID.randomUUID();
            transaction.begin();
            writing.write(new SomethingHappened(id), who, pseudonym);
            transaction.commit();
            ids.add(id);
        }
        chaining.now();
        return ids;
    }

    private static Actor.Identity customer(String name) {
        return new Actor.Identity(
                "customer", name.toLowerCase(Locale.ROOT) + "@example.org", name, "link", "192.0.2.7");
    }

    private List<String> found() {
        return verifying.verify(Optional.empty(), rows -> {}).findings().kept().stream()
                .map(Verifier.Finding::toString)
                .toList();
    }

    @Test
    void changedFactsAreToldWithWhatTheyWere() throws Exception {
        UUID id = happened();

        TrailEntry entry = trail.of("test", id).get(0);

        assertEquals("closed", entry.facts().getString("door"));
        assertEquals("open", entry.before().getString("door"));
        assertEquals("Gustav", entry.before().getString("name"));
    }

    @Test
    void aRowGetsItsPlaceWithinSeconds() throws Exception {
        UUID id = happened();

        for (int i = 0; i < 50 && trail.of("test", id).get(0).position().isEmpty(); i++) {
            Thread.sleep(100);
        }

        assertTrue(trail.of("test", id).get(0).position().isPresent());
    }

    @Test
    void anActThatIsStillUnderWayKeepsNobodyWaiting() throws Exception {
        CountDownLatch recorded = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        UUID slow = UUID.randomUUID();
        Future<?> act = executor.submit(() -> {
            transaction.begin();
            events.fire(new SomethingHappened(slow));
            trail.of("test", slow);
            recorded.countDown();
            goOn.await(30, TimeUnit.SECONDS);
            transaction.commit();
            return null;
        });
        assertTrue(recorded.await(30, TimeUnit.SECONDS));

        UUID quick = happened();
        chaining.now();
        assertTrue(trail.of("test", quick).get(0).position().isPresent());
        assertTrue(trail.of("test", slow).isEmpty());
        goOn.countDown();
        act.get(30, TimeUnit.SECONDS);
        chaining.now();

        assertTrue(trail.of("test", slow).get(0).position().getAsLong()
                > trail.of("test", quick).get(0).position().getAsLong());
        assertEquals(List.of(), found());
    }

    @Test
    void whoeverIsForgottenIsNowhereAndTheChainIsWhole() throws Exception {
        List<UUID> ids = happened(3, customer("Xaverine"));
        assertEquals("Xaverine", trail.of("test", ids.get(0)).get(0).actorName());
        assertEquals("192.0.2.7", trail.of("test", ids.get(0)).get(0).address().orElseThrow());

        transaction.begin();
        trail.forget(new PersonErased("customer", "xaverine@example.org"));
        transaction.commit();

        TrailEntry entry = trail.of("test", ids.get(0)).get(0);
        assertTrue(entry.actorName().startsWith("#"));
        assertTrue(entry.address().isEmpty());
        assertEquals(
                0,
                damage().count("select count(*) from trail_entry where lower(opened) like '%xaverine%'"
                        + " or lower(facts) like '%xaverine%' or lower(before_facts) like '%xaverine%'"));
        assertEquals(0, damage().count("select count(*) from person_pseudonym where subject like '%xaverine%'"));
        assertEquals(List.of(), found());
    }

    @Test
    void whatIsToldOfPersonsGoesWithTheObject() throws Exception {
        UUID id = happened(1, customer("Yvonne")).get(0);

        transaction.begin();
        long forgotten = trail.forget("test", id);
        transaction.commit();

        TrailEntry entry = trail.of("test", id).get(0);
        assertEquals(3, forgotten);
        assertFalse(entry.facts().containsKey("name"));
        assertEquals(3, entry.facts().getInt("count"));
        assertEquals(3, entry.forgotten());
        assertEquals(List.of(), found());
    }

    @Test
    void theExportIsVerifiedByTheShippedProgram() throws Exception {
        happened(3, customer("Zoe"));
        java.nio.file.Path zip = Files.createTempFile("trail", ".zip");
        try (var out = Files.newOutputStream(zip)) {
            exporting.write(out);
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        int status = Verifier.run(new String[] {zip.toString()}, new PrintStream(said, true, StandardCharsets.UTF_8));

        assertEquals(0, status, said.toString(StandardCharsets.UTF_8));
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (String name : List.of("FORMAT.md", "Verifier.java", "README.txt", "LIESMICH.txt", "head.json")) {
                assertTrue(file.getEntry(name).getSize() > 0, name);
            }
        }
    }

    private Damage damage() {
        return new Damage(database);
    }

    /** What somebody who can write to the database may do, and what verification says of it. */
    @Test
    void whateverIsDoneToTheDatabaseIsCaughtAndNamed() throws Exception {
        happened(12, customer("Attacked"));
        Damage damage = damage();
        long last = chaining.now().orElseThrow().position();
        long row = last - 6;
        long entry = damage.count("select id from trail_entry where position = " + row);
        String here = " where position = " + row;
        String edited = "Row " + row + " (entry " + entry + ", something-happened) was edited";
        Map<String, String> edits = new LinkedHashMap<>();
        edits.put("facts = replace(facts, '3', '4')", edited);
        edits.put("before_facts = replace(before_facts, 'open', 'shut')", edited);
        edits.put("at = dateadd(second, -1, at)", edited);
        edits.put("actor = random_uuid()", edited);
        edits.put("actor_kind = 'account'", edited);
        edits.put("channel = 'page'", edited);
        edits.put(
                "event_name = 'nothing-happened'",
                "Row " + row + " (entry " + entry + ", nothing-happened) was edited");
        edits.put("object_kind = 'contract'", edited);
        edits.put("object_id = random_uuid()", edited);
        edits.put("label = 'OKO-2026-0001'", edited);
        edits.put("clause = 'okomo-dpa 2-5'", edited);
        edits.put("personal = '{}'", edited);
        edits.put("facts = replace(facts, ':', ': ')", "Row " + row + " can't be read");
        edits.put("facts = '{' || substring(facts from 2)  || ' '", "Row " + row + " can't be read");
        edits.put(
                "opened = replace(opened, 'Gustav', 'August')",
                "Row " + row + " (entry " + entry + "): the personal fact 'before.name' was edited");
        edits.put("opened = '{}'", "the personal fact 'from' is gone without being forgotten");
        edits.put("content = hash", "was edited");
        edits.put("hash = content", "Row " + row + " (entry " + entry + ") does not follow");
        edits.put("position = null, hash = null", "Rows " + row + " to " + row + " are missing");
        for (Map.Entry<String, String> edit : edits.entrySet()) {
            expect(damage, edit.getValue(), "update trail_entry set " + edit.getKey() + here);
        }
        expect(damage, "Rows " + row + " to " + row + " are missing", "delete from trail_entry" + here);
        expect(damage, "rows were removed before it", "delete from trail_entry" + here, shift(row, -1));
        expect(damage, "Rows " + row + " and " + (row + 1) + " were swapped", swap(row, row + 1));
        expect(
                damage,
                "Rows " + (last - 2) + " to " + last + " were cut off",
                "delete from trail_entry where position > " + (last - 3));
        expect(damage, "was not written by the application", copy(entry, "null", "null"));
        expect(
                damage,
                "Rows " + (last + 1) + " to " + (last + 1) + " stand behind the end",
                copy(entry, "" + (last + 1), "hash"));
        expect(
                damage,
                "There is a second row " + row,
                "drop index trail_entry_position",
                copy(entry, "" + row, "hash"));
        expect(damage, "is not what the trail says", "update person_pseudonym set name = 'Somebody else'");
        expect(damage, "is not what the application signed last: it is gone", "delete from trail_chain");
        expect(
                damage,
                "is not what the application signed last: it was not signed here",
                "update trail_chain set head = replace(head, '\"position\":" + last + "', '\"position\":" + (last - 1)
                        + "')");
    }

    @Test
    void everythingHashedAnewIsCaughtByTheSignedEnd() throws Exception {
        happened(6, customer("Rehashed"));
        Damage damage = damage();
        long last = chaining.now().orElseThrow().position();
        damage.keep();
        try {
            damage.execute("update trail_entry set facts = replace(facts, '3', '4') where position = " + (last - 3));
            damage.hashAnew(last - 3);

            assertTrue(
                    found().stream().anyMatch(f -> f.startsWith("Row " + last + " is not the one that the head of")));
        } finally {
            damage.undo();
        }
        assertEquals(List.of(), found());
    }

    @Test
    void anOlderEndIsCaughtWhileTheInstanceRemembersTheNewer() throws Exception {
        Damage damage = damage();
        happened(2, customer("Older"));
        damage.keepAs("older");
        happened(2, customer("Newer"));
        damage.keep();
        try {
            damage.undoTo("older");

            assertTrue(
                    found().stream().anyMatch(f -> f.contains("signed last: it has gone back")),
                    () -> found().toString());
            assertTrue(found().stream().anyMatch(f -> f.contains("were cut off")), () -> found().toString());
        } finally {
            damage.undo();
        }
        assertEquals(List.of(), found());
    }

    @Test
    void aRowThatIsEditedBeforeItIsChainedGetsNoPlace() throws Exception {
        UUID id = UUID.randomUUID();
        transaction.begin();
        events.fire(new SomethingHappened(id));
        trail.of("test", id);
        damageInTransaction(id);
        transaction.commit();
        chaining.now();

        TrailEntry entry = trail.of("test", id).get(0);
        assertTrue(entry.position().isEmpty());
        assertTrue(found().stream()
                .anyMatch(f -> f.startsWith("Entry " + entry.id()) && f.contains("before it was chained")));
        damage().execute("delete from trail_entry where object_id = '" + id + "'");
    }

    private void damageInTransaction(UUID id) {
        em.createNativeQuery("update trail_entry set facts = replace(facts, '3', '4') where object_id = ?")
                .setParameter(1, id)
                .executeUpdate();
    }

    private void expect(Damage damage, String named, String... sql) throws Exception {
        damage.keep();
        List<String> found;
        try {
            damage.execute(sql);
            found = found();
        } finally {
            damage.undo();
        }
        assertTrue(
                found.stream().anyMatch(f -> f.contains(named)),
                () -> String.join("; ", sql) + "\n" + named + "\n" + found);
        assertEquals(List.of(), found());
    }

    private static String shift(long after, int by) {
        return "update trail_entry set position = position + " + by + " where position > " + after;
    }

    private static String[] swap(long one, long other) {
        return new String[] {
            "update trail_entry set position = -1 where position = " + one,
            "update trail_entry set position = " + one + " where position = " + other,
            "update trail_entry set position = " + other + " where position = -1"
        };
    }

    private static String copy(long entry, String position, String hash) {
        return "insert into trail_entry (id, at, actor_kind, actor, channel, event_name, object_kind, object_id, label,"
                + " facts, before_facts, personal, opened, clause, content, seal, position, hash) select -7, at, actor_kind,"
                + " actor, channel, event_name, object_kind, object_id, label, facts, before_facts, personal, opened, clause,"
                + " content, null, " + position + ", " + hash + " from trail_entry where id = " + entry;
    }
}
