package app.countersign.trail;

import app.countersign.kernel.CanonicalJson;
import app.countersign.kernel.Change;
import app.countersign.kernel.DomainEvent;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The facts of an event, parted: what the chain keeps for ever, and what is personal. Of a personal fact the chain keeps
 * only the hash of a small object that holds it with a random salt; the object stands beside the chain and can go.
 */
final class Told {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;

    /** Before the name of a personal fact that is what another was. */
    static final String BEFORE = "before.";

    static final String ADDRESS = "from";

    private final SortedMap<String, Object> facts = new TreeMap<>();
    private final SortedMap<String, Object> before = new TreeMap<>();
    private final SortedMap<String, Object> personal = new TreeMap<>();
    private final SortedMap<String, Object> opened = new TreeMap<>();

    /** @param address where it came from; null if nowhere */
    static Told of(DomainEvent event, String address) {
        Told told = new Told();
        event.facts().forEach((name, value) -> {
            if (value instanceof Change change) {
                told.fact(event, name, change.after(), false);
                told.fact(event, name, change.before(), true);
            } else {
                told.fact(event, name, value, false);
            }
        });
        if (address != null) {
            told.personal(ADDRESS, address);
        }
        return told;
    }

    private void fact(DomainEvent event, String called, Object value, boolean was) {
        String name = called.replaceAll("[^A-Za-z0-9._-]", "_");
        if (value == null) {
            return;
        }
        if (event.isPersonal(called)) {
            personal(was ? BEFORE + name : name, value);
        } else {
            (was ? before : facts).put(name, value);
        }
    }

    private void personal(String name, Object value) {
        SortedMap<String, Object> object = new TreeMap<>();
        object.put("fact", name);
        object.put("salt", salt());
        object.put("value", value);
        String json = CanonicalJson.object(object);
        opened.put(name, new CanonicalJson.Raw(json));
        personal.put(name, hex(Verifier.sha256().digest(json.getBytes(StandardCharsets.UTF_8))));
    }

    private static String salt() {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return hex(salt);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    String facts() {
        return CanonicalJson.object(facts);
    }

    String before() {
        return CanonicalJson.object(before);
    }

    /** The hashes of what is personal. */
    String personal() {
        return CanonicalJson.object(personal);
    }

    /** What is personal. */
    String opened() {
        return CanonicalJson.object(opened);
    }
}
