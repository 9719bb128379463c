package app.countersign.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationKeyTest {

    private static final byte[] PURPOSE = "totp:1".getBytes(UTF_8);

    @TempDir
    Path folder;

    @Test
    void isMadeOnceAndFoundAgain() throws IOException, GeneralSecurityException {
        Path file = folder.resolve("deep/installation.key");

        byte[] text = InstallationKey.in(file).cipher().encrypt("secret".getBytes(UTF_8), PURPOSE);

        InstallationKey again = InstallationKey.in(file);
        assertThat(again.cipher().decrypt(text, PURPOSE)).asString(UTF_8).isEqualTo("secret");
        assertThat(again.databasePassword().text()).hasSize(32).doesNotContain(" ");
    }

    @Test
    void nobodyElseCanReadTheFile() throws IOException {
        Path file = folder.resolve("installation.key");
        InstallationKey.in(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aTextForAnotherPurposeStaysShut() throws IOException, GeneralSecurityException {
        InstallationKey key = InstallationKey.in(folder.resolve("installation.key"));
        byte[] text = key.cipher().encrypt("secret".getBytes(UTF_8), PURPOSE);

        assertThatThrownBy(() -> key.cipher().decrypt(text, "totp:2".getBytes(UTF_8)))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void afterARotationOldTextsAreReadAndNewOnesWrittenWithTheNewKey() throws IOException, GeneralSecurityException {
        Path file = folder.resolve("installation.key");
        InstallationKey before = InstallationKey.in(file);
        byte[] old = before.cipher().encrypt("old".getBytes(UTF_8), PURPOSE);

        before.rotated().replace(file);

        InstallationKey after = InstallationKey.in(file);
        byte[] fresh = after.cipher().encrypt("new".getBytes(UTF_8), PURPOSE);
        assertThat(after.current()).isNotEqualTo(before.current());
        assertThat(after.databasePassword()).isEqualTo(before.databasePassword());
        assertThat(after.cipher().decrypt(old, PURPOSE)).asString(UTF_8).isEqualTo("old");
        assertThatThrownBy(() -> before.cipher().decrypt(fresh, PURPOSE)).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void aFileThatHoldsNoKeyIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("installation.key"), "keyset={}\ndatabase=x\n");

        assertThatThrownBy(() -> InstallationKey.in(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("installation.key holds no installation key");
    }
}
