package app.countersign.bench;

import app.countersign.it.ApiClient;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Acts per second with the trail against the same without, by several programs at once. The application has no switch
 * that turns the trail off: for the comparison its WAR is packed anew without the bean that listens.
 */
final class TrailCost implements Figure {

    private static final String LISTENER = "app.countersign.trail.Listening";
    private static final String WAR = "countersign.war";
    private static final int AT_ONCE = 8;
    private static final int ACTS = 400;
    private static final int WARM_UP = 2;
    private static final int ROUNDS = 7;

    private final AtomicInteger names = new AtomicInteger();

    @Override
    public String name() {
        return "trail";
    }

    /** Makes an installation. */
    private interface Maker {
        Subject make(String name) throws Exception;
    }

    @Override
    public List<Line> measure() throws Exception {
        List<Line> lines = new ArrayList<>();
        lines.add(compared("H2", name -> Subject.onH2()));
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            lines.add(compared("PostgreSQL", name -> Subject.onPostgres(postgres, name)));
        }
        return lines;
    }

    private Line compared(String database, Maker maker) throws Exception {
        try (Subject on = maker.make("recorded");
                Subject off = silent(maker)) {
            double[] millis = Rounds.medianMillis(WARM_UP, ROUNDS, () -> acts(on), () -> acts(off));
            return new Line(
                    "acts on " + database + " with the trail : without",
                    "per s",
                    ACTS * 1000 / millis[0],
                    ACTS * 1000 / millis[1],
                    "~ 1");
        }
    }

    private static Subject silent(Maker maker) throws Exception {
        String war = System.getProperty(WAR);
        try {
            System.setProperty(WAR, withoutListener(Path.of(war)).toString());
            return maker.make("silent");
        } finally {
            System.setProperty(WAR, war);
        }
    }

    private static Path withoutListener(Path war) throws IOException {
        Path copy = Files.createTempFile("countersign", ".war");
        try (ZipFile from = new ZipFile(war.toFile());
                OutputStream file = Files.newOutputStream(copy);
                ZipOutputStream to = new ZipOutputStream(file)) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream content = from.getInputStream(entry)) {
                    to.write(entry.getName().equals("WEB-INF/beans.xml") ? beans() : content.readAllBytes());
                }
            }
        }
        return copy;
    }

    private static byte[] beans() {
        return ("<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\" bean-discovery-mode=\"annotated\">"
                        + "<scan><exclude name=\"" + LISTENER + "\"/></scan></beans>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private Object acts(Subject subject) throws Exception {
        ApiClient api = subject.api();
        ExecutorService programs = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<Object>> acts = new ArrayList<>();
            for (int i = 0; i < ACTS; i++) {
                String name = "Probe " + names.incrementAndGet() + " AG";
                acts.add(() -> Subject.require(
                        201,
                        api.post(
                                "/api/v1/organisations",
                                Subject.object("name", name, "address", "Weg 1, 8000 Zürich", "country", "CH"))));
            }
            for (var act : programs.invokeAll(acts)) {
                act.get();
            }
            return acts;
        } finally {
            programs.shutdown();
        }
    }
}
