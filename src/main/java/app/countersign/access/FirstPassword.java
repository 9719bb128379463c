package app.countersign.access;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The password of an installation's first account: made here, and left in a file that only the owner can read. */
final class FirstPassword {

    static final String FILE = "first-password.txt";

    /** 18 bytes are 24 letters and 144 bits: nobody guesses that. */
    private static final int BYTES = 18;

    private FirstPassword() {}

    /** Makes one and leaves it there, in place of an earlier one. */
    static String leaveIn(Path folder) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().encodeToString(random);
        Path file = folder.resolve(FILE);
        Files.createDirectories(folder);
        Files.deleteIfExists(file);
        Files.createFile(file, ownerOnly());
        Files.writeString(file, password + System.lineSeparator());
        return password;
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
