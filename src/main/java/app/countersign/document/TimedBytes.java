package app.countersign.document;

import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** A file in memory that cannot be read for ever: a parser that is led round in circles ends at the deadline. */
final class TimedBytes extends RandomAccessReadBuffer {

    private final Deadline deadline;

    TimedBytes(byte[] bytes, Deadline deadline) {
        super(bytes);
        this.deadline = deadline;
    }

    @Override
    public int read() throws java.io.IOException {
        deadline.check();
        return super.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws java.io.IOException {
        deadline.check();
        return super.read(into, offset, length);
    }

    @Override
    public void seek(long position) throws java.io.IOException {
        deadline.check();
        super.seek(position);
    }
}
