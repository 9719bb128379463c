package app.countersign.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import javax.sql.DataSource;

/**
 * Whether the installation's key fits the database: the first instance leaves a word that it has encrypted, and each
 * later start must be able to read it. Without that, a second instance with a key of its own would start, and neither
 * could read what the other stored.
 */
public final class KeyCheck {

    private static final byte[] PURPOSE = "installation".getBytes(StandardCharsets.UTF_8);
    private static final byte[] WORD = "Countersign".getBytes(StandardCharsets.UTF_8);

    private static final String ADVICE = "copy the file from the first instance or from where it is kept, or set"
            + " countersign.key.file (COUNTERSIGN_KEY_FILE)";

    private KeyCheck() {}

    /** @throws CannotStart if the key is missing where there must be one, can't be read, or is another one's */
    static void pass(DataSource database, Path keyFile) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                check(connection, keyFile);
                connection.commit();
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw CannotStart.because("the database can't be asked for its installation key", e);
        }
    }

    private static void check(Connection connection, Path keyFile) throws SQLException {
        byte[] stored = stored(connection, true);
        if (stored != null && Files.notExists(keyFile)) {
            throw CannotStart.because("the installation key " + keyFile + " is missing, with which the secrets in the"
                    + " database are encrypted; " + ADVICE);
        }
        InstallationKey key = key(keyFile);
        if (stored == null) {
            leave(connection, key);
        } else if (!opens(key, stored)) {
            throw CannotStart.because("the installation key " + keyFile
                    + " is not the one with which the secrets in the" + " database are encrypted; " + ADVICE);
        }
    }

    private static InstallationKey key(Path keyFile) {
        try {
            return InstallationKey.in(keyFile);
        } catch (IOException e) {
            throw CannotStart.because("the installation key " + keyFile + " can't be used", e);
        }
    }

    /** The stored word, encrypted; null before the first start.
     *
     * @param alone whether to keep others waiting until the transaction ends */
    public static byte[] stored(Connection connection, boolean alone) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (alone) {
                statement
                        .executeQuery("select name from turn where name = 'installation-key' for update")
                        .close();
            }
            try (ResultSet rows = statement.executeQuery("select concealed from installation_check")) {
                return rows.next() ? rows.getBytes(1) : null;
            }
        }
    }

    public static boolean opens(InstallationKey key, byte[] stored) {
        try {
            return Arrays.equals(key.cipher().decrypt(stored, PURPOSE), WORD);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Encrypts the word with the newest key: all that is stored is so encrypted, and older keys may go. */
    public static void leave(Connection connection, InstallationKey key) throws SQLException {
        try (Statement old = connection.createStatement();
                PreparedStatement insert =
                        connection.prepareStatement("insert into installation_check (name, concealed) values (?, ?)")) {
            old.executeUpdate("delete from installation_check");
            insert.setString(1, "word");
            insert.setBytes(2, key.cipher().encrypt(WORD, PURPOSE));
            insert.executeUpdate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a word can always be encrypted", e);
        }
    }
}
