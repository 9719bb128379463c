package app.countersign.export;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * Verifies an archive of evidence, offline and with nothing but a JDK (17 or later):
 *
 * <pre>java Verify.java archive.zip [--key fingerprint]... [--head noted.json]...</pre>
 *
 * <p>Ends with 0 if the archive is whole, 1 if something is wrong with it, 2 if it can't be read. An archive is written
 * in one way only: entries follow each other without a gap, nothing is compressed, and every byte that is not content
 * follows from names, sizes and checksums. So the verifier writes those bytes anew and compares, and there is no place in
 * the file that is not looked at.
 */
final class Verify {

    static final String MANIFEST = "MANIFEST.sha256";
    static final String SIGNATURE = "MANIFEST.sig";
    static final String ROWS = "trail/rows.jsonl";
    static final String CHAIN = "trail/chain.txt";
    static final String HEAD = "trail/head.json";

    static final String FORM = "countersign-evidence-export 1";
    static final String SIGNED = "countersign-signature 1";

    private static final int MOST = 100;
    private static final int LARGEST_INDEX = 1 << 28;
    private static final int TELLING = 16;
    private static final Pattern NAME =
            Pattern.compile("(?!.*(^|/)\\.)[A-Za-z0-9._-]{1,120}(/[A-Za-z0-9._-]{1,120}){0,5}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Path file;
    private final List<String> keys;
    private final List<Path> noted;
    private final PrintStream out;
    private final List<String> wrong = new ArrayList<>();
    private long count;

    Verify(Path file, List<String> keys, List<Path> noted, PrintStream out) {
        this.file = file;
        this.keys = keys;
        this.noted = noted;
        this.out = out;
    }

    /** @param args the archive, and what is known from outside of it */
    public static void main(String[] args) {
        System.exit(run(args, System.out));
    }

    static int run(String[] args, PrintStream out) {
        List<String> keys = new ArrayList<>();
        List<Path> noted = new ArrayList<>();
        Path file = null;
        boolean understood = args.length > 0;
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--key") && i + 1 < args.length) {
                keys.add(args[++i].toLowerCase(Locale.ROOT).replaceAll("[^0-9a-f]", ""));
            } else if (args[i].equals("--head") && i + 1 < args.length) {
                noted.add(Path.of(args[++i]));
            } else if (file == null && !args[i].startsWith("--")) {
                file = Path.of(args[i]);
            } else {
                understood = false;
            }
        }
        if (!understood || file == null || keys.stream().anyMatch(key -> key.length() < TELLING)) {
            out.println("Usage: java Verify.java archive.zip [--key fingerprint]... [--head noted.json]...");
            out.println("A fingerprint has 64 hexadecimal digits, of which at least the first 16 are needed.");
            return 2;
        }
        try {
            return new Verify(file, keys, noted, out).verify();
        } catch (IOException e) {
            out.println("CAN'T BE READ: " + shown(String.valueOf(e.getMessage())));
            return 2;
        }
    }

    private void wrong(String what) {
        count++;
        if (wrong.size() < MOST) {
            wrong.add(what);
        }
    }

    /** What a file says is not let at the terminal: nothing but printable ASCII, and no more than a line of it. */
    private static String shown(String text) {
        String plain = text.replaceAll("[^ -~]", "?");
        return plain.length() > 200 ? plain.substring(0, 200) + "..." : plain;
    }

    private int verify() throws IOException {
        Manifest manifest = null;
        String key = "";
        String head = "";
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            List<Entry> entries = entries(channel);
            contents(channel, entries);
            manifest = manifest(channel, entries);
            if (manifest != null) {
                compare(manifest, entries);
                key = signature(channel, entries, manifest);
                head = new Trail(channel, entries, manifest.installation(), key).verify();
            }
        }
        return say(manifest, key, head);
    }

    private int say(Manifest manifest, String key, String head) {
        wrong.forEach(one -> out.println("WRONG: " + one));
        if (count > wrong.size()) {
            out.println("... and " + (count - wrong.size()) + " more.");
        }
        if (manifest != null) {
            out.println("Installation  " + shown(manifest.installation()));
            out.println("Export        " + shown(manifest.export()) + " of " + shown(manifest.made()));
            out.println("Files         " + manifest.hashes().size());
            out.println("Key           " + key);
            if (!head.isEmpty()) {
                out.println("Trail         " + head);
            }
            if (keys.isEmpty()) {
                out.println(
                        "NOTE: nothing from outside this archive says whose key that is. Give --key with the"
                                + " fingerprint that you were told: who writes everything anew signs it with a key of their own.");
            }
        }
        out.println(
                count == 0
                        ? "The archive is whole. / Das Archiv ist unversehrt."
                        : "The archive is NOT whole. / Das Archiv ist NICHT unversehrt.");
        return count == 0 ? 0 : 1;
    }

    // ---------------------------------------------------------------------------------------------- the ZIP's bytes

    /**
     * A file in the archive.
     *
     * @param crc CRC-32 of its content
     * @param offset of its header
     */
    static final class Entry {

        private final String name;
        private long size;
        private final long crc;
        private long offset;
        private String sha256 = "";

        Entry(String name, long size, long crc, long offset) {
            this.name = name;
            this.size = size;
            this.crc = crc;
            this.offset = offset;
        }

        String name() {
            return name;
        }

        long size() {
            return size;
        }

        long content() {
            return offset + Layout.header(name, size, crc).length;
        }

        long end() {
            return content() + size;
        }
    }

    /** How an archive is written: whatever is not content, byte for byte. */
    static final class Layout {

        static final long MAX32 = 0xFFFFFFFFL;
        static final int MAX16 = 0xFFFF;
        private static final int HEADER = 0x04034b50;
        private static final int RECORD = 0x02014b50;
        private static final int END = 0x06054b50;
        private static final int END64 = 0x06064b50;
        private static final int LOCATOR = 0x07064b50;
        static final int END_LENGTH = 22;
        private static final int END64_LENGTH = 56;
        private static final int LOCATOR_LENGTH = 20;
        private static final int RECORD_LENGTH = 46;
        /** Names are UTF-8; all of them are plain ASCII. */
        private static final short FLAGS = 0x0800;
        /** The first day that the format knows: no content depends on when it was written. */
        private static final short DAY = 0x21;

        private static final short PLAIN = 20;
        private static final short LARGE = 45;
        private static final short UNIX = 3 << 8;
        private static final int RIGHTS = 0100644 << 16;

        private Layout() {}

        private static ByteBuffer buffer(int length) {
            return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        }

        static byte[] header(String name, long size, long crc) {
            byte[] called = name.getBytes(StandardCharsets.US_ASCII);
            boolean large = size >= MAX32;
            ByteBuffer header = buffer(30 + called.length + (large ? 20 : 0));
            header.putInt(HEADER).putShort(large ? LARGE : PLAIN).putShort(FLAGS);
            header.putShort((short) 0).putShort((short) 0).putShort(DAY).putInt((int) crc);
            int shortSize = (int) Math.min(size, MAX32);
            header.putInt(shortSize).putInt(shortSize);
            header.putShort((short) called.length)
                    .putShort((short) (large ? 20 : 0))
                    .put(called);
            if (large) {
                header.putShort((short) 1).putShort((short) 16).putLong(size).putLong(size);
            }
            return header.array();
        }

        static byte[] record(String name, long size, long crc, long offset) {
            byte[] called = name.getBytes(StandardCharsets.US_ASCII);
            int wide = (size >= MAX32 ? 16 : 0) + (offset >= MAX32 ? 8 : 0);
            int extra = wide == 0 ? 0 : wide + 4;
            ByteBuffer record = buffer(RECORD_LENGTH + called.length + extra);
            short version = wide == 0 ? PLAIN : LARGE;
            record.putInt(RECORD)
                    .putShort((short) (UNIX | version))
                    .putShort(version)
                    .putShort(FLAGS);
            record.putShort((short) 0).putShort((short) 0).putShort(DAY).putInt((int) crc);
            int shortSize = (int) Math.min(size, MAX32);
            record.putInt(shortSize).putInt(shortSize);
            record.putShort((short) called.length).putShort((short) extra);
            record.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(RIGHTS);
            record.putInt((int) Math.min(offset, MAX32)).put(called);
            if (wide > 0) {
                record.putShort((short) 1).putShort((short) wide);
                if (size >= MAX32) {
                    record.putLong(size).putLong(size);
                }
                if (offset >= MAX32) {
                    record.putLong(offset);
                }
            }
            return record.array();
        }

        static byte[] end(long entries, long length, long offset) {
            boolean large = entries >= MAX16 || length >= MAX32 || offset >= MAX32;
            ByteBuffer end = buffer(END_LENGTH + (large ? END64_LENGTH + LOCATOR_LENGTH : 0));
            if (large) {
                end.putInt(END64)
                        .putLong(END64_LENGTH - 12)
                        .putShort((short) (UNIX | LARGE))
                        .putShort(LARGE);
                end.putInt(0)
                        .putInt(0)
                        .putLong(entries)
                        .putLong(entries)
                        .putLong(length)
                        .putLong(offset);
                end.putInt(LOCATOR).putInt(0).putLong(offset + length).putInt(1);
            }
            short shown = (short) Math.min(entries, MAX16);
            end.putInt(END)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putShort(shown)
                    .putShort(shown);
            end.putInt((int) Math.min(length, MAX32))
                    .putInt((int) Math.min(offset, MAX32))
                    .putShort((short) 0);
            return end.array();
        }
    }

    private static ByteBuffer read(FileChannel channel, long at, int length) throws IOException {
        ByteBuffer bytes = Layout.buffer(length);
        while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) >= 0) {
            continue;
        }
        return bytes.flip();
    }

    private static InputStream open(FileChannel channel, Entry entry) throws IOException {
        channel.position(entry.content());
        return new Limited(Channels.newInputStream(channel), entry.size());
    }

    /** No more than so many bytes. */
    private static final class Limited extends InputStream {

        private final InputStream in;
        private long left;

        Limited(InputStream in, long left) {
            this.in = in;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = in.read(bytes, from, (int) Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        }
    }

    /** The table of contents, each record and the end held against what they must be. */
    private List<Entry> entries(FileChannel channel) throws IOException {
        List<Entry> entries = new ArrayList<>();
        long length = channel.size();
        long end = length - Layout.END_LENGTH;
        if (end < 0 || read(channel, end, 4).getInt() != Layout.END) {
            end = lastEnd(channel, length);
            if (end < 0) {
                wrong("The file has no end record: it was cut off, or its end was overwritten.");
                return entries;
            }
            wrong("The file does not end with its end record: " + (length - end - Layout.END_LENGTH)
                    + " bytes stand behind it.");
        }
        ByteBuffer record = read(channel, end, Layout.END_LENGTH);
        long number = record.getShort(10) & Layout.MAX16;
        long size = record.getInt(12) & Layout.MAX32;
        long offset = record.getInt(16) & Layout.MAX32;
        long begin = end;
        if (number == Layout.MAX16 || size == Layout.MAX32 || offset == Layout.MAX32) {
            begin = end - Layout.LOCATOR_LENGTH - Layout.END64_LENGTH;
            ByteBuffer wide = read(channel, Math.max(begin, 0), Layout.END64_LENGTH);
            if (begin < 0 || wide.getInt(0) != Layout.END64) {
                wrong("The end record is not as it was written.");
                return entries;
            }
            size = wide.getLong(40);
            offset = wide.getLong(48);
        }
        long from = starts(channel, offset) ? offset : begin - size;
        if (from < 0 || from > begin || begin - from > LARGEST_INDEX || !starts(channel, from)) {
            wrong("The end record is not as it was written: it does not tell where the table of contents is.");
            from = found(channel, begin);
            if (from < 0) {
                return entries;
            }
        }
        table(read(channel, from, (int) (begin - from)), entries);
        // Programs still read what something was put before, so everything is moved by that.
        long moved = from - offset;
        boolean before = moved > 0 && moved < from && !entries.isEmpty() && isHeader(channel, moved);
        if (before) {
            wrong("Something stands before the first entry: " + moved + " bytes.");
            entries.forEach(entry -> entry.offset += moved);
        }
        byte[] must = Layout.end(entries.size(), begin - from, before ? offset : from);
        ByteBuffer is = read(channel, begin, must.length);
        if (!Arrays.equals(must, Arrays.copyOf(is.array(), is.limit()))) {
            wrong("The end record is not as it was written.");
        }
        gaps(channel, entries, from, before ? moved : 0);
        return entries;
    }

    private static boolean starts(FileChannel channel, long at) throws IOException {
        ByteBuffer four = at < 0 ? Layout.buffer(0) : read(channel, at, 4);
        return four.limit() == 4 && four.getInt() == Layout.RECORD;
    }

    private static long lastEnd(FileChannel channel, long length) throws IOException {
        int reach = (int) Math.min(length, 1 << 20);
        ByteBuffer tail = read(channel, length - reach, reach);
        for (int at = tail.limit() - Layout.END_LENGTH; at >= 0; at--) {
            if (tail.getInt(at) == Layout.END) {
                return length - reach + at;
            }
        }
        return -1;
    }

    /** Where the last stretch of records before the end begins. */
    private static long found(FileChannel channel, long end) throws IOException {
        int reach = (int) Math.min(end, 1 << 24);
        ByteBuffer tail = read(channel, end - reach, reach);
        byte[] first = "README.txt".getBytes(StandardCharsets.US_ASCII);
        for (int at = tail.limit() - Layout.RECORD_LENGTH - first.length; at >= 0; at--) {
            if (tail.getInt(at) == Layout.RECORD
                    && Arrays.equals(
                            first,
                            Arrays.copyOfRange(
                                    tail.array(),
                                    at + Layout.RECORD_LENGTH,
                                    at + Layout.RECORD_LENGTH + first.length))) {
                return end - reach + at;
            }
        }
        return -1;
    }

    private void table(ByteBuffer table, List<Entry> entries) {
        String before = "the first entry";
        while (table.hasRemaining()) {
            int at = table.position();
            if (table.remaining() < Layout.RECORD_LENGTH || table.getInt(at) != Layout.RECORD) {
                wrong("The table of contents can't be read after " + before + ".");
                return;
            }
            int called = table.getShort(at + 28) & Layout.MAX16;
            int extra = table.getShort(at + 30) & Layout.MAX16;
            int whole = Layout.RECORD_LENGTH + called + extra;
            if (table.remaining() < whole) {
                wrong("The table of contents can't be read after " + before + ".");
                return;
            }
            String name = new String(table.array(), at + Layout.RECORD_LENGTH, called, StandardCharsets.ISO_8859_1);
            Entry entry = entry(table, at, name, extra);
            byte[] must = Layout.record(name, entry.size, entry.crc, entry.offset);
            if (!Arrays.equals(must, Arrays.copyOfRange(table.array(), at, at + whole))) {
                wrongInTable(name);
            }
            entries.add(entry);
            before = shown(name);
            table.position(at + whole);
        }
    }

    private static Entry entry(ByteBuffer table, int at, String name, int extra) {
        long crc = table.getInt(at + 16) & Layout.MAX32;
        long size = table.getInt(at + 24) & Layout.MAX32;
        long offset = table.getInt(at + 42) & Layout.MAX32;
        int wide = at + Layout.RECORD_LENGTH + name.length() + 4;
        int end = wide - 4 + extra;
        if (size == Layout.MAX32 && wide + 16 <= end) {
            size = table.getLong(wide);
            wide += 16;
        }
        if (offset == Layout.MAX32 && wide + 8 <= end) {
            offset = table.getLong(wide);
        }
        return new Entry(name, size, crc, offset);
    }

    private static boolean isHeader(FileChannel channel, long at) throws IOException {
        ByteBuffer four = at < 0 ? Layout.buffer(0) : read(channel, at, 4);
        return four.limit() == 4 && four.getInt() == Layout.HEADER;
    }

    /** The entry as the header at that place tells of it; null if there is none. */
    private static Entry local(FileChannel channel, long at) throws IOException {
        if (!isHeader(channel, at)) {
            return null;
        }
        ByteBuffer header = read(channel, at, 30);
        int called = header.limit() < 30 ? 0 : header.getShort(26) & Layout.MAX16;
        ByteBuffer rest = read(channel, at + 30, called + 20);
        if (rest.limit() < called) {
            return null;
        }
        String name = new String(rest.array(), 0, called, StandardCharsets.ISO_8859_1);
        long size = header.getInt(22) & Layout.MAX32;
        if (size == Layout.MAX32 && rest.limit() == called + 20) {
            size = rest.getLong(called + 4);
        }
        return new Entry(name, size, header.getInt(14) & Layout.MAX32, at);
    }

    private void wrongInTable(String name) {
        wrong("What the table of contents says of " + shown(name) + " is not as it was written.");
    }

    /** Nothing stands before, between and after the entries. */
    private void gaps(FileChannel channel, List<Entry> entries, long table, long begin) throws IOException {
        long at = begin;
        String before = "";
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            Entry local = entry.offset == at ? null : local(channel, at);
            if (local != null && local.name.equals(entry.name)) {
                wrongInTable(entry.name);
                entry.offset = at;
            }
            long next = i + 1 < entries.size() ? entries.get(i + 1).offset : table;
            local = entry.end() == next ? null : local(channel, entry.offset);
            if (local != null && local.size != entry.size && local.end() == next) {
                wrongInTable(entry.name);
                entry.size = local.size;
            }
            if (entry.offset != at) {
                wrong(
                        before.isEmpty()
                                ? "Something stands before the first entry: " + entry.offset + " bytes."
                                : "The entries " + before + " and " + shown(entry.name) + " do not follow each other.");
            }
            at = entry.end();
            before = shown(entry.name);
        }
        if (at != table) {
            wrong("Something stands between the last entry, " + before + ", and the table of contents, or is missing"
                    + " there.");
        }
    }

    /** Headers held against the table, and hashes taken. */
    private void contents(FileChannel channel, List<Entry> entries) throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (Entry entry : entries) {
            byte[] must = Layout.header(entry.name, entry.size, entry.crc);
            if (entry.offset < 0 || entry.size < 0 || entry.end() < 0 || entry.end() > channel.size()) {
                wrong("The content of " + shown(entry.name) + " is not where the table of contents says.");
                continue;
            }
            MessageDigest digest = sha256();
            CRC32 crc = new CRC32();
            InputStream content = open(channel, entry);
            for (int read = content.read(buffer); read > 0; read = content.read(buffer)) {
                digest.update(buffer, 0, read);
                crc.update(buffer, 0, read);
            }
            entry.sha256 = HexFormat.of().formatHex(digest.digest());
            ByteBuffer is = read(channel, entry.offset, must.length);
            if (!Arrays.equals(must, Arrays.copyOf(is.array(), is.limit()))) {
                header(channel, entry, crc.getValue());
            } else if (crc.getValue() != entry.crc) {
                wrong("The content of " + shown(entry.name) + " does not have its checksum.");
            }
        }
    }

    /** Header and table disagree: the one that fits the content is right. */
    private void header(FileChannel channel, Entry entry, long crc) throws IOException {
        Entry local = local(channel, entry.offset);
        boolean likely = local != null && local.name.length() == entry.name.length();
        byte[] must = likely ? Layout.header(local.name, entry.size, crc) : new byte[0];
        ByteBuffer is = read(channel, entry.offset, must.length);
        if (!likely || !Arrays.equals(must, Arrays.copyOf(is.array(), is.limit()))) {
            wrong("The header before " + shown(entry.name) + " is not as it was written.");
        } else if (local.name.equals(entry.name)) {
            wrongInTable(local.name);
        } else {
            wrong("The header before " + shown(entry.name) + " calls it " + shown(local.name)
                    + ", the table of contents does not.");
        }
    }

    // ------------------------------------------------------------------------------------------------- the manifest

    /**
     * What an archive must hold.
     *
     * @param hashes SHA-256 by name, in order
     */
    record Manifest(String installation, String export, String made, Map<String, String> hashes) {

        /** A form that {@code sha256sum -c} reads, too. */
        String text() {
            StringBuilder text = new StringBuilder("# " + FORM + "\n# installation " + installation + "\n# export "
                    + export + "\n# made " + made + "\n# files " + hashes.size() + "\n");
            hashes.forEach(
                    (name, hash) -> text.append(hash).append("  ").append(name).append('\n'));
            return text.toString();
        }

        /** Null if that is none. */
        static Manifest read(String text) {
            String[] lines = text.split("\n", -1);
            if (lines.length < 6 || !lines[0].equals("# " + FORM)) {
                return null;
            }
            Map<String, String> hashes = new LinkedHashMap<>();
            for (int i = 5; i < lines.length - 1; i++) {
                int gap = lines[i].indexOf("  ");
                if (gap != 64 || !HASH.matcher(lines[i].substring(0, gap)).matches()) {
                    return null;
                }
                hashes.put(lines[i].substring(gap + 2), lines[i].substring(0, gap));
            }
            Manifest manifest = new Manifest(
                    after(lines[1], "# installation "),
                    after(lines[2], "# export "),
                    after(lines[3], "# made "),
                    hashes);
            return manifest.text().equals(text) ? manifest : null;
        }

        private static String after(String line, String start) {
            return line.startsWith(start) ? line.substring(start.length()) : "";
        }
    }

    private static Entry named(List<Entry> entries, String name) {
        return entries.stream()
                .filter(entry -> entry.name.equals(name))
                .findFirst()
                .orElse(null);
    }

    private String text(FileChannel channel, Entry entry) throws IOException {
        if (entry == null || entry.sha256.isEmpty() || entry.size > LARGEST_INDEX) {
            return "";
        }
        return new String(open(channel, entry).readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    private Manifest manifest(FileChannel channel, List<Entry> entries) throws IOException {
        int last = entries.size() - 1;
        boolean inPlace = last >= 1
                && entries.get(last).name.equals(SIGNATURE)
                && entries.get(last - 1).name.equals(MANIFEST);
        if (!entries.isEmpty() && !inPlace) {
            wrong(MANIFEST + " and " + SIGNATURE + " are not the last two entries.");
        }
        Manifest manifest = Manifest.read(text(channel, named(entries, MANIFEST)));
        if (manifest == null && !entries.isEmpty()) {
            wrong(MANIFEST + " is missing or not as it was written.");
        }
        return manifest;
    }

    private void compare(Manifest manifest, List<Entry> entries) {
        Map<String, Integer> seen = new HashMap<>();
        Map<String, String> strangers = new HashMap<>();
        List<String> order = new ArrayList<>();
        for (Entry entry : entries) {
            if (seen.merge(entry.name, 1, Integer::sum) > 1) {
                wrong(shown(entry.name) + " is there more than once.");
            }
            if (!NAME.matcher(entry.name).matches()) {
                wrong("The name " + shown(entry.name) + " is none that an archive has.");
            }
            if (entry.name.equals(MANIFEST) || entry.name.equals(SIGNATURE)) {
                continue;
            }
            order.add(entry.name);
            String hash = manifest.hashes().get(entry.name);
            if (hash == null) {
                strangers.put(entry.sha256, entry.name);
            } else if (!hash.equals(entry.sha256)) {
                wrong("The content of " + shown(entry.name) + " was changed.");
            }
        }
        manifest.hashes().forEach((name, hash) -> {
            if (!seen.containsKey(name)) {
                String now = strangers.remove(hash);
                wrong(now == null ? shown(name) + " is missing." : shown(name) + " was renamed: " + shown(now) + ".");
            }
        });
        strangers.values().forEach(name -> wrong(shown(name) + " was added."));
        if (count == 0 && !order.equals(List.copyOf(manifest.hashes().keySet()))) {
            wrong("The entries are not in the order of " + MANIFEST + ".");
        }
    }

    static String signatureText(byte[] key, byte[] signature) {
        HexFormat hex = HexFormat.of();
        return SIGNED + "\nkey " + hex.formatHex(key) + "\nfingerprint " + hex.formatHex(sha256().digest(key))
                + "\nsignature " + hex.formatHex(signature) + "\n";
    }

    /** @return the fingerprint of the key; empty if there is none */
    private String signature(FileChannel channel, List<Entry> entries, Manifest manifest) throws IOException {
        String text = text(channel, named(entries, SIGNATURE));
        Matcher parts = Pattern.compile(SIGNED + "\nkey ([0-9a-f]{2,400})\nfingerprint ([0-9a-f]{64})\n"
                        + "signature ([0-9a-f]{128})\n")
                .matcher(text);
        if (!parts.matches() || parts.group(1).length() % 2 != 0) {
            wrong(SIGNATURE + " is missing or not as it was written.");
            return "";
        }
        byte[] key = HexFormat.of().parseHex(parts.group(1));
        byte[] signature = HexFormat.of().parseHex(parts.group(3));
        if (!signatureText(key, signature).equals(text)) {
            wrong(SIGNATURE + " is not as it was written: its fingerprint is not that of its key.");
        }
        if (!fits(key, manifest.text().getBytes(StandardCharsets.ISO_8859_1), signature)) {
            wrong("The signature in " + SIGNATURE + " does not fit " + MANIFEST + ".");
        }
        String fingerprint = HexFormat.of().formatHex(sha256().digest(key));
        if (!keys.isEmpty() && keys.stream().noneMatch(fingerprint::startsWith)) {
            wrong("The archive is signed with another key than the one you named: " + fingerprint + ".");
        }
        return fingerprint;
    }

    private static boolean fits(byte[] key, byte[] message, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)));
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    // --------------------------------------------------------------------------------------------------- the trail

    /**
     * The trail's rows concerned: each is what was hashed, and stands in the chain that the head signs. Of the rows between
     * them the archive holds hashes only, which tell nothing of what they say.
     */
    private final class Trail {

        private static final Pattern HEAD_FORM = Pattern.compile("\\{\"at\":\"[^\"]*\",\"hash\":\"([0-9a-f]{64})\","
                + "\"installation\":\"([0-9a-f-]{36})\",\"key\":\"([0-9a-f]{64})\",\"position\":(\\d{1,18}),"
                + "\"publicKey\":\"([A-Za-z0-9+/=]+)\"(,\"signature\":\"([A-Za-z0-9+/=]+)\"),\"type\":\"[a-z0-9-]+\"}");

        private final FileChannel channel;
        private final List<Entry> entries;
        private final String installation;
        private final String key;

        Trail(FileChannel channel, List<Entry> entries, String installation, String key) {
            this.channel = channel;
            this.entries = entries;
            this.installation = installation;
            this.key = key;
        }

        /** @return a line about it; empty if the archive holds none */
        String verify() throws IOException {
            Entry head = named(entries, HEAD);
            if (head == null) {
                return "";
            }
            Matcher end = head(text(channel, head), HEAD);
            Map<Long, String> rows = rows();
            long last = end == null ? 0 : Long.parseLong(end.group(4));
            Map<Long, String> outside = new HashMap<>();
            for (Path path : noted) {
                Matcher known = head(Files.readString(path).strip(), String.valueOf(path.getFileName()));
                if (known != null) {
                    outside.put(Long.parseLong(known.group(4)), known.group(1));
                }
            }
            chain(rows, outside, last, end == null ? "" : end.group(1));
            return end == null ? "" : rows.size() + " rows, in the chain up to row " + last;
        }

        private Matcher head(String text, String where) {
            Matcher head = HEAD_FORM.matcher(text);
            if (!head.matches()) {
                wrong(shown(where) + " is no head of a trail.");
                return null;
            }
            byte[] publicKey = Base64.getDecoder().decode(head.group(5));
            String unsigned = text.substring(0, head.start(6)) + text.substring(head.end(6));
            boolean own = HexFormat.of().formatHex(sha256().digest(publicKey)).equals(head.group(3));
            byte[] signature = Base64.getDecoder().decode(head.group(7));
            if (!own || !fits(publicKey, unsigned.getBytes(StandardCharsets.UTF_8), signature)) {
                wrong("The head in " + shown(where) + " is forged: its signature does not fit.");
            }
            if (!head.group(3).equals(key) || !head.group(2).equals(installation)) {
                wrong("The head in " + shown(where) + " belongs to another installation.");
            }
            return head;
        }

        private Map<Long, String> rows() throws IOException {
            Map<Long, String> rows = new HashMap<>();
            Entry entry = named(entries, ROWS);
            if (entry == null) {
                wrong(ROWS + " is missing.");
                return rows;
            }
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            byte[] buffer = new byte[1 << 16];
            try (InputStream in = open(channel, entry)) {
                for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                    int from = 0;
                    for (int i = 0; i < read; i++) {
                        if (buffer[i] == '\n') {
                            line.write(buffer, from, i - from);
                            row(line.toByteArray(), rows);
                            line.reset();
                            from = i + 1;
                        }
                    }
                    line.write(buffer, from, read - from);
                }
            }
            if (line.size() > 0) {
                wrong(ROWS + " does not end with a line.");
            }
            return rows;
        }

        private void row(byte[] line, Map<Long, String> rows) {
            try {
                Map<String, String> members = Json.members(new String(line, StandardCharsets.ISO_8859_1));
                long position = Long.parseLong(members.get("position"));
                String content = Json.plain(members.get("content"));
                if (!hash(members.getOrDefault("entry", "")).equals(content)) {
                    wrong("Row " + position + " of the trail was edited: its content is not what was hashed.");
                }
                if (rows.put(position, content) != null) {
                    wrong("Row " + position + " of the trail is there twice.");
                }
                opened(position, members);
            } catch (IllegalArgumentException e) {
                wrong("A row of the trail can't be read: " + shown(String.valueOf(e.getMessage())) + ".");
            }
        }

        /** What is personal stands beside the entry, which holds a hash of it; a number stands for what was forgotten. */
        private void opened(long position, Map<String, String> members) {
            String personal = Json.members(members.get("entry")).getOrDefault("personal", "{}");
            Map<String, String> committed = Json.members(personal);
            Map<String, String> opened = Json.members(members.get("opened"));
            if (!committed.keySet().equals(opened.keySet())) {
                wrong("Row " + position + " of the trail: its personal facts are not those that it names.");
            }
            opened.forEach((fact, value) -> {
                boolean there = value.startsWith("{");
                if (there && !hash(value).equals(Json.plain(committed.getOrDefault(fact, "\"\"")))) {
                    wrong("Row " + position + " of the trail: the personal fact " + shown(fact) + " was edited.");
                }
            });
        }

        private String hash(String text) {
            return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.ISO_8859_1)));
        }

        private void chain(Map<Long, String> rows, Map<Long, String> outside, long last, String signed)
                throws IOException {
            Entry entry = named(entries, CHAIN);
            if (entry == null) {
                wrong(CHAIN + " is missing.");
                return;
            }
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(open(channel, entry), StandardCharsets.ISO_8859_1))) {
                chain(lines, rows, outside, last, signed);
            }
        }

        private void chain(
                BufferedReader lines, Map<Long, String> rows, Map<Long, String> outside, long last, String signed)
                throws IOException {
            String[] start = String.valueOf(lines.readLine()).split(" ");
            if (start.length != 3
                    || !start[1].matches("\\d{1,18}")
                    || !HASH.matcher(start[2]).matches()) {
                wrong(CHAIN + " can't be read.");
                return;
            }
            long position = Long.parseLong(start[1]) - 1;
            byte[] hash = HexFormat.of().parseHex(start[2]);
            long found = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!HASH.matcher(line).matches()) {
                    wrong(CHAIN + " can't be read after row " + position + ".");
                    return;
                }
                position++;
                MessageDigest digest = sha256();
                digest.update(hash);
                hash = digest.digest(HexFormat.of().parseHex(line));
                String row = rows.get(position);
                found += row == null ? 0 : 1;
                if (row != null && !row.equals(line)) {
                    wrong("Row " + position + " of the trail is not the one that the chain holds.");
                }
                String known = outside.get(position);
                if (known != null && !known.equals(HexFormat.of().formatHex(hash))) {
                    wrong("Row " + position + " of the trail is not the one that the head you noted signed.");
                }
            }
            if (position != last || !HexFormat.of().formatHex(hash).equals(signed)) {
                wrong("The chain does not lead to the row that the head signs.");
            }
            if (found != rows.size()) {
                wrong((rows.size() - found) + " rows of the trail are not in its chain.");
            }
        }
    }

    /** As much JSON as the trail's rows need: what stands under a name, as it stands there. */
    private static final class Json {

        private final String text;
        private int at;

        private Json(String text) {
            this.text = text;
        }

        static String plain(String string) {
            if (string == null || string.length() < 2) {
                throw new IllegalArgumentException("a text is missing in it");
            }
            return string.substring(1, string.length() - 1);
        }

        static Map<String, String> members(String text) {
            if (text == null) {
                throw new IllegalArgumentException("an object is missing in it");
            }
            Map<String, String> members = new LinkedHashMap<>();
            Json json = new Json(text);
            json.expect('{');
            while (json.peek() != '}') {
                if (!members.isEmpty()) {
                    json.expect(',');
                }
                int name = json.at;
                json.string();
                String called = plain(text.substring(name, json.at));
                json.expect(':');
                int from = json.at;
                json.value();
                if (members.put(called, text.substring(from, json.at)) != null) {
                    throw new IllegalArgumentException("a name is there twice");
                }
            }
            json.expect('}');
            if (json.at != text.length()) {
                throw new IllegalArgumentException("there is more after its end");
            }
            return members;
        }

        private char peek() {
            if (at >= text.length()) {
                throw new IllegalArgumentException("it ends in the middle");
            }
            return text.charAt(at);
        }

        private void expect(char c) {
            if (peek() != c) {
                throw new IllegalArgumentException("'" + c + "' is expected");
            }
            at++;
        }

        private void string() {
            expect('"');
            while (peek() != '"') {
                at += peek() == '\\' ? 2 : 1;
            }
            at++;
        }

        private void value() {
            int depth = 0;
            do {
                char c = peek();
                if (c == '"') {
                    string();
                } else if (c == '{' || c == '[') {
                    depth++;
                    at++;
                } else if (c == '}' || c == ']') {
                    depth--;
                    at++;
                } else {
                    at++;
                }
            } while (depth > 0 || at < text.length() && ",}]".indexOf(text.charAt(at)) < 0);
        }
    }
}
