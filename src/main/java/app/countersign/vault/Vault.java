package app.countersign.vault;

import app.countersign.kernel.InstallationKey;
import app.countersign.kernel.Settings;
import com.google.crypto.tink.Aead;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;

/**
 * Encrypts secrets that are to be stored.
 *
 * <pre>{@code byte[] stored = vault.conceal(secret, "totp:" + account.id());}</pre>
 *
 * <p>The purpose is bound to the encrypted text: one that is copied to another account's row can't be opened there. Say
 * in a {@link Concealed} where it is stored, so that it is encrypted anew when the installation gets a new key.
 */
@ApplicationScoped
public class Vault {

    @Inject
    private Settings settings;

    private InstallationKey key;
    private FileTime read;

    protected Vault() {}

    Vault(Settings settings) {
        this.settings = settings;
    }

    @PostConstruct
    void open() {
        key();
    }

    /** The key as the file has it: a new one is used from the moment on at which it lies there. */
    synchronized InstallationKey key() {
        Path file = settings.keyFile();
        try {
            FileTime now = Files.exists(file) ? Files.getLastModifiedTime(file) : null;
            if (key == null || now != null && !now.equals(read)) {
                key = InstallationKey.in(file);
                read = Files.getLastModifiedTime(file);
            }
            return key;
        } catch (IOException e) {
            if (key != null) {
                // The file is away for a moment; what it said still holds.
                return key;
            }
            throw new IllegalStateException("the installation key can't be read", e);
        }
    }

    /** @param purpose what it is and whose, the same on revealing */
    public byte[] conceal(byte[] secret, String purpose) {
        try {
            return cipher().encrypt(secret, purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret could not be encrypted", e);
        }
    }

    /**
     * Whoever calls it wipes the bytes after use.
     *
     * @throws Unreadable if it was encrypted with another installation's key or for another purpose, or was changed
     */
    public byte[] reveal(byte[] concealed, String purpose) {
        try {
            return cipher().decrypt(concealed, purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new Unreadable(purpose, e);
        }
    }

    /** For what travels with the key of its own, as backups do. */
    public Aead cipher() {
        return key().cipher();
    }

    /** What is stored can't be opened with this installation's key. */
    public static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unreadable(String purpose, Throwable cause) {
            super("what is stored as '" + purpose + "' can't be opened with this installation's key", cause);
        }
    }
}
