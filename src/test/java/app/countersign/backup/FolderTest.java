package app.countersign.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.it.SmallDisk;
import app.countersign.kernel.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTest {

    private static final byte[] MEGABYTE = new byte[1 << 20];

    @TempDir
    Path path;

    private static String refusal(Folder folder) {
        try {
            folder.refuseUnlessUsable();
            return write(folder, 1);
        } catch (Refused e) {
            return e.reason().key();
        }
    }

    private static String write(Folder folder, int megabytes) {
        try {
            return folder.write("a.backup", out -> {
                for (int i = 0; i < megabytes; i++) {
                    out.write(MEGABYTE);
                }
                return "written";
            });
        } catch (Refused e) {
            return e.reason().key();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aFileHasItsNameWhenAllOfItIsThereAndOnlyTheOwnerReadsIt() throws IOException {
        assertThat(refusal(new Folder(path))).isEqualTo("written");

        Path file = path.resolve("a.backup");
        assertThat(file).hasSize(MEGABYTE.length);
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        assertThat(path).isDirectoryContaining("glob:**/a.backup").isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aFolderThatIsGoneOrIsAFileIsCalledGone() throws IOException {
        assertThat(refusal(new Folder(path.resolve("away")))).isEqualTo("backup.problem.gone");
        assertThat(write(new Folder(path.resolve("away")), 1)).isEqualTo("backup.problem.gone");

        Path file = Files.createFile(path.resolve("file"));
        assertThat(refusal(new Folder(file))).isEqualTo("backup.problem.gone");
    }

    @Test
    void whateverFailsLeavesNoHalfFile() {
        Folder folder = new Folder(path);
        assertThatThrownBy(() -> folder.write("a.backup", out -> {
                    out.write(MEGABYTE);
                    throw new IllegalStateException("of the database");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(path).isEmptyDirectory();
    }

    @Test
    void aFullDiskIsCalledFullAndLeftAsItWas() throws Exception {
        mounted("size=8m", () -> {
            Folder folder = new Folder(path);
            assertThat(write(folder, 2)).isEqualTo("written");
            assertThat(write(folder, 20)).isEqualTo("backup.problem.full");
            assertThat(path.resolve("a.backup")).hasSize(2L * MEGABYTE.length);
            assertThat(path).isDirectoryNotContaining("glob:**.part");
        });
    }

    @Test
    void aDiskThatIsMountedReadOnlyIsCalledSo() throws Exception {
        mounted("ro", () -> {
            assertThat(refusal(new Folder(path))).isEqualTo("backup.problem.read-only");
            assertThat(write(new Folder(path), 1)).isEqualTo("backup.problem.read-only");
        });
    }

    private interface Check {
        void run() throws IOException;
    }

    /** Only root can mount a small disk. */
    private void mounted(String options, Check check) throws Exception {
        SmallDisk disk = SmallDisk.on(path, options);
        try (disk) {
            check.run();
        }
    }

    @Test
    void namesSayWhenAndSortByIt() {
        assertThat(Folder.name(new UUID(0x1a2b3c4d_00000000L, 0), Instant.parse("2026-11-22T06:00:00Z")))
                .isEqualTo("countersign-20261122T060000Z-1a2b3c4d.backup");
    }
}
