package app.countersign.kernel;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * What encrypts the installation's secrets at rest. It lives in a file outside the database, so that neither of the two
 * alone gives anything away: a keyset for what the application encrypts, whose newest key encrypts while older ones
 * still decrypt, and the password of the embedded database's file.
 *
 * <p>Two instances on one database share the same file, or a copy of it.
 */
public final class InstallationKey {

    private static final String KEYSET = "keyset";
    private static final String DATABASE = "database";
    private static final int PASSWORD_BYTES = 24;

    /** Tink's encrypted texts begin with a 1 and the number of their key. */
    private static final int PREFIX_BYTES = 5;

    private static final byte TINK = 1;

    private final KeysetHandle keyset;
    private final Secret databasePassword;

    private InstallationKey(KeysetHandle keyset, Secret databasePassword) {
        this.keyset = keyset;
        this.databasePassword = databasePassword;
    }

    /**
     * The key in that file, which is made if there is none.
     *
     * @throws IOException if the file can't be read or made, or holds no key
     */
    public static InstallationKey in(Path file) throws IOException {
        if (Files.notExists(file)) {
            try {
                fresh().writeTo(file, false);
            } catch (FileAlreadyExistsException e) {
                // Another instance was quicker; its key is read below.
                return read(file);
            }
        }
        return read(file);
    }

    static InstallationKey fresh() {
        try {
            AeadConfig.register();
            byte[] random = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(random);
            return new InstallationKey(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM),
                    Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(random)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    /**
     * The key in that file, which must be there.
     *
     * @throws IOException if the file can't be read, or holds no key
     */
    public static InstallationKey read(Path file) throws IOException {
        Properties text = new Properties();
        text.load(new StringReader(Files.readString(file, StandardCharsets.UTF_8)));
        if (!text.containsKey(KEYSET) || !text.containsKey(DATABASE)) {
            throw new IOException(file + " holds no installation key");
        }
        try {
            AeadConfig.register();
            return new InstallationKey(
                    TinkJsonProtoKeysetFormat.parseKeyset(text.getProperty(KEYSET), InsecureSecretKeyAccess.get()),
                    Secret.of(text.getProperty(DATABASE)));
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " holds no installation key", e);
        }
    }

    /**
     * The same with a new key that encrypts from now on; what the older keys encrypted stays readable.
     */
    public InstallationKey rotated() {
        try {
            KeysetHandle more = KeysetHandle.newBuilder(keyset)
                    .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                            .withRandomId()
                            .makePrimary())
                    .build();
            return new InstallationKey(more, databasePassword);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key can always be added", e);
        }
    }

    /** The same without the older keys: what they encrypted can't be read any more. */
    public InstallationKey withoutOlder() {
        try {
            KeysetHandle.Entry primary = keyset.getPrimary();
            KeysetHandle one = KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(primary.getKey())
                            .withFixedId(primary.getId())
                            .makePrimary())
                    .build();
            return new InstallationKey(one, databasePassword);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a keyset always has its newest key", e);
        }
    }

    /** How many keys can be read with. */
    public int keys() {
        return keyset.size();
    }

    /** The numbers of the keys that only decrypt. */
    public Set<Integer> older() {
        Set<Integer> older = new TreeSet<>();
        for (int i = 0; i < keyset.size(); i++) {
            older.add(keyset.getAt(i).getId());
        }
        older.remove(current());
        return older;
    }

    /** Whether that was encrypted with the key that encrypts now. */
    public boolean isNewest(byte[] encrypted) {
        return isOf(current(), encrypted);
    }

    /** Whether that was encrypted with one of the keys that only decrypt. */
    public boolean isOld(byte[] encrypted) {
        return older().stream().anyMatch(id -> isOf(id, encrypted));
    }

    private static boolean isOf(int id, byte[] encrypted) {
        ByteBuffer prefix = ByteBuffer.wrap(encrypted);
        return encrypted.length > PREFIX_BYTES && prefix.get() == TINK && prefix.getInt() == id;
    }

    /** Writes it to the file, readable by its owner only, whole or not at all. */
    public void replace(Path file) throws IOException {
        writeTo(file, true);
    }

    private void writeTo(Path file, boolean replace) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path whole = Files.createTempFile(folder, "installation", ".key", ownerOnly());
        try {
            Properties text = new Properties();
            text.setProperty(KEYSET, TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get()));
            text.setProperty(DATABASE, databasePassword.text());
            StringWriter lines = new StringWriter();
            text.store(lines, "Countersign's installation key. Without it nothing encrypted can be read: keep a copy.");
            Files.writeString(whole, lines.toString(), StandardCharsets.UTF_8);
            if (replace) {
                move(whole, file);
            } else {
                Files.createLink(file, whole);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a keyset can always be written", e);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Encrypts and decrypts with authentication; what it is for goes in as associated data. */
    public Aead cipher() {
        try {
            return keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a keyset of AES-GCM keys is a cipher", e);
        }
    }

    /** The number of the key that encrypts now. */
    public int current() {
        return keyset.getPrimary().getId();
    }

    /** The password with which the embedded database's file is encrypted; it holds no space. */
    public Secret databasePassword() {
        return databasePassword;
    }
}
