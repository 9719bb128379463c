package app.countersign.vault;

import app.countersign.kernel.InstallationKey;
import app.countersign.kernel.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Encrypts secrets that are to be stored.
 *
 * <pre>{@code byte[] stored = vault.conceal(secret, "totp:" + account.id());}</pre>
 *
 * <p>The purpose is bound to the encrypted text: one that is copied to another account's row can't be opened there.
 */
@ApplicationScoped
public class Vault {

    @Inject
    private Settings settings;

    private InstallationKey key;

    @PostConstruct
    void open() {
        try {
            key = InstallationKey.in(settings.keyFile());
        } catch (IOException e) {
            throw new IllegalStateException("the installation key can't be read", e);
        }
    }

    /** @param purpose what it is and whose, the same on revealing */
    public byte[] conceal(byte[] secret, String purpose) {
        try {
            return key.cipher().encrypt(secret, purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret could not be encrypted", e);
        }
    }

    /** @throws Unreadable if it was encrypted with another installation's key or for another purpose, or was changed */
    public byte[] reveal(byte[] concealed, String purpose) {
        try {
            return key.cipher().decrypt(concealed, purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new Unreadable(purpose, e);
        }
    }

    /** What is stored can't be opened with this installation's key. */
    public static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unreadable(String purpose, Throwable cause) {
            super("what is stored as '" + purpose + "' can't be opened with this installation's key", cause);
        }
    }
}
