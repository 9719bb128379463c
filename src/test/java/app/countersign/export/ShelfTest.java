package app.countersign.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.it.SmallDisk;
import app.countersign.kernel.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever becomes of the disk or the process, an archive lies there whole or not at all. */
class ShelfTest {

    private static final int MEGABYTE = 1_000_000;

    @TempDir
    private Path folder;

    private final UUID id = UUID.randomUUID();

    private static String written(FileChannel channel, String text) throws IOException {
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        return text;
    }

    private static Stream<String> lying(Path in) throws IOException {
        try (Stream<Path> files = Files.list(in)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }

    @Test
    void anArchiveHasItsNameOnlyWhenAllOfItIsThere() throws IOException {
        Shelf shelf = new Shelf(folder.resolve("made"));

        shelf.write(id, channel -> {
            assertThat(shelf.holds(id)).isFalse();
            assertThat(lying(folder.resolve("made"))).containsExactly(id + ".zip.part");
            return written(channel, "all of it");
        });

        assertThat(lying(folder.resolve("made"))).containsExactly(id + ".zip");
        assertThat(shelf.all()).containsExactly(id);
        try (InputStream content = shelf.open(id)) {
            assertThat(content).hasContent("all of it");
        }
    }

    @Test
    void whatAProcessLeftThatWasKilledIsNeverOfferedAndSweptAway() throws IOException {
        Shelf shelf = new Shelf(folder);
        Files.writeString(folder.resolve(id + ".zip.part"), "half of");

        assertThat(shelf.holds(id)).isFalse();
        assertThat(shelf.all()).isEmpty();
        assertThatThrownBy(() -> shelf.open(id)).isInstanceOf(Refused.class);

        // The next process begins again over it, with nothing of it left.
        shelf.write(id, channel -> {
            assertThat(channel.size()).isZero();
            return written(channel, "new");
        });
        Files.writeString(folder.resolve(UUID.randomUUID() + ".zip.part"), "half of");
        shelf.sweep();

        assertThat(lying(folder)).containsExactly(id + ".zip");
    }

    @Test
    void aFolderThatCannotBeWrittenIntoIsSaidToBeThat() throws IOException {
        Path file = Files.writeString(folder.resolve("a-file"), "");

        assertThatThrownBy(() -> new Shelf(file.resolve("below")).write(id, channel -> written(channel, "x")))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason().key()).isEqualTo("export.problem.folder"));
    }

    /** Needs a small disk, which only root can make. */
    @Test
    void aDiskThatFillsLeavesNothingHalfAndIsToldInWords() throws Exception {
        SmallDisk disk = SmallDisk.on(folder, "size=2m");
        try (disk) {
            Shelf shelf = new Shelf(folder);
            byte[] file = new byte[MEGABYTE];
            String hash = HexFormat.of().formatHex(Verify.sha256().digest(file));

            assertThatThrownBy(() -> shelf.requireRoom(MEGABYTE))
                    .isInstanceOfSatisfying(Refused.class, ShelfTest::saysFull);
            assertThatThrownBy(() -> shelf.write(id, channel -> {
                        try (Archive archive = new Archive(channel)) {
                            for (int i = 0; i < 4; i++) {
                                archive.add("files/" + i, file.length, hash, new ByteArrayInputStream(file));
                            }
                        }
                        return null;
                    }))
                    .isInstanceOfSatisfying(Refused.class, ShelfTest::saysFull);

            assertThat(lying(folder)).isEmpty();
            shelf.write(id, channel -> written(channel, "there is room again"));
            assertThat(shelf.holds(id)).isTrue();
        }
    }

    private static void saysFull(Refused refused) {
        assertThat(refused.reason().key()).isEqualTo("export.problem.full");
        assertThat(refused.reason().in(Locale.GERMAN)).contains("Festplatte ist voll", "Nichts ist verloren");
    }
}
