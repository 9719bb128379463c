package app.countersign.backup;

import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Reads a restored database anew and compares it with what the backup says that it holds. */
final class Proof {

    private final Iterable<RestoredCheck> checks;
    private final Progress progress;

    Proof(Iterable<RestoredCheck> checks, Progress progress) {
        this.checks = checks;
        this.progress = progress;
    }

    /**
     * @return what was wrong already when it was saved, such as a trail that somebody has cut; mostly nothing
     * @throws Refused naming the first thing that differs
     */
    List<Reason> compare(DataSource restored, Manifest manifest) throws SQLException, IOException {
        try (Snapshot snapshot = Snapshot.of(restored)) {
            Writing.Counter counter = new Writing.Counter(manifest.rows(), progress);
            Set<String> missing = new HashSet<>(manifest.tables().keySet());
            for (Table table : snapshot.tables()) {
                missing.remove(table.name());
                compare(table.name(), sum(snapshot, table, counter), manifest.tables());
            }
            for (String name : missing) {
                throw Refused.because("backup.problem.other-table", name);
            }
            if (!snapshot.sequences().equals(manifest.sequences())) {
                throw Refused.because("backup.problem.sequences");
            }
            List<Reason> damages = new ArrayList<>();
            for (RestoredCheck check : checks) {
                check.problemIn(snapshot.connection()).ifPresent(damages::add);
            }
            return damages;
        }
    }

    private static void compare(String table, Tally.Sum found, Map<String, Tally.Sum> expected) {
        Tally.Sum wanted = expected.getOrDefault(table, new Tally().sum());
        if (found.rows() != wanted.rows()) {
            throw Refused.because("backup.problem.rows", table, wanted.rows(), found.rows());
        }
        if (!found.hash().equals(wanted.hash())) {
            throw Refused.because("backup.problem.content", table);
        }
    }

    static Tally.Sum sum(Snapshot snapshot, Table table, Writing.Counter counter) throws SQLException, IOException {
        Tally tally = new Tally();
        snapshot.rows(table, row -> {
            tally.add(row);
            counter.one();
        });
        return tally.sum();
    }
}
