package app.countersign.trail;

import app.countersign.access.Actor;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.InstallationKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** Writes many entries as the application would, sealed with its key, for it to chain. */
public final class TrailFiller {

    private static final int BATCH = 1000;
    private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");
    private static final Actor.Identity ACTOR = new Actor.Identity("account", "1", "Bench", "page", "198.51.100.17");

    private TrailFiller() {}

    /** Like what happens to contracts most. */
    private record SomeEvent(UUID objectId, int n) implements DomainEvent {

        @Override
        public String objectKind() {
            return "contract";
        }

        @Override
        public String name() {
            return "contract-accepted";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("number", "MUSTER-2026-" + n, "state", "accepted", "person", "Regula Zünd");
        }
    }

    /** @param key of the installation that will chain them */
    public static void fill(DataSource database, InstallationKey key, int count)
            throws SQLException, GeneralSecurityException {
        String insert = "insert into trail_entry (" + Lines.COLUMNS + ", opened, content, seal)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        UUID pseudonym = new UUID(4711, 0);
        try (Connection connection = database.getConnection();
                PreparedStatement row = connection.prepareStatement(insert)) {
            connection.setAutoCommit(false);
            for (int n = 1; n <= count; n++) {
                SomeEvent event = new SomeEvent(new UUID(n, n), n);
                Told told = Told.of(event, ACTOR.address());
                Entry entry = new Entry(
                        -n,
                        START.plusSeconds(n),
                        ACTOR.kind(),
                        pseudonym.toString(),
                        ACTOR.channel(),
                        event.name(),
                        event.objectKind(),
                        event.objectId(),
                        "MUSTER-2026-" + n,
                        null,
                        told.facts(),
                        told.before(),
                        told.personal(),
                        null);
                write(row, entry, told.opened(), key);
                if (n % BATCH == 0) {
                    row.executeBatch();
                    connection.commit();
                }
            }
            row.executeBatch();
            connection.commit();
        }
    }

    private static void write(PreparedStatement row, Entry entry, String opened, InstallationKey key)
            throws SQLException, GeneralSecurityException {
        byte[] content = Verifier.sha256().digest(entry.canonical());
        Object[] values = {
            entry.id(),
            entry.at().atOffset(ZoneOffset.UTC),
            entry.kind(),
            entry.actor(),
            entry.channel(),
            entry.event(),
            entry.object(),
            entry.objectId(),
            entry.label(),
            entry.clause(),
            entry.facts(),
            entry.before(),
            entry.personal(),
            entry.processor(),
            opened,
            HexFormat.of().formatHex(content),
            key.cipher().encrypt(content, Writing.SEAL.getBytes(StandardCharsets.UTF_8))
        };
        for (int i = 0; i < values.length; i++) {
            row.setObject(i + 1, values[i]);
        }
        row.addBatch();
    }
}
