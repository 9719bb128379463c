package app.countersign.bench;

import app.countersign.it.ApiClient;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A file of 1 GB brought as evidence over the API, hashed and kept in the database, against a plain copy of it that is
 * forced to the disk. The server has a heap of 256 MB, and answers nothing but success.
 */
final class EvidenceUpload implements Figure {

    private static final int MEGABYTES = 1000;
    private static final int MEGABYTE = 1_000_000;
    private static final int WARM_UP = 0;
    private static final int ROUNDS = 3;

    @Override
    public String name() {
        return "evidence-upload";
    }

    @Override
    public List<Line> measure() throws Exception {
        Path file = random();
        Path copy = file.resolveSibling(file.getFileName() + ".copy");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Subject subject = Subject.onPostgres(postgres, "app", Map.of("java.options", "-Xmx256m"))) {
            ApiClient api = subject.api();
            String evidence = "/api/v1/measures/" + subject.someMeasure() + "/evidence";
            double[] millis = Rounds.medianMillis(
                    WARM_UP,
                    ROUNDS,
                    () -> Subject.require(201, api.upload(evidence, "evidence.bin", another(file))),
                    () -> copied(file, copy));
            return List.of(
                    new Line("1 GB brought as evidence, heap of 256 MB : copied", "ms", millis[0], millis[1], "small"));
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(copy);
        }
    }

    private static Path random() throws IOException {
        Path file = Files.createTempFile("countersign-bench", ".bin");
        Random random = new Random(1);
        byte[] bytes = new byte[MEGABYTE];
        try (OutputStream content = Files.newOutputStream(file)) {
            for (int i = 0; i < MEGABYTES; i++) {
                random.nextBytes(bytes);
                content.write(bytes);
            }
        }
        return file;
    }

    /** What is the same would be kept once only. */
    private static Path another(Path file) throws IOException {
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
            content.writeLong(System.nanoTime());
        }
        return file;
    }

    private static Object copied(Path file, Path copy) throws IOException {
        try (FileChannel from = FileChannel.open(file);
                FileChannel to = FileChannel.open(
                        copy,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            long done = 0;
            while (done < from.size()) {
                done += from.transferTo(done, from.size() - done, to);
            }
            to.force(true);
            return done;
        }
    }
}
