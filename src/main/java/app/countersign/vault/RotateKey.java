package app.countersign.vault;

import app.countersign.kernel.Database;
import app.countersign.kernel.InstallationKey;
import app.countersign.kernel.KeyCheck;
import app.countersign.kernel.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Gives the installation a new key, or drops the old ones. Commands of the launcher: {@code rotate-key} and {@code
 * rotate-key drop-old}.
 */
public final class RotateKey {

    private static final String DROP = "drop-old";
    private static final String ADVICE =
            "start the application, which encrypts them anew within a minute, and try again";

    private final Settings settings;
    private final PrintStream out;

    RotateKey(Settings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    /** Ends with 0 if it was done and with 1 if not, with one line on standard error. */
    public static void main(String[] args) {
        try {
            RotateKey command = new RotateKey(Settings.ofCommand(), System.out);
            if (args.length == 0) {
                command.add();
            } else if (args.length == 1 && args[0].equals(DROP)) {
                command.dropOld();
            } else {
                throw new IOException("the command is rotate-key or rotate-key " + DROP);
            }
        } catch (IOException | SQLException | RuntimeException e) {
            System.err.println("countersign: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            System.exit(1);
        }
    }

    void add() throws IOException {
        InstallationKey key = InstallationKey.read(settings.keyFile()).rotated();
        key.replace(settings.keyFile());
        out.println("countersign: " + settings.keyFile() + " has a new key, number "
                + Integer.toUnsignedString(key.current())
                + "; copy the file to the other instances and to where its copy is kept");
    }

    /** Refuses as long as something is stored that only an old key opens. */
    void dropOld() throws IOException, SQLException {
        InstallationKey key = InstallationKey.read(settings.keyFile());
        try (Connection connection = new Database(settings).getConnection()) {
            byte[] word = KeyCheck.stored(connection, false);
            if (word == null || !key.isNewest(word)) {
                throw new IOException("secrets are still encrypted with an older key; " + ADVICE);
            }
            Optional<Leftovers.Found> old = new Leftovers(key).in(connection);
            if (old.isPresent()) {
                throw new IOException(old.get().column() + " still holds "
                        + old.get().count() + " secrets that are encrypted with an older key; " + ADVICE);
            }
        }
        int dropped = key.keys() - 1;
        key.withoutOlder().replace(settings.keyFile());
        out.println("countersign: " + dropped + " old keys dropped; backups from before the change need the file's"
                + " earlier copy");
    }
}
