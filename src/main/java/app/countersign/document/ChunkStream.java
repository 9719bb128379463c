package app.countersign.document;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/** A stored file's content, one chunk in memory at a time. The end is only reached when the content is what it should be. */
final class ChunkStream extends InputStream {

    /** Where the chunks come from. */
    interface Chunks {
        /** Empty past the last. */
        Optional<byte[]> chunk(String sha256, int no) throws IOException;
    }

    private final StoredFile file;
    private final Chunks chunks;
    private final MessageDigest digest = Archival.digest();
    private byte[] chunk = {};
    private int position;
    private int next;
    private boolean ended;

    ChunkStream(StoredFile file, Chunks chunks) {
        this.file = file;
        this.chunks = chunks;
    }

    @Override
    public int read() throws IOException {
        return hasMore() ? chunk[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!hasMore()) {
            return -1;
        }
        int count = Math.min(length, chunk.length - position);
        System.arraycopy(chunk, position, into, offset, count);
        position += count;
        return count;
    }

    private boolean hasMore() throws IOException {
        while (position == chunk.length && !ended) {
            Optional<byte[]> following = chunks.chunk(file.sha256(), next++);
            chunk = following.orElse(new byte[0]);
            position = 0;
            digest.update(chunk);
            if (following.isEmpty()) {
                check();
            }
        }
        return position < chunk.length;
    }

    private void check() throws IOException {
        ended = true;
        String found = HexFormat.of().formatHex(digest.digest());
        if (!found.equals(file.sha256())) {
            throw new IOException("Stored file " + file.sha256() + " is damaged: its content has " + found);
        }
    }
}
