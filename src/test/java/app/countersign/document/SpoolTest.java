package app.countersign.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.kernel.BoundedStream;
import app.countersign.kernel.Invalid;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Content that waits on disk until it is all there. */
class SpoolTest {

    private static final byte[] LARGE = new byte[2 * StoredFiles.CHUNK];

    @TempDir
    private Path folder;

    @Test
    void itIsOnDiskUntilItIsClosed() throws IOException {
        try (Spool spool = Spool.of(new ByteArrayInputStream(LARGE), folder)) {
            assertThat(spool.file().size()).isEqualTo(LARGE.length);
            assertThat(folder).isNotEmptyDirectory();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anUploadThatIsCutOffLeavesNothing() {
        InputStream cut = new SequenceInputStream(new ByteArrayInputStream(LARGE), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the line is dead");
            }
        });

        assertThatThrownBy(() -> Spool.of(cut, folder)).isInstanceOf(IOException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatTheVirusScannerFindsBadLeavesNothing() throws IOException {
        try (Clamd scanner = Clamd.overTcp()) {
            scanner.says("stream: Eicar-Test-Signature FOUND\0");
            InputStream bad = scanner.check().check("file", new ByteArrayInputStream(LARGE));

            assertThatThrownBy(() -> Spool.of(bad, folder)).isInstanceOf(Invalid.class);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatIsTooLargeLeavesNothing() {
        InputStream much =
                new BoundedStream(new ByteArrayInputStream(LARGE), LARGE.length - 1, IllegalArgumentException::new);

        assertThatThrownBy(() -> Spool.of(much, folder)).isInstanceOf(IllegalArgumentException.class);
        assertThat(folder).isEmptyDirectory();
    }
}
