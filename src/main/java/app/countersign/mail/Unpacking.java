package app.countersign.mail;

import app.countersign.kernel.Reason;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Unpacks ZIP files that may be made to harm, within bounds on depth, number, size and ratio. For one mail. */
final class Unpacking {

    private static final int DEEPEST = 2;
    private static final int MOST = 100;
    private static final long MOST_BYTES = 100L * 1024 * 1024;
    /** No document packs better: what does is there to fill disks. */
    private static final int RATIO = 100;

    private static final long FREE = 4L * 1024 * 1024;

    private final Sink sink;
    private long left;
    private int entries;

    /** Takes what was unpacked. */
    interface Sink {
        void file(String name, String type, InputStream content) throws IOException;
    }

    /** Unpacks to more than is sensible. */
    private static final class Bomb extends IOException {

        private static final long serialVersionUID = 1L;
    }

    /** @param size of what is unpacked, in bytes */
    Unpacking(long size, Sink sink) {
        this.sink = sink;
        this.left = Math.min(MOST_BYTES, FREE + size * RATIO);
    }

    static boolean isArchive(String name, String type) {
        return name.toLowerCase(Locale.ROOT).endsWith(".zip")
                || type.equals("application/zip")
                || type.equals("application/x-zip-compressed");
    }

    /** @return why not everything was taken out; empty if it was */
    Optional<Reason> open(InputStream archive, int depth) {
        if (depth > DEEPEST) {
            return Optional.of(Reason.of("mail.intake.too-nested"));
        }
        try {
            ZipInputStream zip = new ZipInputStream(archive, StandardCharsets.UTF_8);
            boolean empty = true;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                empty = false;
                Optional<Reason> flaw = entry.isDirectory() ? Optional.empty() : take(zip, entry, depth);
                if (flaw.isPresent()) {
                    return flaw;
                }
            }
            return empty ? Optional.of(Reason.of("mail.intake.archive-unreadable")) : Optional.empty();
        } catch (Bomb e) {
            return Optional.of(Reason.of("mail.intake.bomb"));
        } catch (UncheckedIOException e) {
            boolean bomb = e.getCause() instanceof Bomb;
            return Optional.of(Reason.of(bomb ? "mail.intake.bomb" : "mail.intake.archive-unreadable"));
        } catch (IOException | IllegalArgumentException e) {
            // Encrypted, broken, or with names in an alphabet that it does not say.
            return Optional.of(Reason.of("mail.intake.archive-unreadable"));
        }
    }

    private Optional<Reason> take(ZipInputStream zip, ZipEntry entry, int depth) throws IOException {
        if (++entries > MOST) {
            return Optional.of(Reason.of("mail.intake.too-many-files", MOST));
        }
        String name = Envelope.oneLine(entry.getName()).replaceAll(".*[/\\\\]", "");
        InputStream content = new BufferedInputStream(new Counted(zip));
        Optional<Reason> flaw = Optional.empty();
        if (isArchive(name, "")) {
            flaw = open(content, depth + 1);
        } else if (!name.startsWith(".")) {
            sink.file(name, "", content);
        }
        // What is left of it would be unpacked all the same on the way to the next, and not be counted.
        content.transferTo(OutputStream.nullOutputStream());
        return flaw;
    }

    /** Counts what all entries together unpack to. */
    private final class Counted extends InputStream {

        private final InputStream in;

        Counted(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length);
            left -= Math.max(read, 0);
            if (left < 0) {
                throw new Bomb();
            }
            return read;
        }
    }
}
