package app.countersign.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ten thousand attempts at the door, from inside, where they can come from as many addresses. */
@ExtendWith(ArquillianExtension.class)
class AttemptsIT {

    private static final int MANY = 10_000;

    @Inject
    private Attempts attempts;

    @Resource(lookup = "java:app/jdbc/countersign")
    private DataSource dataSource;

    @Deployment
    static WebArchive builtWar() throws IOException {
        String webXml = Files.readString(Path.of("src/main/webapp/WEB-INF/web.xml"))
                .replace(
                        "<url-pattern>/sign-in<",
                        "<url-pattern>/ArquillianServletRunnerEE9</url-pattern><url-pattern>/sign-in<");
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File(System.getProperty("countersign.war")))
                .setWebXML(new StringAsset(webXml));
    }

    @Test
    void tenThousandNamesFromOneAddressLeaveFewRows() throws SQLException {
        long rows = count("failed_attempt");
        long told = count("trail_entry");
        int seen = 0;
        for (int i = 0; i < MANY; i++) {
            seen += attempts.begin("name:nobody-" + i, "192.0.2.1", Optional.empty()) ? 1 : 0;
        }

        assertTrue(seen <= 60, "looked at: " + seen);
        assertTrue(count("failed_attempt") - rows <= 61);
        assertTrue(count("trail_entry") - told <= 20);
    }

    @Test
    void tenThousandAddressesAgainstOnePersonDoNotShutThemOutWhereTheyAreKnown() throws SQLException {
        String what = "name:lena-" + UUID.randomUUID();
        Optional<UUID> account = Optional.of(UUID.randomUUID());
        assertTrue(attempts.begin(what, "198.51.100.7", account));
        attempts.succeeded(what, "198.51.100.7");
        long told = count("trail_entry");
        int seen = 0;
        for (int i = 0; i < MANY; i++) {
            seen += attempts.begin(what, "10.0." + i / 250 + "." + i % 250, account) ? 1 : 0;
        }

        assertTrue(seen <= 30, "looked at: " + seen);
        assertTrue(count("trail_entry") - told <= 20);
        assertFalse(attempts.begin(what, "203.0.113.9", account));
        assertTrue(attempts.begin(what, "198.51.100.7", account));
    }

    @Test
    void whoFailsFiveTimesAndThenSucceedsStartsAnew() {
        String what = "name:dora-" + UUID.randomUUID();
        for (int i = 0; i < 5; i++) {
            assertTrue(attempts.begin(what, "198.51.100.8", Optional.empty()));
        }
        attempts.succeeded(what, "198.51.100.8");
        for (int i = 0; i < 5; i++) {
            assertTrue(attempts.begin(what, "198.51.100.8", Optional.empty()));
        }
        assertEquals(0, attempts.sweep());
    }

    private long count(String table) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                ResultSet rows = connection.createStatement().executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
