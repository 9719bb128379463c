package app.countersign.document;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Shows a scanner every byte that is read, and has no end before the scanner has said that it found nothing. */
final class ScannedStream extends FilterInputStream {

    private final Supplier<ScannerLine> scanner;
    private final Function<ScannerLine.Verdict, ? extends RuntimeException> refusal;
    private Optional<ScannerLine> line = Optional.empty();
    private boolean clean;

    /** @param refusal what the read fails with, by what the scanner says */
    ScannedStream(
            InputStream content,
            Supplier<ScannerLine> scanner,
            Function<ScannerLine.Verdict, ? extends RuntimeException> refusal) {
        super(content);
        this.scanner = scanner;
        this.refusal = refusal;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        boolean well = false;
        try {
            int read = in.read(bytes, offset, length);
            if (read > 0) {
                line = Optional.of(line.orElseGet(scanner));
                line.get().show(bytes, offset, read);
            } else if (read < 0 && !clean) {
                judge();
            }
            well = read >= 0;
            return read;
        } finally {
            if (!well) {
                // Whatever the reason is: nothing more is shown.
                line.ifPresent(ScannerLine::close);
            }
        }
    }

    private void judge() {
        if (line.isPresent()) {
            ScannerLine.Verdict verdict = line.get().verdict();
            if (verdict.kind() != ScannerLine.Kind.CLEAN) {
                throw refusal.apply(verdict);
            }
        }
        clean = true;
    }

    /** Nothing is passed over unseen. */
    @Override
    public long skip(long most) {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
