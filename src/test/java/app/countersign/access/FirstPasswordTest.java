package app.countersign.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstPasswordTest {

    @TempDir
    private Path folder;

    @Test
    void theFileHoldsThePasswordAndIsForItsOwnerOnly() throws IOException {
        String password = FirstPassword.leaveIn(folder);

        Path file = folder.resolve(FirstPassword.FILE);
        assertThat(file).hasContent(password);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(password).hasSize(24);
    }

    @Test
    void eachIsAnother() throws IOException {
        assertThat(FirstPassword.leaveIn(folder)).isNotEqualTo(FirstPassword.leaveIn(folder));
    }
}
