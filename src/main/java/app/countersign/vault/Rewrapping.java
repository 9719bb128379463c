package app.countersign.vault;

import app.countersign.kernel.InstallationKey;
import app.countersign.kernel.KeyCheck;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import javax.sql.DataSource;

/**
 * Encrypts with the newest key whatever is stored encrypted with an older one. At the end the installation's check word
 * is encrypted with it, too: as long as that is not so, older keys are needed. It goes on looking for as long as the file
 * has older keys: another instance may have encrypted with one of them before it saw the new file.
 *
 * <p>A value at a time, each in a transaction of its own: an installation has few secrets, and may be killed at any of
 * them.
 */
final class Rewrapping {

    private final DataSource database;
    private final InstallationKey key;
    private final Iterable<Concealed> places;

    Rewrapping(DataSource database, InstallationKey key, Iterable<Concealed> places) {
        this.database = database;
        this.key = key;
        this.places = places;
    }

    /** @return how many were encrypted anew */
    int run() throws SQLException {
        try (Connection connection = database.getConnection()) {
            byte[] word = KeyCheck.stored(connection, false);
            boolean nothingOld = key.older().isEmpty() && word != null && key.isNewest(word);
            if (word == null || nothingOld || !KeyCheck.opens(key, word)) {
                return 0;
            }
            int done = 0;
            for (Concealed place : places) {
                done += rewrap(connection, place);
            }
            if (!key.isNewest(word)) {
                connection.setAutoCommit(false);
                KeyCheck.leave(connection, key);
                connection.commit();
                done++;
            }
            return done;
        }
    }

    private int rewrap(Connection connection, Concealed place) throws SQLException {
        int done = 0;
        try (Statement select = connection.createStatement();
                ResultSet rows = select.executeQuery(place.select());
                PreparedStatement update = connection.prepareStatement(place.update())) {
            while (rows.next()) {
                byte[] old = rows.getBytes(2);
                if (!key.isNewest(old)) {
                    update.setBytes(1, anew(old, place.purpose(rows.getString(1))));
                    update.setObject(2, rows.getObject(1));
                    update.setBytes(3, old);
                    done += update.executeUpdate();
                }
            }
        }
        return done;
    }

    private byte[] anew(byte[] old, String purpose) {
        byte[] associated = purpose.getBytes(StandardCharsets.UTF_8);
        try {
            byte[] plain = key.cipher().decrypt(old, associated);
            try {
                return key.cipher().encrypt(plain, associated);
            } finally {
                Arrays.fill(plain, (byte) 0);
            }
        } catch (GeneralSecurityException e) {
            throw new Vault.Unreadable(purpose, e);
        }
    }
}
