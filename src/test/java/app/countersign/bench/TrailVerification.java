package app.countersign.bench;

import app.countersign.it.ApiClient;
import app.countersign.it.RunningApplication;
import app.countersign.kernel.InstallationKey;
import app.countersign.kernel.Schema;
import app.countersign.trail.TrailFiller;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.HttpURLConnection;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/**
 * Verifying a trail of 1,000,000 rows, in the application and offline, against SHA-256 over the same bytes and nothing
 * else. The server has a heap of 256 MB and the offline verifier one of 64 MB: neither grows with the trail.
 * {@code -Dbench.rows=} makes it shorter.
 */
final class TrailVerification implements Figure {

    private static final int ROWS = Integer.getInteger("bench.rows", 1_000_000);
    private static final long GLANCE_MILLIS = 200;
    private static final int BUFFER = 1 << 16;

    @Override
    public String name() {
        return "verification";
    }

    @Override
    public List<Line> measure() throws Exception {
        Path folder = Files.createTempDirectory("countersign-bench");
        String url = "jdbc:h2:file:" + folder.resolve("countersign") + ";WRITE_DELAY=0";
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL(url);
        h2.setUser("sa");
        List<Line> lines = new ArrayList<>(measured("H2", folder, Map.of("db.url", url), h2, false));
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            Map<String, String> settings =
                    Map.of("db.url", postgres.getJdbcUrl("postgres", "postgres"), "db.user", "postgres");
            Path other = Files.createTempDirectory("countersign-bench");
            lines.addAll(measured("PostgreSQL", other, settings, postgres.getPostgresDatabase(), true));
        }
        return lines;
    }

    private static List<Line> measured(
            String name, Path folder, Map<String, String> database, DataSource source, boolean postgres)
            throws Exception {
        Schema.migrate(source, postgres);
        TrailFiller.fill(source, InstallationKey.in(folder.resolve("installation.key")), ROWS);
        Map<String, String> settings = new TreeMap<>(database);
        settings.put("data.dir", folder.toString());
        settings.put("demo", "false");
        settings.put("java.options", "-Xmx256m");
        try (RunningApplication application = RunningApplication.with(settings)) {
            ApiClient api = application.api();
            double chained = Rounds.millis(() -> chained(application));
            double verified = Rounds.millis(() -> verified(api));
            Path zip = asked(
                    application, "/api/v1/trail/export", HttpResponse.BodyHandlers.ofFile(folder.resolve("trail.zip")));
            double offline = Rounds.millis(() -> verifiedOffline(zip));
            double bare = bare(zip);
            String rows = String.format("%,d rows on %s", ROWS, name);
            return List.of(
                    new Line("chaining " + rows + " : SHA-256 of the same", "ms", chained, bare, ""),
                    new Line("verifying " + rows + " : SHA-256 of the same", "ms", verified, bare, ""),
                    new Line("verifying them offline : SHA-256 of the same", "ms", offline, bare, ""));
        }
    }

    /** Who asks for the head waits until all that was written before has its place, or is told to ask again. */
    private static Object chained(RunningApplication application) throws IOException, InterruptedException {
        JsonObject answer;
        do {
            String head = asked(application, "/api/v1/trail/head", HttpResponse.BodyHandlers.ofString());
            answer = Json.createReader(new StringReader(head)).readObject();
        } while (answer.getInt("status", 0) == HttpURLConnection.HTTP_UNAVAILABLE);
        if (!answer.containsKey("position") || answer.getJsonNumber("position").longValue() < ROWS) {
            throw new IllegalStateException(answer.toString());
        }
        return answer;
    }

    private static Object verified(ApiClient api) throws InterruptedException {
        JsonObject progress =
                Subject.require(202, api.post("/api/v1/trail/verification")).json();
        String path = "/api/v1/trail/verification/" + progress.getString("id");
        while (!progress.getBoolean("finished")) {
            Thread.sleep(GLANCE_MILLIS);
            progress = Subject.require(200, api.get(path)).json();
        }
        if (!progress.getBoolean("whole")) {
            throw new IllegalStateException(progress.toString());
        }
        return progress;
    }

    /** However long it takes. */
    private static <T> T asked(RunningApplication application, String path, HttpResponse.BodyHandler<T> body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(application.address(path))
                .header("Authorization", "Bearer " + RunningApplication.API_KEY)
                .build();
        return HttpClient.newHttpClient().send(request, body).body();
    }

    private static Object verifiedOffline(Path zip) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        "target/classes",
                        "app.countersign.trail.Verifier",
                        zip.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
        return said;
    }

    /** Milliseconds that hashing takes, reading and inflating left out. */
    private static double bare(Path zip) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        double millis = 0;
        byte[] buffer = new byte[BUFFER];
        try (ZipFile file = new ZipFile(zip.toFile());
                InputStream rows = file.getInputStream(file.getEntry("entries.jsonl"))) {
            for (int read = rows.read(buffer); read >= 0; read = rows.read(buffer)) {
                int length = read;
                millis += Rounds.millis(() -> {
                    digest.update(buffer, 0, length);
                    return length;
                });
            }
        }
        return millis;
    }
}
