package app.countersign.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Content on its way in. Its name is known only at its end: until then it waits, in memory if it is no more than a chunk,
 * else in a temporary file.
 */
record Spool(StoredFile file, byte[] small, Path large) implements AutoCloseable {

    static Spool of(InputStream content) throws IOException {
        return of(content, Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** @param folder of the temporary file */
    static Spool of(InputStream content, Path folder) throws IOException {
        byte[] start = content.readNBytes(StoredFiles.CHUNK);
        return start.length < StoredFiles.CHUNK
                ? new Spool(new StoredFile(Archival.hex(start), start.length), start, null)
                : onDisk(new SequenceInputStream(new ByteArrayInputStream(start), content), folder);
    }

    private static Spool onDisk(InputStream content, Path folder) throws IOException {
        Path path = Files.createTempFile(folder, "countersign", ".part");
        boolean whole = false;
        try {
            MessageDigest digest = Archival.digest();
            long size;
            try (OutputStream output = new DigestOutputStream(Files.newOutputStream(path), digest)) {
                size = content.transferTo(output);
            }
            whole = true;
            return new Spool(new StoredFile(HexFormat.of().formatHex(digest.digest()), size), null, path);
        } finally {
            // What ends in the middle, or is found bad at its end, leaves nothing.
            if (!whole) {
                Files.deleteIfExists(path);
            }
        }
    }

    InputStream open() throws IOException {
        return large == null ? new ByteArrayInputStream(small) : Files.newInputStream(large);
    }

    @Override
    public void close() throws IOException {
        if (large != null) {
            Files.deleteIfExists(large);
        }
    }
}
