package app.countersign.trail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes the whole trail into one ZIP file that proves itself: the rows, the signed heads, the verifier and how all that
 * is written. Rows go out as they are read.
 */
@ApplicationScoped
class Exporting {

    /** What lies beside the data, from the class path. */
    private static final List<String> BESIDE = List.of("README.txt", "LIESMICH.txt", "FORMAT.md", "Verifier.java");

    @Inject
    private Reading reading;

    @Inject
    private Heads heads;

    @Inject
    private Clock clock;

    void write(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out, 1 << 16), StandardCharsets.UTF_8);
        for (String name : BESIDE) {
            begin(zip, name);
            try (InputStream file = Exporting.class.getResourceAsStream("/trail/" + name)) {
                file.transferTo(zip);
            }
        }
        begin(zip, Verifier.ENTRIES);
        Optional<Head> end = reading.each(line -> {
            zip.write(line);
            zip.write('\n');
        });
        begin(zip, Verifier.HEADS);
        for (String head : heads.all()) {
            zip.write((head + "\n").getBytes(StandardCharsets.UTF_8));
        }
        if (end.isPresent()) {
            heads.keep(end.get());
            begin(zip, Verifier.HEAD);
            zip.write(end.get().json().getBytes(StandardCharsets.UTF_8));
        }
        zip.finish();
        zip.flush();
    }

    private void begin(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(clock.millis());
        zip.putNextEntry(entry);
    }
}
