package app.countersign.backup;

import app.countersign.kernel.Database;
import app.countersign.kernel.Installation;
import app.countersign.kernel.InstallationKey;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.kernel.Settings;
import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Fills the empty database that the settings name with what a backup holds, and proves that all of it is there. A command
 * of the launcher: {@code restore <file>}.
 */
public final class RestoreCommand {

    private static final long STEP = 50_000;

    private final Settings settings;
    private final Clock clock;
    private final PrintStream out;
    private long told;

    RestoreCommand(Settings settings, Clock clock, PrintStream out) {
        this.settings = settings;
        this.clock = clock;
        this.out = out;
    }

    /** Ends with 0 if all was restored and with 1 if not, with one line on standard error. */
    public static void main(String[] args) {
        try {
            if (args.length != 1) {
                throw new IOException("the command is restore, with the file of one backup");
            }
            List<Reason> damages = new RestoreCommand(Settings.ofCommand(), Installation.clock(), System.out)
                    .restore(Path.of(args[0]));
            if (!damages.isEmpty()) {
                complain("all is there as it was saved, but it was not whole then: "
                        + damages.stream()
                                .map(damage -> damage.in(Locale.ENGLISH))
                                .collect(Collectors.joining(" ")));
            }
        } catch (Refused e) {
            complain(e.reason().in(Locale.ENGLISH));
        } catch (IOException | SQLException | RuntimeException e) {
            complain(innermost(e));
        }
    }

    private static void complain(String line) {
        System.err.println("countersign: " + line);
        System.exit(1);
    }

    private static String innermost(Throwable problem) {
        Throwable inner = problem;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        String kind = inner instanceof NoSuchFileException ? "there is no file " : "";
        return kind + String.valueOf(inner.getMessage()).lines().findFirst().orElse("");
    }

    /** @return what was wrong already when it was saved */
    List<Reason> restore(Path backup) throws IOException, SQLException {
        if (Files.notExists(settings.keyFile())) {
            throw Refused.because(
                    "backup.problem.key-missing", settings.keyFile().toString());
        }
        Aead key = InstallationKey.read(settings.keyFile()).cipher();
        Envelope.read(backup, key, (header, records) -> header);
        Database database = new Database(settings);
        Restoring restoring = new Restoring(database, this::tell);
        Restoring.Restored restored = restoring.restore(backup, key);
        out.println("countersign: all rows are in; comparing them with the backup");
        List<Reason> damages = new Proof(List.of(new FilesWhole(), new TrailWhole()), this::tell)
                .compare(database, restored.manifest());
        note(database, restored);
        restoring.finish();
        out.println("countersign: restored " + restored.manifest().rows() + " rows and "
                + restored.manifest().files() + " files of " + restored.header().madeAt() + " into "
                + settings.database() + "; each was compared");
        return damages;
    }

    private void tell(long done, long total) {
        if (done - told >= STEP || done < told) {
            told = done;
            out.println("countersign: " + done + (total > 0 ? " of " + total : "") + " rows");
        }
    }

    /** For the trail, which is told when the application runs; and the backup is none that was interrupted. */
    private void note(Database database, Restoring.Restored restored) throws SQLException {
        OffsetDateTime now = clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        try (Connection connection = database.getConnection();
                PreparedStatement note = connection.prepareStatement(
                        "insert into backup_restored (backup_id, made_at, restored_at, table_rows) values (?, ?, ?, ?)");
                PreparedStatement run = connection.prepareStatement(
                        "update backup_run set state = 'verified', finished_at = ? where id = ?")) {
            note.setObject(1, restored.header().id());
            note.setObject(2, restored.header().madeAt().atOffset(ZoneOffset.UTC));
            note.setObject(3, now);
            note.setLong(4, restored.manifest().rows());
            note.executeUpdate();
            run.setObject(1, now);
            run.setObject(2, restored.header().id());
            run.executeUpdate();
        }
    }
}
