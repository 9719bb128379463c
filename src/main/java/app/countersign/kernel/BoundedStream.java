package app.countersign.kernel;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** Stops the reading as soon as more came than is sensible, before it fills memory or the disk. */
public final class BoundedStream extends FilterInputStream {

    private final Supplier<? extends RuntimeException> exceeded;
    private long left;

    /**
     * @param most in bytes
     * @param exceeded what the read that brings more fails with
     */
    public BoundedStream(InputStream in, long most, Supplier<? extends RuntimeException> exceeded) {
        super(in);
        this.left = most;
        this.exceeded = exceeded;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int read) {
        left -= read;
        if (left < 0) {
            throw exceeded.get();
        }
    }
}
