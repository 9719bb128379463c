package app.countersign.trail;

import app.countersign.kernel.CanonicalJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A trail as the application writes it, with a key of its own, and all that an attacker may do to its export. */
final class SampleTrail {

    private static final Instant START = Instant.parse("2026-11-22T06:00:00Z");

    /** A row of the export; its parts may be put together wrongly on purpose. */
    static final class Row {
        long position;
        String entry;
        String content;
        String hash;
        String opened;

        Row copy() {
            Row copy = new Row();
            copy.position = position;
            copy.entry = entry;
            copy.content = content;
            copy.hash = hash;
            copy.opened = opened;
            return copy;
        }

        String line() {
            return "{\"content\":\"" + content + "\",\"entry\":" + entry + ",\"hash\":\"" + hash + "\",\"opened\":"
                    + opened + ",\"position\":" + position + "}";
        }
    }

    final UUID installation;
    final KeyPair key;
    final List<Row> rows = new ArrayList<>();
    final List<Head> heads = new ArrayList<>();
    Head head;

    private SampleTrail(UUID installation, KeyPair key) {
        this.installation = installation;
        this.key = key;
    }

    static SampleTrail of(int count) {
        return of(count, UUID.randomUUID(), newKey());
    }

    /** Heads are signed after each third of the rows. */
    static SampleTrail of(int count, UUID installation, KeyPair key) {
        SampleTrail trail = new SampleTrail(installation, key);
        for (int i = 1; i <= count; i++) {
            trail.append(
                    "contract-issued", "{\"number\":\"OKO-2026-" + i + "\",\"words\":\"Grüße, 上海, 𝄞, \\\"ja\\\"\"}");
            if (i % Math.max(1, count / 3) == 0) {
                trail.heads.add(trail.signed());
            }
        }
        trail.head = trail.signed();
        return trail;
    }

    static KeyPair newKey() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Row append(String event, String facts) {
        return append(event, facts, "to", "anna.muster@example.org " + rows.size());
    }

    Row append(String event, String facts, String personalFact, String personal) {
        Row row = new Row();
        row.position = rows.size() + 1;
        TreeMap<String, Object> object = new TreeMap<>();
        object.put("fact", personalFact);
        object.put("salt", "00112233445566778899aabbccddeeff");
        object.put("value", personal);
        String open = CanonicalJson.object(object);
        row.opened = "{\"" + personalFact + "\":" + open + "}";
        String commitment = "{\"" + personalFact + "\":\"" + hash(open) + "\"}";
        row.entry = new Entry(
                        id(row.position),
                        START.plusSeconds(row.position),
                        "account",
                        new UUID(1, 2).toString(),
                        "page",
                        event,
                        "contract",
                        new UUID(3, row.position),
                        null,
                        "okomo-dpa 2-5",
                        facts,
                        "{}",
                        commitment,
                        new UUID(4, 5).toString())
                .json();
        rows.add(row);
        chain(rows.size() - 1);
        return row;
    }

    static long id(long position) {
        return 1000 + position;
    }

    static String hash(String text) {
        return Told.hex(Verifier.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Computes content and hash from that row on, as whoever can write may do. */
    void chain(int from) {
        byte[] previous = from == 0 ? Verifier.genesis(installation.toString()) : bytes(rows.get(from - 1).hash);
        for (Row row : rows.subList(from, rows.size())) {
            row.content = hash(row.entry);
            previous = Verifier.link(previous, bytes(row.content));
            row.hash = Told.hex(previous);
        }
    }

    /** Gives positions 1, 2, 3 … as they stand. */
    void renumber() {
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).position = i + 1;
        }
    }

    /** Forgets the personal facts of those rows, and records it. */
    void forget(int... positions) {
        MessageDigest digest = Verifier.sha256();
        long entry = id(rows.size() + 1);
        for (int position : positions) {
            digest.update(Verifier.forgottenLine(position, "to"));
            rows.get(position - 1).opened = "{\"to\":" + entry + "}";
        }
        append(
                "facts-forgotten",
                "{\"count\":" + positions.length + ",\"digest\":\"" + Told.hex(digest.digest()) + "\"}");
        head = signed();
    }

    static byte[] bytes(String hex) {
        return java.util.HexFormat.of().parseHex(hex);
    }

    Head signed() {
        Row last = rows.get(rows.size() - 1);
        return signed(last.position, last.hash);
    }

    Head signed(long position, String hash) {
        return Head.signed(
                installation,
                position,
                bytes(hash),
                START.plusSeconds(position),
                key.getPublic().getEncoded(),
                this::sign);
    }

    private byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Row row(int position) {
        return rows.get(position - 1);
    }

    void edit(int position, String from, String to) {
        Row row = row(position);
        if (!row.line().contains(from)) {
            throw new IllegalArgumentException(from + " is not in " + row.line());
        }
        row.entry = row.entry.replace(from, to);
        row.opened = row.opened.replace(from, to);
    }

    String fingerprint() {
        return head.key();
    }

    String lines() {
        StringBuilder lines = new StringBuilder();
        rows.forEach(row -> lines.append(row.line()).append('\n'));
        return lines.toString();
    }

    void write(Path zip) throws IOException {
        write(zip, lines(), head.json());
    }

    void write(Path zip, String lines, String headJson) throws IOException {
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out)) {
            put(entries, "entries.jsonl", lines);
            StringBuilder kept = new StringBuilder();
            heads.forEach(h -> kept.append(h.json()).append('\n'));
            put(entries, "heads.jsonl", kept.toString());
            put(entries, "head.json", headJson);
        }
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
