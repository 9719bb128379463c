package app.countersign.contract;

import static app.countersign.it.Agreements.at;
import static app.countersign.it.Agreements.good;
import static app.countersign.it.Agreements.problem;
import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.it.Agreements;
import app.countersign.it.ApiClient.Answer;
import app.countersign.it.Patience;
import app.countersign.it.RunningApplication;
import app.countersign.kernel.Sha256;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * One installation on H2 with its own key and its own templates, to which everything happens that can: a faulty template,
 * no key, the wrong key, no time stamp, a crash, other words. In order, since each start of a server is dear.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AdversityIT {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final String PASSWORD = "right";
    private static final int SEVERAL = 24;

    private static Path folder;
    private static Path templates;
    private static Path keyStore;
    private static RunningApplication application;
    private static Agreements agreements;
    private static String waiting;
    private static String service;

    @BeforeAll
    static void startWithoutAKeyButWithATimeStampAuthorityThatIsAway() throws Exception {
        folder = Files.createTempDirectory("countersign-it");
        templates = folder.resolve("templates");
        keyStore = folder.resolve("seal.p12");
        copy(Path.of("contracts-templates"), templates);
        copy(Path.of("contracts-templates/okomo-dpa"), templates.resolve("faulty-dpa"));
        edit(templates.resolve("faulty-dpa/terms.yaml"), "notice: P2W", "notice: two weeks");
        start(Map.of("timestamp.url", "http://127.0.0.1:" + RunningApplication.freePort() + "/tsa"));
        waiting = agreements.accepted("okomo-dpa", "Geduld AG");
        service = agreements.issued("oculavis-dpa", "Dauerkunde GmbH").getString("id");
        good(application
                .api()
                .put(
                        at(service, "/main-contract"),
                        Agreements.json(Map.of(
                                "signedOn", Agreements.today().minusDays(3).toString()))));
    }

    private static void start(Map<String, String> settings) {
        Map<String, String> all = new TreeMap<>(Map.of(
                "data.dir", folder.toString(),
                "templates.dir", templates.toString(),
                "seal.keystore", keyStore.toString(),
                "seal.password", PASSWORD));
        all.putAll(settings);
        application = RunningApplication.with(all);
        agreements = new Agreements(application.api());
        Patience.until(
                "the processors are there",
                A_MINUTE,
                () -> application.api().get("/api/v1/processors").text().contains("360dialog"));
    }

    @AfterAll
    static void stop() {
        application.kill();
    }

    @Test
    @Order(1)
    void aFaultyTemplateIsLeftOutAndToldOfWithFileAndLine() throws IOException {
        int line = Files.readAllLines(templates.resolve("faulty-dpa/terms.yaml")).stream()
                        .takeWhile(text -> !text.contains("two weeks"))
                        .toList()
                        .size()
                + 1;

        assertThat(application.output())
                .anyMatch(text -> text.contains("faulty-dpa/terms.yaml:" + line + ":") && text.contains("two weeks"));
        assertThat(codes()).containsExactly("360dialog-dpa", "oculavis-dpa", "okomo-dpa");
    }

    private static List<String> codes() {
        return templates().map(template -> template.getString("code")).sorted().toList();
    }

    private static Stream<JsonObject> templates() {
        return good(application.api().get("/api/v1/templates"))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream();
    }

    @Test
    @Order(2)
    void withoutAUsableKeyNothingIsSealedAndItIsSaidWhatToDo() throws Exception {
        assertRefused("document.seal.key-missing", "countersign.seal.keystore");

        Files.writeString(keyStore, "no key store");
        assertRefused("document.seal.key-unreadable", "ersetzen");

        write(keyStore, "another password", Instant.now().plus(Duration.ofDays(30)));
        assertRefused("document.seal.wrong-password", "countersign.seal.password");

        write(keyStore, PASSWORD, Instant.now().minus(Duration.ofDays(2)));
        assertRefused("document.seal.expired", "Neustart ist nicht nötig");
    }

    private static void assertRefused(String reason, String advice) {
        Answer answer = problem(application.api().post(at(waiting, "/countersignature")), 409);
        assertThat(answer.json().getString("type")).endsWith(":" + reason);
        assertThat(answer.json().getString("detail")).contains(advice).doesNotContain("{0");
        assertUnsealed();
    }

    private static void assertUnsealed() {
        assertThat(agreements.whole(waiting).getString("state")).isEqualTo("accepted");
        assertThat(agreements.documents(waiting, "countersigned")).isEmpty();
        assertThat(agreements.mails(waiting)).hasSize(1);
    }

    @Test
    @Order(3)
    void aRunTellsWhyNothingWasSealed() {
        String run = agreements.countersigning(List.of(waiting));

        Patience.until(
                "the run is over", A_MINUTE, () -> agreements.progress(run).getInt("failed") == 1);
        JsonObject failure = agreements.progress(run).getJsonArray("failures").getJsonObject(0);
        assertThat(failure.getString("contractId")).isEqualTo(waiting);
        assertThat(failure.getString("reason")).contains("abgelaufen").doesNotContain("{0");
        assertUnsealed();
    }

    @Test
    @Order(4)
    void withoutATimeStampNothingIsSealedAndTheContractShowsWhy() throws Exception {
        write(keyStore, PASSWORD, Instant.now().plus(Duration.ofDays(30)));

        Answer answer = problem(application.api().post(at(waiting, "/countersignature")), 409);
        assertThat(answer.json().getString("type")).endsWith(":document.time-stamp.unreachable");
        assertThat(agreements.whole(waiting).getString("problem")).contains("Zeitstempel");
        assertUnsealed();

        String run = agreements.countersigning(List.of(waiting));
        Patience.until(
                "the run is over", A_MINUTE, () -> agreements.progress(run).getInt("failed") == 1);
        assertThat(agreements.progress(run).toString()).contains("Zeitstempel");
        assertUnsealed();
    }

    @Test
    @Order(5)
    void aCrashWhileCountersigningLosesNoneSignsNoneTwiceAndKeepsWhatWasAnswered() throws Exception {
        application.kill();
        start(Map.of());
        assertThat(agreements.whole(waiting).getString("problem")).contains("Zeitstempel");
        List<String> ids = IntStream.range(0, SEVERAL)
                .mapToObj(i -> agreements.accepted("okomo-dpa", "Absturz " + i + " AG"))
                .toList();
        String run = agreements.countersigning(ids);
        Patience.until(
                "some are signed", A_MINUTE, () -> agreements.progress(run).getInt("done") >= 3);
        JsonObject answered =
                good(application.api().post(at(waiting, "/countersignature"))).json();
        int done = agreements.progress(run).getInt("done");
        application.kill();
        assertThat(done).as("signed before the crash").isLessThan(SEVERAL);

        changeOculavisWords();
        application.start();
        assertThat(agreements.progress(run).getInt("done")).isGreaterThanOrEqualTo(done);
        Patience.until(
                "the rest is signed", A_MINUTE, () -> agreements.progress(run).getInt("done") == SEVERAL);
        assertThat(agreements.whole(waiting).getString("state")).isEqualTo("in-force");
        assertThat(agreements.documents(waiting, "countersigned").get(0).getString("sha256"))
                .isEqualTo(sha256(answered, "countersigned"));
        assertThat(agreements.whole(waiting)).doesNotContainKey("problem");
        for (String id : ids) {
            assertSignedOnce(id);
        }
    }

    private static String sha256(JsonObject contract, String kind) {
        return contract.getJsonArray("documents").getValuesAs(JsonObject.class).stream()
                .filter(document -> document.getString("kind").equals(kind))
                .findFirst()
                .orElseThrow()
                .getString("sha256");
    }

    private static void assertSignedOnce(String id) throws IOException {
        assertThat(agreements.whole(id).getString("state")).isEqualTo("in-force");
        assertThat(agreements.history(id))
                .filteredOn("contract-countersigned"::equals)
                .hasSize(1);
        assertThat(agreements.documents(id, "countersigned")).hasSize(1);
        // The invitation, and the contract.
        assertThat(agreements.mails(id)).hasSize(2);
        byte[] pdf =
                good(application.api().get(at(id, "/documents/countersigned"))).body();
        assertThat(Sha256.hex(pdf))
                .isEqualTo(agreements.documents(id, "countersigned").get(0).getString("sha256"));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getSignatureDictionaries()).hasSize(1);
        }
    }

    private static void changeOculavisWords() throws IOException {
        edit(templates.resolve("oculavis-dpa/terms.yaml"), "version: \"15.01.2024\"", "version: \"01.11.2026\"");
    }

    @Test
    @Order(6)
    void otherWordsAreANewVersionThatCustomersAreToldOfOnce() {
        JsonObject oculavis = templates()
                .filter(template -> template.getString("code").equals("oculavis-dpa"))
                .findFirst()
                .orElseThrow();
        assertThat(oculavis.getInt("revision")).isEqualTo(2);
        assertThat(oculavis.getString("version")).isEqualTo("01.11.2026");
        assertThat(agreements.whole(service).getInt("templateRevision")).isEqualTo(1);
        assertThat(agreements.whole(service).getString("templateVersion")).isEqualTo("15.01.2024");
        String newer = agreements.issued("oculavis-dpa", "Neukunde GmbH").getString("id");
        assertThat(agreements.whole(newer).getInt("templateRevision")).isEqualTo(2);

        Patience.until(
                "the customer is told",
                A_MINUTE.plusSeconds(30),
                () -> agreements.history(service).contains("new-version-told"));
        assertThat(agreements.history(service))
                .filteredOn("new-version-told"::equals)
                .hasSize(1);
        assertThat(agreements.mails(service))
                .filteredOn(mail -> mail.getString("subject").contains("Neue Fassung"))
                .hasSize(1);
        assertThat(agreements.history(waiting)).doesNotContain("new-version-told");
        assertThat(application.output()).noneMatch(line -> line.contains("\tat "));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static void edit(Path file, String what, String into) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(what);
        Files.writeString(file, text.replace(what, into));
    }

    /** A key store with one key, whose certificate an authority would have issued. */
    private static void write(Path file, String password, Instant until) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        X509Certificate certificate = new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                new X500Name("CN=An Authority"),
                                BigInteger.valueOf(until.getEpochSecond()),
                                Date.from(until.minus(Duration.ofDays(365))),
                                Date.from(until),
                                new X500Name("CN=Okomo AG"),
                                pair.getPublic())
                        .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("seal", pair.getPrivate(), password.toCharArray(), new X509Certificate[] {certificate});
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
    }
}
