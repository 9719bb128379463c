package app.countersign.trail;

import app.countersign.vault.Signing;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The trail of a database at rest, such as one that was restored: verified as it stands, row by row, against the heads
 * that lie in it. It gives no row a place and needs no server. What only heads outside can tell, it can't.
 */
public final class StoredTrail {

    private static final String HEADS = "select head from trail_head order by position";
    private static final String END = "select head from trail_chain";
    private static final String WAITING = "select " + Lines.COLUMNS
            + " from trail_entry where position is null and seal is not null and event_name = '"
            + Verifier.Walk.FORGETTING + "'";

    private final Connection connection;
    private final Verifier.Findings findings = new Verifier.Findings();

    private StoredTrail(Connection connection) {
        this.connection = connection;
    }

    /**
     * @param rows in the chain
     * @param flaws what is wrong, in words; no more than a person reads
     * @param count how many there are
     */
    public record Verdict(long rows, List<String> flaws, long count) {}

    public static Verdict of(Connection connection) throws SQLException {
        return new StoredTrail(connection).verified();
    }

    private Verdict verified() throws SQLException {
        List<Verifier.Head> ends = heads(END);
        Verifier.Head end = ends.isEmpty() ? null : ends.get(0);
        Optional<byte[]> key = Signing.publicKey(connection);
        String fingerprint = key.map(k -> Told.hex(Verifier.sha256().digest(k))).orElse("");
        Verifier.Heads held = new Verifier.Heads(end == null ? "" : end.installation(), Set.of(fingerprint), findings);
        heads(HEADS).forEach(held::add);
        Verifier.Walk walk = new Verifier.Walk(end == null ? "" : end.installation(), held, findings);
        walk(walk);
        if (end == null && walk.rows() > 0) {
            findings.add(Verifier.Flaw.END_FORGED, "it is gone");
        }
        walk.end(end);
        return new Verdict(
                walk.rows(),
                findings.kept().stream().map(Verifier.Finding::toString).toList(),
                findings.count());
    }

    private void walk(Verifier.Walk walk) throws SQLException {
        Lines.Place place = Lines.Place.START;
        Lines.Page page;
        do {
            page = Lines.after(place, connection);
            page.lines().forEach(walk::take);
            place = page.last();
        } while (page.lines().size() == Lines.PAGE);
        try (PreparedStatement select = connection.prepareStatement(WAITING);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                waits(walk, Lines.entry(rows));
            }
        }
    }

    private void waits(Verifier.Walk walk, Entry entry) {
        try {
            walk.waits(entry.canonical());
        } catch (Verifier.Unreadable e) {
            findings.add(Verifier.Flaw.UNSEALED, entry.id(), Entry.instant(entry.at()));
        }
    }

    private List<Verifier.Head> heads(String query) throws SQLException {
        List<Verifier.Head> heads = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(query);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                read(String.valueOf(rows.getString(1))).ifPresent(heads::add);
            }
        }
        return heads;
    }

    private Optional<Verifier.Head> read(String json) {
        try {
            // Not by Head, which needs the server's JSON.
            return Optional.of(Verifier.Head.read(json.getBytes(StandardCharsets.UTF_8)));
        } catch (Verifier.Unreadable e) {
            findings.add(Verifier.Flaw.HEAD_UNREADABLE, "trail_head", e.getMessage());
            return Optional.empty();
        }
    }
}
