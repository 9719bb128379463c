package app.countersign.bench;

import app.countersign.document.SealKey;
import app.countersign.it.ApiClient;
import app.countersign.it.ApiClient.Answer;
import app.countersign.it.RunningApplication;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/**
 * The application as an installation runs it, without the demonstration's data and with a key store of its own. It has
 * one contract, issued and accepted over the API, of which {@link Filler} makes as many as are wanted.
 */
final class Subject implements AutoCloseable {

    static final String PASSWORD = "not a secret";

    private static final int GLANCE_MILLIS = 200;

    private final RunningApplication application;
    private final Filler filler;
    private final Path keyStore;

    private Subject(RunningApplication application, Filler filler, Path keyStore) {
        this.application = application;
        this.filler = filler;
        this.keyStore = keyStore;
    }

    static Subject onH2() throws Exception {
        Path folder = Files.createTempDirectory("countersign-bench");
        // As without the setting, but for the door that lets this process fill the database.
        String url = "jdbc:h2:file:" + folder.resolve("countersign") + ";WRITE_DELAY=0;AUTO_SERVER=TRUE";
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(url);
        database.setUser("sa");
        return started(folder, Map.of("db.url", url), model -> new Filler(database, model, false));
    }

    static Subject onPostgres(EmbeddedPostgres postgres, String name) throws Exception {
        return onPostgres(postgres, name, Map.of());
    }

    /** @param more settings, by short name */
    static Subject onPostgres(EmbeddedPostgres postgres, String name, Map<String, String> more) throws Exception {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        Map<String, String> settings = new TreeMap<>(more);
        settings.putAll(Map.of("db.url", postgres.getJdbcUrl("postgres", name), "db.user", "postgres"));
        return started(
                Files.createTempDirectory("countersign-bench"),
                settings,
                model -> new Filler(postgres.getDatabase("postgres", name), model, true));
    }

    /** Where the copies of a contract go. */
    private interface Fillers {
        Filler of(UUID model);
    }

    private static Subject started(Path folder, Map<String, String> database, Fillers fillers) throws Exception {
        Path keyStore = folder.resolve("seal.p12");
        SealKey.demo(keyStore, PASSWORD.toCharArray(), "Bench", Clock.systemUTC());
        Map<String, String> settings = new TreeMap<>(database);
        settings.put("data.dir", folder.toString());
        settings.put("demo", "false");
        settings.put("seal.keystore", keyStore.toString());
        settings.put("seal.password", PASSWORD);
        RunningApplication application = RunningApplication.with(settings);
        UUID model = accepted(application.api());
        return new Subject(application, fillers.of(model), keyStore);
    }

    private static UUID accepted(ApiClient api) {
        require(
                200,
                api.put(
                        "/api/v1/processors/okomo",
                        object(
                                "name", "Okomo AG",
                                "address", "Sihleggstrasse 23, 8832 Wollerau",
                                "country", "CH",
                                "language", "de-CH",
                                "zone", "Europe/Zurich")));
        require(
                200,
                api.put(
                        "/api/v1/processors/okomo/signatories/automation",
                        object("person", "Gerrit Rode", "position", "Geschäftsführer", "place", "Berlin")));
        JsonObject controller = object(
                "name", "Beispiel Handels AG",
                "address", "Seestrasse 1, 8002 Zürich",
                "country", "CH",
                "email", "recht@beispiel.example");
        JsonObject wanted = Json.createObjectBuilder(object("template", "okomo-dpa"))
                .add("controller", controller)
                .build();
        String contract = "/api/v1/contracts/"
                + require(201, api.post("/api/v1/contracts", wanted)).json().getString("id");
        String today = LocalDate.now(ZoneId.of("Europe/Zurich")).toString();
        require(
                200,
                api.put(
                        contract + "/signature-page",
                        object(
                                "company", "Beispiel Handels AG",
                                "address", "Seestrasse 1, 8002 Zürich",
                                "person", "Regula Zünd",
                                "position", "Leiterin Recht",
                                "place", "Zürich",
                                "date", today)));
        require(200, api.post(contract + "/acceptance"));
        return UUID.fromString(contract.substring(contract.lastIndexOf('/') + 1));
    }

    static JsonObject object(String... namesAndValues) {
        var object = Json.createObjectBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return object.build();
    }

    /** A measurement of something that failed would be worth nothing. */
    static Answer require(int status, Answer answer) {
        if (answer.status() != status) {
            throw new IllegalStateException(answer.status() + " " + answer.text());
        }
        return answer;
    }

    /** The id of the first measure, as soon as the application has read its annexes. */
    String someMeasure() throws InterruptedException {
        while (true) {
            JsonArray measures =
                    require(200, api().get("/api/v1/measures?limit=1")).json().getJsonArray("items");
            if (!measures.isEmpty()) {
                return measures.getJsonObject(0).getString("id");
            }
            Thread.sleep(GLANCE_MILLIS);
        }
    }

    ApiClient api() {
        return application.api();
    }

    Filler filler() {
        return filler;
    }

    DataSource database() {
        return filler.database();
    }

    Path keyStore() {
        return keyStore;
    }

    @Override
    public void close() throws IOException {
        application.close();
    }
}
