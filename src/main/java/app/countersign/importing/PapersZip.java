package app.countersign.importing;

import app.countersign.document.Limits;
import app.countersign.kernel.BoundedStream;
import app.countersign.kernel.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.Normalizer;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A ZIP file with the signed papers of a table's contracts. Read one paper at a time and in bounds, since what a stranger
 * packed into a few kilobytes may be gigabytes; nothing in it is written under a name of its own.
 */
final class PapersZip {

    /** Of the ZIP file, in bytes. */
    static final long LARGEST = 200L * 1024 * 1024;

    /** Of all papers together, unpacked, in bytes. */
    private static final long MOST_UNPACKED = 400L * 1024 * 1024;

    private static final int LONGEST_NAME = 200;
    private static final String ENDING = ".pdf";

    private PapersZip() {}

    /** What is done with a paper. */
    interface Taking {
        void take(String name, byte[] pdf);
    }

    /**
     * @param content not closed
     * @throws Refused with what is to be done, if it is no ZIP file, too large, or says a name twice
     */
    static void read(InputStream content, Taking taking) throws IOException {
        Path file = Files.createTempFile("countersign", ".zip");
        try {
            Files.copy(
                    new BoundedStream(
                            content, LARGEST, () -> Refused.because("importing.refusal.zip-large", LARGEST >> 20)),
                    file,
                    StandardCopyOption.REPLACE_EXISTING);
            read(file, taking);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void read(Path file, Taking taking) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > Grid.MOST_ROWS * 2) {
                throw Refused.because("importing.refusal.zip-many", Grid.MOST_ROWS - 1);
            }
            Set<String> seen = new HashSet<>();
            long left = MOST_UNPACKED;
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String name = name(entry.getName());
                if (entry.isDirectory() || !name.endsWith(ENDING) || isFurniture(entry.getName())) {
                    continue;
                }
                if (!seen.add(name)) {
                    throw Refused.because("importing.refusal.zip-twice", name);
                }
                byte[] pdf = unpacked(zip, entry, Math.min(left, Limits.USUAL.bytes()));
                left -= pdf.length;
                taking.take(name, pdf);
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw Refused.because("importing.refusal.zip");
        }
    }

    private static byte[] unpacked(ZipFile zip, ZipEntry entry, long most) throws IOException {
        try (InputStream content = new BoundedStream(
                zip.getInputStream(entry),
                most,
                () -> Refused.because(
                        "importing.refusal.zip-bomb", name(entry.getName()), Limits.USUAL.bytes() >> 20))) {
            return content.readAllBytes();
        }
    }

    /** What a Mac packs beside each file. */
    private static boolean isFurniture(String path) {
        return path.startsWith("__MACOSX/") || path.matches("(?s)(?:.*/)?\\._[^/]*");
    }

    /** As a table may call it: without its folder, in lower case, nothing in it that can't be seen. */
    static String name(String path) {
        String bare = Normalizer.normalize(path, Normalizer.Form.NFC)
                .replaceAll("(?s).*[/\\\\]", "")
                .replaceAll("\\p{C}", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        return bare.length() <= LONGEST_NAME ? bare : bare.substring(bare.length() - LONGEST_NAME);
    }
}
