package app.countersign.export;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** How far an archive has come, written down every second at most; there it is told, too, if it must not go on. */
final class Progress {

    private static final long EVERY_NANOS = 700_000_000;

    /** What an item counts beside its file's bytes: a row in each of the indexes. */
    private static final long ITEM = 2000;

    private final Ledger ledger;
    private final java.util.UUID export;
    private final long total;
    private long done;
    private String step = "";
    private long told;

    Progress(Ledger ledger, java.util.UUID export, long items, long bytes) {
        this.ledger = ledger;
        this.export = export;
        this.total = items * ITEM + bytes + 1;
    }

    /** @throws Building.Stopped if it must not go on */
    void step(String what) {
        step = what;
        tick(0, true);
    }

    /** @throws Building.Stopped if it must not go on */
    void item() {
        tick(ITEM, false);
    }

    /** A file that is there already.
     *
     * @throws Building.Stopped if it must not go on */
    void skip(long bytes) {
        tick(bytes, false);
    }

    void tick(long more, boolean now) {
        done += more;
        if (now || System.nanoTime() - told > EVERY_NANOS) {
            ledger.at(export, step, Math.min(done, total), total).ifPresent(why -> {
                throw new Building.Stopped(why);
            });
            told = System.nanoTime();
        }
    }

    InputStream counting(InputStream content) {
        return new FilterInputStream(content) {
            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int read = super.read(bytes, from, length);
                tick(Math.max(read, 0), false);
                return read;
            }
        };
    }
}
