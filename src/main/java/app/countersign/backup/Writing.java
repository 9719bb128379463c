package app.countersign.backup;

import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;

/** Writes all tables into one file. What it holds in memory does not grow with what there is to save. */
final class Writing {

    private static final String FILES = "stored_file";

    private final Aead installation;
    private final Progress progress;

    /** @param installation encrypts with the installation's key */
    Writing(Aead installation, Progress progress) {
        this.installation = installation;
        this.progress = progress;
    }

    Manifest write(DataSource database, OutputStream file, UUID id, Instant now) throws SQLException, IOException {
        try (Snapshot snapshot = Snapshot.of(database);
                OutputStream out = Envelope.write(file, id, now, snapshot.schema(), installation)) {
            List<Table> tables = snapshot.tables();
            Counter counter = new Counter(total(snapshot, tables), progress);
            Records.Out records = new Records.Out(out);
            Map<String, Tally.Sum> sums = new TreeMap<>();
            for (Table table : tables) {
                records.begin(table);
                Tally tally = new Tally();
                snapshot.rows(table, row -> {
                    tally.add(row);
                    records.add(row);
                    counter.one();
                });
                sums.put(table.name(), tally.sum());
            }
            Manifest manifest = new Manifest(
                    sums,
                    snapshot.sequences(),
                    sums.containsKey(FILES) ? sums.get(FILES).rows() : 0);
            records.end(manifest);
            return manifest;
        }
    }

    private static long total(Snapshot snapshot, List<Table> tables) throws SQLException {
        long total = 0;
        for (Table table : tables) {
            total += snapshot.count(table);
        }
        return total;
    }

    /** Tells of every so many rows. */
    static final class Counter {

        private static final int STEP = 64;

        private final long total;
        private final Progress progress;
        private long done;

        Counter(long total, Progress progress) {
            this.total = total;
            this.progress = progress;
        }

        void one() {
            if (++done % STEP == 0) {
                progress.at(done, total);
            }
        }
    }
}
