package app.countersign.export;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;

/**
 * A ZIP file as {@link Verify} demands it, written while its content is read: nothing is compressed, since what fills it,
 * PDFs and pictures, is so already, and nothing depends on the time. It holds no more of itself in memory than names and
 * hashes.
 */
final class Archive implements Closeable {

    private static final int BUFFER = 1 << 18;
    private static final int SMALL = 1 << 16;

    private final FileChannel channel;
    private final List<Written> written = new ArrayList<>();
    private final byte[] buffer = new byte[BUFFER];
    private long position;

    /** @param channel empty, and at its beginning */
    Archive(FileChannel channel) {
        this.channel = channel;
    }

    private record Written(String name, long size, long crc, String sha256, long offset) {}

    /** What an entry is to hold. */
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    void add(String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        long offset = begin(Verify.Layout.header(name, content.length, crc.getValue()));
        write(ByteBuffer.wrap(content));
        position = channel.position();
        written.add(new Written(
                name,
                content.length,
                crc.getValue(),
                HexFormat.of().formatHex(Verify.sha256().digest(content)),
                offset));
    }

    /** Content that the application writes: less than 4 GB. */
    void add(String name, Content content) throws IOException {
        byte[] header = Verify.Layout.header(name, 0, 0);
        long offset = begin(header);
        MessageDigest digest = Verify.sha256();
        CRC32 crc = new CRC32();
        long size;
        try (Counted out = new Counted(Channels.newOutputStream(channel), crc, digest)) {
            BufferedOutputStream buffered = new BufferedOutputStream(out, SMALL);
            content.write(buffered);
            buffered.flush();
            size = out.size;
        }
        if (size >= Verify.Layout.MAX32) {
            throw new IOException("an index has more than 4 GB");
        }
        end(name, offset, size, crc, HexFormat.of().formatHex(digest.digest()));
    }

    /**
     * A stored file.
     *
     * @param content fails at its end if it has another hash
     */
    void add(String name, long size, String sha256, InputStream content) throws IOException {
        long offset = begin(Verify.Layout.header(name, size, 0));
        CRC32 crc = new CRC32();
        long copied = 0;
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            crc.update(buffer, 0, read);
            write(ByteBuffer.wrap(buffer, 0, read));
            copied += read;
        }
        if (copied != size) {
            throw new IOException("a stored file has not its size");
        }
        end(name, offset, size, crc, sha256);
    }

    private long begin(byte[] header) throws IOException {
        long offset = position;
        channel.position(position);
        write(ByteBuffer.wrap(header));
        return offset;
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Only now the header is known. */
    private void end(String name, long offset, long size, CRC32 crc, String sha256) throws IOException {
        ByteBuffer header = ByteBuffer.wrap(Verify.Layout.header(name, size, crc.getValue()));
        position = offset + header.remaining() + size;
        for (long at = offset; header.hasRemaining(); ) {
            at += channel.write(header, at);
        }
        written.add(new Written(name, size, crc.getValue(), sha256, offset));
    }

    /** So many bytes so far. */
    long size() {
        return position;
    }

    /**
     * The last two entries and the table of contents.
     *
     * @param made when, as it stands in the manifest
     * @param key public half, X.509
     * @param signer makes an Ed25519 signature with that key
     */
    void seal(String installation, String export, String made, byte[] key, UnaryOperator<byte[]> signer)
            throws IOException {
        Map<String, String> hashes = new LinkedHashMap<>();
        written.forEach(one -> hashes.put(one.name(), one.sha256()));
        byte[] manifest =
                new Verify.Manifest(installation, export, made, hashes).text().getBytes(StandardCharsets.US_ASCII);
        add(Verify.MANIFEST, manifest);
        add(Verify.SIGNATURE, Verify.signatureText(key, signer.apply(manifest)).getBytes(StandardCharsets.US_ASCII));
        long table = position;
        ByteArrayOutputStream contents = new ByteArrayOutputStream();
        for (Written one : written) {
            contents.writeBytes(Verify.Layout.record(one.name(), one.size(), one.crc(), one.offset()));
        }
        contents.writeBytes(Verify.Layout.end(written.size(), contents.size(), table));
        ByteBuffer rest = ByteBuffer.wrap(contents.toByteArray());
        while (rest.hasRemaining()) {
            position += channel.write(rest, position);
        }
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Counts and hashes what goes through; closing leaves the file open. */
    private static final class Counted extends FilterOutputStream {

        private final CRC32 crc;
        private final MessageDigest digest;
        private long size;

        Counted(OutputStream out, CRC32 crc, MessageDigest digest) {
            super(out);
            this.crc = crc;
            this.digest = digest;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            crc.update(bytes, from, length);
            digest.update(bytes, from, length);
            size += length;
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
