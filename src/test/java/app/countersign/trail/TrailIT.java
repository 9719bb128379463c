package app.countersign.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.countersign.kernel.DomainEvent;
import jakarta.annotation.Resource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.TransactionRequiredException;
import jakarta.transaction.UserTransaction;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
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
                .addClass(SomethingHappened.class)
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
            return Map.of("count", 3, "name", "Žofia Őry");
        }
    }

    @Inject
    private Event<DomainEvent> events;

    @Inject
    private Trail trail;

    @Resource
    private UserTransaction transaction;

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
}
