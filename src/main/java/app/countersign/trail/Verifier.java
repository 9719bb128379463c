package app.countersign.trail;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * Verifies an exported trail, offline and with nothing but a JDK (17 or later):
 *
 * <pre>java Verifier.java trail.zip [--head noted.json]... [--key fingerprint]...</pre>
 *
 * <p>Ends with 0 if the trail is whole, 1 if something is wrong with it, 2 if it can't be read. What the files hold is
 * described in FORMAT.md, which lies beside this file in every export. The application verifies its own database with
 * the same code: one row after the other goes through {@link Walk}.
 */
final class Verifier {

    static final String ENTRIES = "entries.jsonl";
    static final String HEAD = "head.json";
    static final String HEADS = "heads.jsonl";
    private static final Set<String> FILES =
            Set.of(ENTRIES, HEAD, HEADS, "FORMAT.md", "Verifier.java", "README.txt", "LIESMICH.txt");
    private static final int LONGEST_LINE = 1 << 22;

    private Verifier() {}

    /** All that can be wrong, with the words in which it is named; {@code %s} stands for the arguments in turn. */
    enum Flaw {
        UNREADABLE("Row %s can't be read: %s."),
        EDITED("Row %s (entry %s, %s) was edited: its content is not what was hashed."),
        TORN(
                "Row %s (entry %s) does not follow from the row before it: one of the two was replaced or re-hashed, or rows"
                        + " between them were removed."),
        INSERTED("Row %s (entry %s) was inserted: the row after it follows from the row before it."),
        SWAPPED("Rows %s and %s were swapped."),
        MISSING("Rows %s to %s are missing: they were deleted."),
        SAME_POSITION("There is a second row %s (entry %s)."),
        OUT_OF_ORDER("Row %s stands after row %s."),
        PERSONAL_EDITED("Row %s (entry %s): the personal fact '%s' was edited."),
        PERSONAL_GONE("Row %s (entry %s): the personal fact '%s' is gone without being forgotten on record."),
        FORGETTING("Entry %s, which the forgotten facts name, does not record that they were forgotten."),
        REWRITTEN("Row %s is not the one that the head of %s signed: rows after %s up to there were rewritten."),
        CUT("Rows %s to %s were cut off: the head of %s signed them."),
        SHIFTED("Row %s carries the hash that the head of %s signed for row %s: %s rows were removed before it."),
        HEAD_UNREADABLE("A head can't be read (%s): %s."),
        HEAD_FORGED("The head of %s (row %s) is forged: its signature does not fit."),
        HEAD_FOREIGN("The head of %s belongs to another installation: %s instead of %s."),
        KEY_SWAPPED("The head of %s is signed with another key: %s instead of %s."),
        HEADS_DISAGREE("Two heads for row %s name different hashes: those of %s and %s."),
        BEYOND("Rows %s to %s stand behind the end that was signed."),
        FILE("The export is not as it was written: %s."),
        // What only the application can see, in its database.
        UNSEALED("Entry %s of %s was not written by the application, or was edited before it was chained."),
        VANISHED("An entry was deleted before it was chained: entry %s of %s tells which."),
        PERSON("Who pseudonym %s is was edited: it is not what the trail says."),
        END_FORGED("The chain's end is not what the application signed last: %s.");

        private final String words;

        Flaw(String words) {
            this.words = words;
        }
    }

    /** What is wrong, and where. */
    record Finding(Flaw flaw, List<String> args) {

        private static final int LONGEST_SHOWN = 300;

        static Finding of(Flaw flaw, Object... args) {
            return new Finding(flaw, Arrays.stream(args).map(String::valueOf).toList());
        }

        /** What the files say is not let at the terminal: nothing but printable ASCII, and no more than a line of it. */
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, flaw.words, args.stream().map(Finding::shown).toArray());
        }

        private static String shown(String text) {
            String plain = text.replaceAll("[^ -~]", "?");
            return plain.length() > LONGEST_SHOWN ? plain.substring(0, LONGEST_SHOWN) + "..." : plain;
        }
    }

    /** Findings, of which no more are kept than a person reads. */
    static final class Findings {

        private static final int MOST = 200;

        private final List<Finding> kept = new ArrayList<>();
        private long count;

        void add(Flaw flaw, Object... args) {
            count++;
            if (kept.size() < MOST) {
                kept.add(Finding.of(flaw, args));
            }
        }

        List<Finding> kept() {
            return Collections.unmodifiableList(kept);
        }

        /** How many there are, those included that were not kept. */
        long count() {
            return count;
        }
    }

    // ------------------------------------------------------------------------------------------------ canonical JSON

    /** The text is not canonical JSON, or holds something else than it must. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        Unreadable(String what) {
            super(what);
        }
    }

    /** A part of a text, as it stands there. */
    record Slice(byte[] text, int from, int to) {

        byte[] bytes() {
            return Arrays.copyOfRange(text, from, to);
        }

        /** Of a string without escapes: what stands between the quotes. */
        String plain() throws Unreadable {
            if (to - from < 2 || text[from] != '"') {
                throw new Unreadable("a string is expected");
            }
            return new String(text, from + 1, to - from - 2, StandardCharsets.UTF_8);
        }

        long number() throws Unreadable {
            if (to == from || text[from] != '-' && (text[from] < '0' || text[from] > '9')) {
                throw new Unreadable("a number is expected");
            }
            return Long.parseLong(new String(text, from, to - from, StandardCharsets.US_ASCII));
        }

        byte[] hash() throws Unreadable {
            String hex = plain();
            if (!isHex(hex, 64)) {
                throw new Unreadable("a hash of 64 hexadecimal digits is expected");
            }
            return HexFormat.of().parseHex(hex);
        }

        Map<String, Slice> members() throws Unreadable {
            return Canonical.members(text, from, to);
        }
    }

    /**
     * Reads canonical JSON and nothing else: no space outside strings, members sorted by name and each there once, names
     * of printable ASCII without quote and backslash, whole numbers of at most 2^53-1, UTF-8 as it must be, and strings
     * with no other escapes than they need. So a text has one meaning, and a meaning has one text.
     */
    static final class Canonical {

        private static final int DEEPEST = 16;
        private static final long LARGEST = (1L << 53) - 1;
        private static final int LONGEST_NUMBER = 17;
        private static final String SHORT_ESCAPES = "\"\\bfnrt";

        private final byte[] text;
        private final int end;
        private int at;

        private Canonical(byte[] text, int from, int to) {
            this.text = text;
            this.at = from;
            this.end = to;
        }

        /** The members of the object that the text is. */
        static Map<String, Slice> members(byte[] text, int from, int to) throws Unreadable {
            Canonical reader = new Canonical(text, from, to);
            Map<String, Slice> members = new LinkedHashMap<>();
            reader.object(members, 0);
            if (reader.at != to) {
                throw new Unreadable("there is more after its end");
            }
            return members;
        }

        static Map<String, Slice> members(byte[] text) throws Unreadable {
            return members(text, 0, text.length);
        }

        private void value(int depth) throws Unreadable {
            switch (peek()) {
                case '{' -> object(null, depth + 1);
                case '[' -> array(depth + 1);
                case '"' -> string();
                case 't' -> word("true");
                case 'f' -> word("false");
                default -> number();
            }
        }

        private void object(Map<String, Slice> members, int depth) throws Unreadable {
            if (depth > DEEPEST) {
                throw new Unreadable("it is nested too deeply");
            }
            expect('{');
            if (peek() == '}') {
                at++;
                return;
            }
            int lastFrom = -1;
            int lastTo = -1;
            while (true) {
                int from = at + 1;
                name();
                int to = at - 1;
                if (lastFrom >= 0) {
                    sorted(lastFrom, lastTo, from, to);
                }
                lastFrom = from;
                lastTo = to;
                expect(':');
                int begin = at;
                value(depth);
                if (members != null) {
                    members.put(
                            new String(text, from, to - from, StandardCharsets.US_ASCII), new Slice(text, begin, at));
                }
                if (peek() == '}') {
                    at++;
                    return;
                }
                expect(',');
            }
        }

        private void sorted(int lastFrom, int lastTo, int from, int to) throws Unreadable {
            int order = Arrays.compareUnsigned(text, lastFrom, lastTo, text, from, to);
            if (order >= 0) {
                String name = new String(text, from, to - from, StandardCharsets.US_ASCII);
                throw new Unreadable("the member '" + name + (order == 0 ? "' is there twice" : "' is out of order"));
            }
        }

        private void array(int depth) throws Unreadable {
            if (depth > DEEPEST) {
                throw new Unreadable("it is nested too deeply");
            }
            expect('[');
            if (peek() == ']') {
                at++;
                return;
            }
            value(depth);
            while (peek() == ',') {
                at++;
                value(depth);
            }
            expect(']');
        }

        private void name() throws Unreadable {
            expect('"');
            while (peek() != '"') {
                if (text[at] < ' ' || text[at] > '~' || text[at] == '\\') {
                    throw new Unreadable("a name holds more than plain ASCII");
                }
                at++;
            }
            at++;
        }

        private void string() throws Unreadable {
            expect('"');
            while (true) {
                byte c = peek();
                if (c == '"') {
                    at++;
                    return;
                } else if (c == '\\') {
                    escape();
                } else if (c < 0) {
                    beyondAscii();
                } else if (c < ' ') {
                    throw new Unreadable("a control character stands in a string");
                } else {
                    at++;
                }
            }
        }

        private void escape() throws Unreadable {
            at++;
            byte c = peek();
            at++;
            if (c != 'u') {
                if (SHORT_ESCAPES.indexOf(c) < 0) {
                    throw new Unreadable("a character is escaped that needs no escape");
                }
                return;
            }
            if (end - at < 4) {
                throw new Unreadable("it ends in the middle");
            }
            String hex = new String(text, at, 4, StandardCharsets.US_ASCII);
            boolean control = hex.matches("00[01][0-9a-f]");
            if (!control || "\b\f\n\r\t".indexOf(Integer.parseInt(hex, 16)) >= 0) {
                throw new Unreadable("a character is escaped in another way than it must be");
            }
            at += 4;
        }

        /** One character of two to four bytes, written as short as can be, and no half of a pair. */
        private void beyondAscii() throws Unreadable {
            int first = text[at] & 0xff;
            int more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
            if (first < 0xc2 || first > 0xf4 || end - at <= more) {
                throw new Unreadable("it is not UTF-8");
            }
            int code = first & (0x3f >> more);
            for (int i = 1; i <= more; i++) {
                int next = text[at + i] & 0xff;
                if (next >> 6 != 2) {
                    throw new Unreadable("it is not UTF-8");
                }
                code = code << 6 | next & 0x3f;
            }
            boolean tooLong = more == 2 && code < 0x800 || more == 3 && code < 0x10000;
            if (tooLong || code > 0x10ffff || code >= 0xd800 && code < 0xe000) {
                throw new Unreadable("it is not UTF-8");
            }
            at += more + 1;
        }

        private void number() throws Unreadable {
            int from = at;
            if (peek() == '-') {
                at++;
            }
            int digits = at;
            while (at < end && text[at] >= '0' && text[at] <= '9') {
                at++;
            }
            boolean none = at == digits;
            boolean zeros = !none && text[digits] == '0' && (at - digits > 1 || digits > from);
            if (none || zeros || at - from > LONGEST_NUMBER) {
                throw new Unreadable("a number is not written as it must be");
            }
            long value = Long.parseLong(new String(text, from, at - from, StandardCharsets.US_ASCII));
            if (Math.abs(value) > LARGEST) {
                throw new Unreadable("a number is too large");
            }
        }

        private void word(String word) throws Unreadable {
            for (int i = 0; i < word.length(); i++) {
                expect(word.charAt(i));
            }
        }

        private byte peek() throws Unreadable {
            if (at >= end) {
                throw new Unreadable("it ends in the middle");
            }
            return text[at];
        }

        private void expect(char c) throws Unreadable {
            if (peek() != c) {
                throw new Unreadable("'" + c + "' is expected at byte " + at);
            }
            at++;
        }
    }

    private static Slice member(Map<String, Slice> members, String name) throws Unreadable {
        Slice found = members.get(name);
        if (found == null) {
            throw new Unreadable("'" + name + "' is missing");
        }
        return found;
    }

    // --------------------------------------------------------------------------------------------------------- heads

    /**
     * A signed head: that at that instant the chain had so many rows, and the last of them that hash.
     *
     * @param key the SHA-256 of the public key, 64 hexadecimal digits
     * @param signed the bytes that were signed: the head without its signature
     */
    record Head(
            String at,
            String hash,
            String installation,
            String key,
            long position,
            byte[] publicKey,
            byte[] signed,
            byte[] signature) {

        static final String TYPE = "countersign-trail-head-1";
        private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
        private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        private static final List<String> NAMES =
                List.of("at", "hash", "installation", "key", "position", "publicKey", "signature", "type");

        static Head read(byte[] json) throws Unreadable {
            Map<String, Slice> members = Canonical.members(json);
            if (!List.copyOf(members.keySet()).equals(NAMES)) {
                throw new Unreadable("its members are " + members.keySet() + " instead of " + NAMES);
            }
            if (!members.get("type").plain().equals(TYPE)) {
                throw new Unreadable("its type is not " + TYPE);
            }
            members.get("hash").hash();
            members.get("key").hash();
            long position = members.get("position").number();
            boolean formed = position >= 0
                    && INSTANT.matcher(members.get("at").plain()).matches()
                    && UUID.matcher(members.get("installation").plain()).matches();
            if (!formed) {
                throw new Unreadable("its position, instant or installation is none");
            }
            try {
                return new Head(
                        members.get("at").plain(),
                        members.get("hash").plain(),
                        members.get("installation").plain(),
                        members.get("key").plain(),
                        position,
                        Base64.getDecoder().decode(members.get("publicKey").plain()),
                        unsigned(members),
                        Base64.getDecoder().decode(members.get("signature").plain()));
            } catch (IllegalArgumentException e) {
                throw new Unreadable("it holds what is not Base64");
            }
        }

        private static byte[] unsigned(Map<String, Slice> members) {
            StringBuilder json = new StringBuilder("{");
            members.forEach((name, value) -> {
                if (!name.equals("signature")) {
                    json.append(json.length() > 1 ? "," : "")
                            .append('"')
                            .append(name)
                            .append("\":");
                    json.append(new String(value.bytes(), StandardCharsets.UTF_8));
                }
            });
            return json.append('}').toString().getBytes(StandardCharsets.UTF_8);
        }

        /** Whether the key that it carries is the one that it names, and signed it. */
        boolean isGenuine() {
            try {
                if (!HexFormat.of().formatHex(sha256().digest(publicKey)).equals(key)) {
                    return false;
                }
                Signature check = Signature.getInstance("Ed25519");
                check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(publicKey)));
                check.update(signed);
                return check.verify(signature);
            } catch (GeneralSecurityException e) {
                // A key or signature that is none does not fit either.
                return false;
            }
        }
    }

    /** The heads that the rows are held against, by position. All must be of the same installation and key. */
    static final class Heads {

        private final Findings findings;
        private final String installation;
        private final Set<String> keys;
        private final TreeMap<Long, Head> byPosition = new TreeMap<>();

        /** @param keys full fingerprints, or how they begin */
        Heads(String installation, Set<String> keys, Findings findings) {
            this.installation = installation;
            this.keys = keys;
            this.findings = findings;
        }

        /** Takes it if it is genuine; otherwise says what is wrong. */
        void add(Head head) {
            if (!head.isGenuine()) {
                findings.add(Flaw.HEAD_FORGED, head.at, head.position);
            } else if (keys.stream().noneMatch(head.key::startsWith)) {
                findings.add(Flaw.KEY_SWAPPED, head.at, head.key, String.join(", ", keys));
            } else if (!head.installation.equals(installation)) {
                findings.add(Flaw.HEAD_FOREIGN, head.at, head.installation, installation);
            } else {
                Head other = byPosition.putIfAbsent(head.position, head);
                if (other != null && !other.hash.equals(head.hash)) {
                    findings.add(Flaw.HEADS_DISAGREE, head.position, other.at, head.at);
                }
            }
        }

        Head at(long position) {
            return byPosition.get(position);
        }

        Iterable<Head> beyond(long position) {
            return byPosition.tailMap(position, false).values();
        }

        int size() {
            return byPosition.size();
        }
    }

    // --------------------------------------------------------------------------------------------------------- chain

    /** The hash before the first row: every installation has its own, so that rows can't move between them. */
    static byte[] genesis(String installation) {
        return sha256().digest(("countersign-trail-1 " + installation).getBytes(StandardCharsets.UTF_8));
    }

    static byte[] link(byte[] previous, byte[] content) {
        MessageDigest digest = sha256();
        digest.update(previous);
        return digest.digest(content);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static boolean isHex(String text, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    /** How a fact is counted among the forgotten ones; the digest of these lines stands in the record of forgetting. */
    static byte[] forgottenLine(long position, String fact) {
        return (position + " " + fact + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Goes through the rows, first to last, and holds no more of them than two. Whatever was found, it goes on with the
     * hash that the row carries, so that one wrong row does not hide the next.
     */
    static final class Walk {

        static final String FORGETTING = "facts-forgotten";
        private static final List<String> NAMES = List.of("content", "entry", "hash", "opened", "position");

        private final Findings findings;
        private final Heads heads;
        private final MessageDigest digest = sha256();
        private final Map<Long, Forgotten> forgotten = new HashMap<>();

        private byte[] previous;
        private long position;
        private long agreed;
        private long doubted = -1;
        private Row last;
        private byte[] beforeLast;
        private Row suspect;
        private byte[] beforeSuspect;
        private long rows;
        private long forgottenFacts;

        /** A row as it was read. */
        private record Row(long position, long id, byte[] content, byte[] hash) {}

        /** The facts that name the same entry as the one that records their being forgotten. */
        private static final class Forgotten {
            private final MessageDigest facts = sha256();
            private long count;
            private String recorded = "";
            private long recordedCount = -1;
        }

        Walk(String installation, Heads heads, Findings findings) {
            this.previous = genesis(installation);
            this.heads = heads;
            this.findings = findings;
        }

        /** @param line one row as exports have it, without the line's end */
        void take(byte[] line) {
            rows++;
            try {
                Map<String, Slice> members = Canonical.members(line);
                if (!List.copyOf(members.keySet()).equals(NAMES)) {
                    throw new Unreadable("its members are " + members.keySet() + " instead of " + NAMES);
                }
                Map<String, Slice> entry = members.get("entry").members();
                Row row = new Row(
                        members.get("position").number(),
                        member(entry, "id").number(),
                        members.get("content").hash(),
                        members.get("hash").hash());
                content(row, members.get("entry"), entry);
                personal(
                        row,
                        member(entry, "personal").members(),
                        members.get("opened").members());
                place(row);
            } catch (Unreadable e) {
                settle();
                position++;
                previous = null;
                last = null;
                findings.add(Flaw.UNREADABLE, position, e.getMessage());
            }
        }

        private void content(Row row, Slice text, Map<String, Slice> entry) throws Unreadable {
            String event = member(entry, "event").plain();
            digest.update(text.text(), text.from(), text.to() - text.from());
            if (!Arrays.equals(digest.digest(), row.content)) {
                findings.add(Flaw.EDITED, row.position, row.id, event);
            }
            recorded(row.id, event, entry);
        }

        private void recorded(long id, String event, Map<String, Slice> entry) throws Unreadable {
            if (event.equals(FORGETTING)) {
                Map<String, Slice> told = member(entry, "facts").members();
                Forgotten record = forgotten(id);
                record.recorded = member(told, "digest").plain();
                record.recordedCount = member(told, "count").number();
            }
        }

        /** An entry that has no place yet, such as only the application's database holds: what it records counts already. */
        void waits(byte[] text) throws Unreadable {
            Map<String, Slice> entry = Canonical.members(text);
            recorded(member(entry, "id").number(), member(entry, "event").plain(), entry);
        }

        private void personal(Row row, Map<String, Slice> committed, Map<String, Slice> opened) throws Unreadable {
            for (Map.Entry<String, Slice> fact : committed.entrySet()) {
                Slice open = opened.get(fact.getKey());
                if (open == null) {
                    findings.add(Flaw.PERSONAL_GONE, row.position, row.id, fact.getKey());
                } else if (open.text()[open.from()] == '{') {
                    digest.update(open.text(), open.from(), open.to() - open.from());
                    if (!Arrays.equals(digest.digest(), fact.getValue().hash())) {
                        findings.add(Flaw.PERSONAL_EDITED, row.position, row.id, fact.getKey());
                    }
                } else {
                    forgottenFacts++;
                    Forgotten record = forgotten(open.number());
                    record.count++;
                    record.facts.update(forgottenLine(row.position, fact.getKey()));
                }
            }
            for (String name : opened.keySet()) {
                if (!committed.containsKey(name)) {
                    findings.add(Flaw.PERSONAL_EDITED, row.position, row.id, name);
                }
            }
        }

        private Forgotten forgotten(long entry) {
            return forgotten.computeIfAbsent(entry, id -> new Forgotten());
        }

        private void place(Row row) {
            boolean gap = row.position != position + 1;
            if (gap) {
                settle();
                last = null;
                misplaced(row);
            }
            if (row.position <= position) {
                return;
            }
            if (!gap && previous != null) {
                follow(row);
            } else {
                previous = row.hash;
            }
            position = row.position;
            head(row.position);
        }

        private void misplaced(Row row) {
            if (row.position > position + 1) {
                findings.add(Flaw.MISSING, position + 1, row.position - 1);
            } else if (row.position == position) {
                findings.add(Flaw.SAME_POSITION, row.position, row.id);
            } else {
                findings.add(Flaw.OUT_OF_ORDER, row.position, position);
            }
        }

        /** A row that does not follow is judged when the next one is there: that tells what happened. */
        private void follow(Row row) {
            if (suspect != null) {
                judge(row);
            } else if (follows(previous, row)) {
                went(row);
            } else if (last != null && beforeLast != null && follows(beforeLast, row)) {
                findings.add(Flaw.INSERTED, last.position, last.id);
                previous = beforeLast;
                went(row);
            } else {
                suspect = row;
                beforeSuspect = previous;
                previous = row.hash;
                last = null;
            }
        }

        private void went(Row row) {
            beforeLast = previous;
            last = row;
            previous = row.hash;
        }

        private void judge(Row next) {
            Row doubted = suspect;
            byte[] before = beforeSuspect;
            suspect = null;
            if (!follows(before, next)) {
                findings.add(Flaw.TORN, doubted.position, doubted.id);
                follow(next);
            } else if (follows(next.hash, doubted)) {
                findings.add(Flaw.SWAPPED, doubted.position, next.position);
                previous = doubted.hash;
            } else {
                findings.add(Flaw.INSERTED, doubted.position, doubted.id);
                previous = next.hash;
            }
        }

        private static boolean follows(byte[] before, Row row) {
            return Arrays.equals(link(before, row.content), row.hash);
        }

        private void settle() {
            if (suspect != null) {
                findings.add(Flaw.TORN, suspect.position, suspect.id);
                suspect = null;
            }
        }

        private void head(long here) {
            Head head = heads.at(here);
            if (head == null || previous == null) {
                return;
            }
            // Not the row's own: of two that changed places the former's is the one that the head knows.
            String hash = HexFormat.of().formatHex(previous);
            if (head.hash.equals(hash)) {
                agreed = here;
            } else if (doubted != here) {
                doubted = here;
                findings.add(Flaw.REWRITTEN, here, head.at, agreed);
            }
        }

        /** To be called after the last row.
         *
         * @param signed where the rows should end; null if nobody knows */
        void end(Head signed) {
            settle();
            if (signed != null) {
                heads.add(signed);
            }
            if (signed != null && position > signed.position) {
                findings.add(Flaw.BEYOND, signed.position + 1, position);
            } else if (signed != null && position == signed.position) {
                head(position);
            }
            String last = previous == null ? "" : HexFormat.of().formatHex(previous);
            for (Head head : heads.beyond(position)) {
                if (head.hash.equals(last)) {
                    findings.add(Flaw.SHIFTED, position, head.at, head.position, head.position - position);
                } else {
                    findings.add(Flaw.CUT, position + 1, head.position, head.at);
                }
            }
            forgotten.forEach((entry, record) -> {
                boolean fits = record.count == record.recordedCount
                        && HexFormat.of().formatHex(record.facts.digest()).equals(record.recorded);
                if (!fits) {
                    findings.add(Flaw.FORGETTING, entry);
                }
            });
        }

        long rows() {
            return rows;
        }

        long forgottenFacts() {
            return forgottenFacts;
        }
    }

    // -------------------------------------------------------------------------------------------------- command line

    /** @param args the export, and what was noted of the trail outside of it */
    public static void main(String[] args) {
        System.exit(run(args, System.out));
    }

    static int run(String[] args, PrintStream out) {
        List<Path> noted = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        Path export = null;
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--head") && i + 1 < args.length) {
                noted.add(Path.of(args[++i]));
            } else if (args[i].equals("--key") && i + 1 < args.length) {
                keys.add(args[++i].toLowerCase(Locale.ROOT).replaceAll("[^0-9a-f]", ""));
            } else if (export == null && !args[i].startsWith("--")) {
                export = Path.of(args[i]);
            } else {
                export = null;
                break;
            }
        }
        if (export == null || keys.stream().anyMatch(key -> key.length() < 16)) {
            out.println("Usage: java Verifier.java trail.zip [--head noted.json]... [--key fingerprint]...");
            out.println("A fingerprint has 64 hexadecimal digits, of which at least the first 16 are needed.");
            return 2;
        }
        try {
            return new Export(export, noted, keys, out).verify();
        } catch (IOException | IllegalArgumentException e) {
            // Names that are no text are complained of by the latter.
            out.println("CAN'T BE READ: " + e.getMessage());
            return 2;
        }
    }

    /** An export in a file. */
    private static final class Export {

        private final Path file;
        private final List<Path> noted;
        private final Set<String> keys;
        private final PrintStream out;
        private final Findings findings = new Findings();
        private int outside;
        private long vouched;

        Export(Path file, List<Path> noted, Set<String> keys, PrintStream out) {
            this.file = file;
            this.noted = noted;
            this.keys = keys;
            this.out = out;
        }

        int verify() throws IOException {
            try (ZipFile zip = new ZipFile(file.toFile())) {
                files(zip);
                fromTheBeginning(zip);
                Head head;
                try {
                    head = Head.read(trimmed(bytes(zip, HEAD)));
                } catch (Unreadable e) {
                    findings.add(Flaw.HEAD_UNREADABLE, HEAD, e.getMessage());
                    return say(null, null);
                }
                Heads heads = heads(zip, head);
                Walk walk = new Walk(head.installation, heads, findings);
                try (InputStream rows = open(zip, ENTRIES)) {
                    lines(rows, walk::take);
                }
                walk.end(head);
                return say(head, walk);
            }
        }

        private void files(ZipFile zip) {
            Set<String> seen = new HashSet<>();
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!seen.add(entry.getName())) {
                    findings.add(Flaw.FILE, "it holds " + entry.getName() + " twice");
                } else if (!FILES.contains(entry.getName())) {
                    findings.add(Flaw.FILE, "it holds another file, " + entry.getName());
                }
            }
        }

        /**
         * A ZIP file has its table of contents at the end, and some programs don't look at it but read from the beginning.
         * What they would see must be the same, or one person verifies what another never sees.
         */
        private void fromTheBeginning(ZipFile zip) {
            List<String> listed = Collections.list(zip.entries()).stream()
                    .map(entry -> entry.getName() + " " + entry.getSize() + " " + entry.getCrc())
                    .sorted()
                    .toList();
            List<String> met = new ArrayList<>();
            byte[] buffer = new byte[1 << 16];
            try (ZipInputStream in = new ZipInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    CRC32 crc = new CRC32();
                    long size = 0;
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        crc.update(buffer, 0, read);
                        size += read;
                    }
                    met.add(entry.getName() + " " + size + " " + crc.getValue());
                }
            } catch (IOException | IllegalArgumentException e) {
                met.add("nothing that can be read");
            }
            Collections.sort(met);
            if (!met.equals(listed)) {
                findings.add(
                        Flaw.FILE, "read from its beginning it holds something else than its table of contents says");
            }
        }

        private Heads heads(ZipFile zip, Head head) throws IOException {
            Heads heads = new Heads(head.installation, keys.isEmpty() ? Set.of(head.key) : keys, findings);
            heads.add(head);
            if (zip.getEntry(HEADS) != null) {
                try (InputStream lines = open(zip, HEADS)) {
                    lines(lines, line -> add(heads, line, HEADS));
                }
            }
            for (Path path : noted) {
                try (InputStream lines = Files.newInputStream(path)) {
                    lines(lines, line -> {
                        outside++;
                        vouched = Math.max(
                                vouched, add(heads, line, path.getFileName().toString()));
                    });
                }
            }
            return heads;
        }

        /** @return its position; 0 if it can't be read */
        private long add(Heads heads, byte[] line, String where) {
            try {
                Head head = Head.read(trimmed(line));
                heads.add(head);
                return head.position;
            } catch (Unreadable e) {
                findings.add(Flaw.HEAD_UNREADABLE, where, e.getMessage());
                return 0;
            }
        }

        private int say(Head head, Walk walk) {
            findings.kept().forEach(finding -> out.println("WRONG: " + finding));
            if (findings.count() > findings.kept().size()) {
                out.println("... and " + (findings.count() - findings.kept().size()) + " more.");
            }
            if (head != null) {
                out.println("Installation  " + head.installation);
                out.println("Head          row " + head.position + " of " + head.at + ", hash " + head.hash);
                out.println("Key           " + head.key);
                out.println("Rows          " + walk.rows() + " read");
                out.println("Personal      " + walk.forgottenFacts() + " facts were forgotten, on record");
                if (keys.isEmpty() && outside == 0) {
                    out.println(
                            "NOTE: nothing from outside this export vouches for it. Give --head with a head that was"
                                    + " noted earlier, or --key with the fingerprint that you were told: who rewrites"
                                    + " everything signs it with a key of their own, or leaves out the end.");
                } else if (vouched < head.position) {
                    out.println(
                            "NOTE: a head from outside vouches for rows up to " + vouched + ", the key alone for those"
                                    + " after. An older export would look as whole: look whether " + head.at
                                    + " is when this one"
                                    + " was made. Whoever has the installation's key could have written those rows anew.");
                }
            }
            out.println(findings.count() == 0 ? "The trail is whole." : "The trail is NOT whole.");
            return findings.count() == 0 ? 0 : 1;
        }

        private static InputStream open(ZipFile zip, String name) throws IOException {
            ZipEntry entry = zip.getEntry(name);
            if (entry == null) {
                throw new IOException(name + " is not in the export");
            }
            return new BufferedInputStream(zip.getInputStream(entry), 1 << 16);
        }

        private static byte[] bytes(ZipFile zip, String name) throws IOException {
            try (InputStream in = open(zip, name)) {
                byte[] all = in.readNBytes(LONGEST_LINE + 1);
                if (all.length > LONGEST_LINE) {
                    throw new IOException(name + " is longer than " + LONGEST_LINE + " bytes");
                }
                return all;
            }
        }
    }

    private interface Lines {
        void take(byte[] line);
    }

    private static void lines(InputStream in, Lines each) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 12);
        byte[] buffer = new byte[1 << 16];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            int from = 0;
            for (int i = 0; i < read; i++) {
                if (buffer[i] == '\n') {
                    line.write(buffer, from, i - from);
                    each.take(line.toByteArray());
                    line.reset();
                    from = i + 1;
                }
            }
            line.write(buffer, from, read - from);
            if (line.size() > LONGEST_LINE) {
                throw new IOException("a line is longer than " + LONGEST_LINE + " bytes");
            }
        }
        if (line.size() > 0) {
            each.take(line.toByteArray());
        }
    }

    /** Heads that were noted by hand or cut from a mail may have space around them; what they say is not touched. */
    private static byte[] trimmed(byte[] text) {
        return new String(text, StandardCharsets.UTF_8).strip().getBytes(StandardCharsets.UTF_8);
    }
}
