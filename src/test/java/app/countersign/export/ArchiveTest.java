package app.countersign.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive proves itself: whatever is done to any of its bytes is named. */
class ArchiveTest {

    private static final String INSTALLATION = "6f1f5c5e-0000-4000-8000-000000000001";

    @TempDir
    private Path folder;

    private KeyPair key;
    private KeyPair another;
    private Map<String, String> files;
    private byte[] archive;

    @BeforeEach
    void make() throws GeneralSecurityException, IOException {
        key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        another = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        files = new LinkedHashMap<>();
        files.put("README.txt", "Read me");
        files.put("data/a.csv", "");
        files.put("files/0123-b.bin", "\u0000\u0001PK");
        archive = archive(files, key);
    }

    private byte[] archive(Map<String, String> content, KeyPair by) throws IOException {
        Path file = Files.createTempFile(folder, "archive", ".zip");
        try (Archive zip = new Archive(FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE))) {
            for (Map.Entry<String, String> one : content.entrySet()) {
                byte[] bytes = one.getValue().getBytes(StandardCharsets.ISO_8859_1);
                if (one.getKey().startsWith("files/")) {
                    String hash = HexFormat.of().formatHex(Verify.sha256().digest(bytes));
                    zip.add(one.getKey(), bytes.length, hash, new ByteArrayInputStream(bytes));
                } else {
                    zip.add(one.getKey(), bytes);
                }
            }
            zip.seal(
                    INSTALLATION,
                    "export",
                    "2026-11-28T00:00:00Z",
                    by.getPublic().getEncoded(),
                    m -> sign(m, by));
        }
        return Files.readAllBytes(file);
    }

    private static byte[] sign(byte[] message, KeyPair by) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(by.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Verdict(int code, String words) {}

    private Verdict verify(byte[] bytes, String... more) throws IOException {
        Path file = folder.resolve("looked-at.zip");
        Files.write(file, bytes);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String[] args = new String[more.length + 1];
        args[0] = file.toString();
        System.arraycopy(more, 0, args, 1, more.length);
        int code = Verify.run(args, new PrintStream(said, true, StandardCharsets.UTF_8));
        return new Verdict(code, said.toString(StandardCharsets.UTF_8));
    }

    private String fingerprint(KeyPair pair) {
        return HexFormat.of().formatHex(Verify.sha256().digest(pair.getPublic().getEncoded()));
    }

    @Test
    void anArchiveThatNobodyTouchedIsWhole() throws IOException {
        Verdict verdict = verify(archive, "--key", fingerprint(key).substring(0, 16));
        assertThat(verdict.words()).contains("is whole", INSTALLATION).doesNotContain("WRONG", "NOTE");
        assertThat(verdict.code()).isZero();
        assertThat(verify(archive).words()).contains("NOTE: nothing from outside");
    }

    @Test
    void otherProgramsReadItFromEitherEnd() throws IOException {
        Path file = folder.resolve("other.zip");
        Files.write(file, archive);
        Map<String, String> seen = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                seen.put(
                        entry.getName(),
                        new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(seen)
                .containsAllEntriesOf(files)
                .containsKeys(Verify.MANIFEST, Verify.SIGNATURE)
                .hasSize(5);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1))
                        .isEqualTo(seen.remove(entry.getName()));
            }
        }
        assertThat(seen).isEmpty();
    }

    @Test
    void theSameFilesGiveTheSameBytes() throws IOException {
        assertThat(archive(files, key)).isEqualTo(archive);
    }

    @Test
    void everyByteThatIsChangedIsNoticed() throws IOException {
        for (int at = 0; at < archive.length; at++) {
            byte[] changed = archive.clone();
            changed[at] ^= (byte) (1 << at % 8);
            Verdict verdict = verify(changed);
            assertThat(verdict.code()).as("byte %d: %s", at, verdict.words()).isNotZero();
            assertThat(verdict.words()).as("byte %d", at).contains("WRONG: ").contains(whereabouts(at));
        }
    }

    /** What must be named if that byte is changed. */
    private String whereabouts(int at) {
        int table = indexOf("PK\u0001\u0002", 0);
        int end = indexOf("PK\u0005\u0006", table);
        if (at >= end) {
            return "end record";
        }
        if (at >= table) {
            return "table of contents";
        }
        String name = "";
        for (int header = 0; header >= 0 && header <= at; header = indexOf("PK\u0003\u0004", header + 4)) {
            int length = archive[header + 26];
            name = new String(archive, header + 30, length, StandardCharsets.US_ASCII);
            if (at < header + 30 + length) {
                return at < header ? name : "header before " + (at < header ? "" : name);
            }
        }
        return name;
    }

    private int indexOf(String what, int from) {
        return new String(archive, StandardCharsets.ISO_8859_1).indexOf(what, from);
    }

    @Test
    void everyByteThatIsAddedOrTakenAwayIsNoticed() throws IOException {
        // Every third: each header, name, content and record is met, and three of a run of bytes tell no more than one.
        for (int at = 0; at <= archive.length; at += 3) {
            byte[] longer = new byte[archive.length + 1];
            System.arraycopy(archive, 0, longer, 0, at);
            longer[at] = 'x';
            System.arraycopy(archive, at, longer, at + 1, archive.length - at);
            Verdict added = verify(longer);
            assertThat(added.code()).as("added at %d: %s", at, added.words()).isNotZero();
            assertThat(added.words()).as("added at %d", at).contains("WRONG: ");
            if (at < archive.length) {
                byte[] shorter = new byte[archive.length - 1];
                System.arraycopy(archive, 0, shorter, 0, at);
                System.arraycopy(archive, at + 1, shorter, at, archive.length - at - 1);
                Verdict taken = verify(shorter);
                assertThat(taken.code())
                        .as("taken away at %d: %s", at, taken.words())
                        .isNotZero();
                assertThat(taken.words()).as("taken away at %d", at).contains("WRONG: ");
            }
        }
    }

    @Test
    void whatIsPutBeforeOrBehindIsNamed() throws IOException {
        assertThat(verify(joined("MZ".getBytes(StandardCharsets.US_ASCII), archive))
                        .words())
                .contains("WRONG: Something stands before the first entry");
        assertThat(verify(joined(archive, "tail".getBytes(StandardCharsets.US_ASCII)))
                        .words())
                .contains("WRONG: The file does not end with its end record: 4 bytes stand behind it.");
        byte[] commented = joined(archive, "hi".getBytes(StandardCharsets.US_ASCII));
        commented[archive.length - 2] = 2;
        assertThat(verify(commented).words()).contains("WRONG: The end record is not as it was written.");
        assertThat(verify(joined(archive, archive)).code()).isNotZero();
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    /** Written by our own writer, so that every header is right, but with the manifest and signature of the first. */
    private byte[] forged(Map<String, String> content) throws IOException {
        Map<String, String> all = new LinkedHashMap<>(content);
        Path file = folder.resolve("other.zip");
        Files.write(file, archive);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (String name : List.of(Verify.MANIFEST, Verify.SIGNATURE)) {
                all.put(
                        name,
                        new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        return unsigned(all);
    }

    private byte[] unsigned(Map<String, String> content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        for (Map.Entry<String, String> one : content.entrySet()) {
            byte[] data = one.getValue().getBytes(StandardCharsets.ISO_8859_1);
            java.util.zip.CRC32 crc = new java.util.zip.CRC32();
            crc.update(data);
            String name = one.getKey().replace("|", "");
            table.writeBytes(Verify.Layout.record(name, data.length, crc.getValue(), bytes.size()));
            bytes.writeBytes(Verify.Layout.header(name, data.length, crc.getValue()));
            bytes.writeBytes(data);
        }
        int offset = bytes.size();
        bytes.writeBytes(table.toByteArray());
        bytes.writeBytes(Verify.Layout.end(content.size(), table.size(), offset));
        return bytes.toByteArray();
    }

    @Test
    void filesThatAreNotThoseOfTheManifestAreNamed() throws IOException {
        assertThat(verify(forged(files)).code()).isZero();

        Map<String, String> changed = new LinkedHashMap<>(files);
        changed.put("data/a.csv", "another");
        assertThat(verify(forged(changed)).words()).contains("WRONG: The content of data/a.csv was changed.");

        Map<String, String> fewer = new LinkedHashMap<>(files);
        fewer.remove("data/a.csv");
        assertThat(verify(forged(fewer)).words()).contains("WRONG: data/a.csv is missing.");

        Map<String, String> more = new LinkedHashMap<>(files);
        more.put("files/more.bin", "more");
        assertThat(verify(forged(more)).words()).contains("WRONG: files/more.bin was added.");

        Map<String, String> renamed = new LinkedHashMap<>();
        files.forEach((name, content) -> renamed.put(name.replace("0123-b", "0123-c"), content));
        assertThat(verify(forged(renamed)).words()).contains("WRONG: files/0123-b.bin was renamed: files/0123-c.bin.");

        Map<String, String> twice = new LinkedHashMap<>(files);
        twice.put("|data/a.csv", "another");
        assertThat(verify(forged(twice)).words()).contains("WRONG: data/a.csv is there more than once.");

        Map<String, String> outside = new LinkedHashMap<>(files);
        outside.put("../outside.txt", "x");
        assertThat(verify(forged(outside)).words()).contains("WRONG: The name ../outside.txt is none");

        Map<String, String> turned = new LinkedHashMap<>();
        List.of("data/a.csv", "README.txt", "files/0123-b.bin").forEach(name -> turned.put(name, files.get(name)));
        assertThat(verify(forged(turned)).words()).contains("WRONG: The entries are not in the order");
    }

    @Test
    void aManifestThatWasRewrittenNeedsTheKey() throws IOException {
        Map<String, String> changed = new LinkedHashMap<>(files);
        changed.put("data/a.csv", "another");
        byte[] foreign = archive(changed, another);

        // Whole in itself, so only the fingerprint tells.
        assertThat(verify(foreign).code()).isZero();
        assertThat(verify(foreign, "--key", fingerprint(key)).words())
                .contains("WRONG: The archive is signed with another key than the one you named");

        Map<String, String> all = new LinkedHashMap<>(changed);
        Path file = folder.resolve("foreign.zip");
        Files.write(file, foreign);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            all.put(
                    Verify.MANIFEST,
                    new String(
                            zip.getInputStream(zip.getEntry(Verify.MANIFEST)).readAllBytes(),
                            StandardCharsets.ISO_8859_1));
        }
        Files.write(file, archive);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            all.put(
                    Verify.SIGNATURE,
                    new String(
                            zip.getInputStream(zip.getEntry(Verify.SIGNATURE)).readAllBytes(),
                            StandardCharsets.ISO_8859_1));
        }
        assertThat(verify(unsigned(all)).words())
                .contains("WRONG: The signature in MANIFEST.sig does not fit MANIFEST.sha256.");
    }

    @Test
    void tooManyEntriesForTheOldFormatAreWrittenInTheWideOne() throws IOException {
        Map<String, String> many = new LinkedHashMap<>();
        many.put("README.txt", "");
        for (int i = 0; i < 65_600; i++) {
            many.put("data/" + i, "");
        }
        byte[] large = archive(many, key);
        large[large.length - Verify.Layout.END_LENGTH - 30] ^= 1;
        assertThat(verify(large).words())
                .startsWith("WRONG: The end record is not as it was written.\nInstallation")
                .contains("Files         65601");
    }

    /** A file of 5 GB is not written in a test; what would stand around it is. */
    @Test
    void sizesBeyondFourGigabytesAreWrittenInTheWideForm() {
        long size = 5L << 30;
        assertThat(Verify.Layout.header("a", size, 7)).hasSize(30 + 1 + 20);
        assertThat(Verify.Layout.record("a", 3, 7, size)).hasSize(46 + 1 + 12);
        assertThat(Verify.Layout.record("a", size, 7, size)).hasSize(46 + 1 + 28);
        assertThat(Verify.Layout.end(1, 50, size)).hasSize(22 + 56 + 20);
    }

    @Test
    void whatIsNoArchiveIsSaidToBeNone() throws IOException {
        assertThat(verify(new byte[0]).words()).contains("WRONG: The file has no end record");
        assertThat(verify("hello".getBytes(StandardCharsets.US_ASCII)).code()).isEqualTo(1);
        assertThat(Verify.run(new String[0], System.out)).isEqualTo(2);
        assertThat(Verify.run(new String[] {folder.resolve("nowhere.zip").toString()}, System.out))
                .isEqualTo(2);
    }
}
