package app.countersign.importing;

import static app.countersign.it.Agreements.good;
import static app.countersign.it.Agreements.made;
import static app.countersign.it.Agreements.problem;
import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.access.DemoAccounts;
import app.countersign.it.ApiClient;
import app.countersign.it.ApiClient.Answer;
import app.countersign.it.Browser;
import app.countersign.it.RunningApplication;
import app.countersign.it.SharedApplication;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Tables over the API and on their page. */
class ImportingIT {

    private static final String ALL = "/api/v1/imports";
    private static final String HEAD = "Unterauftragnehmer;Land;Dienst;Orte der Verarbeitung;Personendaten;basis\n";

    private final RunningApplication application = SharedApplication.get();
    private final ApiClient api = application.api();
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private static Answer bring(ApiClient who, String kind, String processor, String csv) {
        String edge = "edge-of-a-table";
        String body = field(edge, "kind", kind)
                + field(edge, "processor", processor)
                + "--" + edge + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"t.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + csv + "\r\n--" + edge + "--\r\n";
        return who.send("POST", ALL, body, "multipart/form-data; boundary=" + edge);
    }

    private static String field(String edge, String name, String value) {
        return "--" + edge + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private int registered() {
        return good(api.get("/api/v1/sub-processors?q=" + mark))
                .json()
                .getJsonArray("items")
                .size();
    }

    @Test
    void aRegisterIsEnteredAsAWholeOrNotAtAll() {
        String right = "Erste " + mark + " AG;Schweiz;Hosting;CH, DE;yes;signed\n";
        String wrong = "Zweite " + mark + " AG;Atlantis;Hosting;CH;yes;signed\n";

        JsonObject bad = made(bring(api, "sub-processors", "okomo", HEAD + right + wrong));

        assertThat(bad.getBoolean("good")).isFalse();
        JsonObject problem = bad.getJsonArray("problems").getJsonObject(0);
        assertThat(problem.getString("cell")).isEqualTo("B3");
        assertThat(problem.getString("message")).contains("Atlantis");
        assertThat(bad.getJsonArray("problems")).hasSize(1);
        problem(api.post(ALL + "/" + bad.getString("id") + "/entry"), 422);
        assertThat(registered()).isZero();

        String mended = HEAD + right + wrong.replace("Atlantis", "CH");
        JsonObject draft = made(bring(api, "sub-processors", "okomo", mended));
        assertThat(good(api.post(ALL + "/" + draft.getString("id") + "/entry"))
                        .json()
                        .getInt("entered"))
                .isEqualTo(2);
        assertThat(registered()).isEqualTo(2);
        problem(api.post(ALL + "/" + draft.getString("id") + "/entry"), 404);
        assertThat(registered()).isEqualTo(2);
    }

    @Test
    void twoSpellingsOfOneSubProcessorAreRecognised() {
        String row = ";CH;Hosting;CH;yes;signed\n";
        JsonObject twice = made(
                bring(api, "sub-processors", "okomo", HEAD + "Müller " + mark + " AG" + row + "Muller " + mark + row));
        assertThat(twice.getJsonArray("problems").getJsonObject(0).getString("cell"))
                .isEqualTo("A3");

        JsonObject one = made(bring(api, "sub-processors", "okomo", HEAD + "Müller " + mark + " AG" + row));
        good(api.post(ALL + "/" + one.getString("id") + "/entry"));
        JsonObject again = made(bring(api, "sub-processors", "okomo", HEAD + "MULLER " + mark + " Ltd" + row));
        JsonObject elsewhere = made(
                bring(api, "sub-processors", "oculavis", HEAD + "MULLER " + mark + " Ltd;CH;Hosting;DE;yes;signed\n"));

        JsonObject left = again.getJsonArray("rows").getJsonObject(0);
        assertThat(left.getBoolean("entered")).isFalse();
        assertThat(left.getString("remark")).contains("Müller " + mark + " AG");
        problem(api.post(ALL + "/" + again.getString("id") + "/entry"), 409);
        assertThat(elsewhere.getJsonArray("rows").getJsonObject(0).getString("remark"))
                .contains("Müller " + mark + " AG");
    }

    @Test
    void whatAContractExcludesIsSaidBesideItsCell() {
        JsonObject draft =
                made(bring(api, "sub-processors", "okomo", HEAD + "Ferne " + mark + ";CH;Hosting;CH, IN;yes;signed\n"));

        JsonObject problem = draft.getJsonArray("problems").getJsonObject(0);
        assertThat(problem.getString("cell")).isEqualTo("D2");
        assertThat(problem.getString("message")).contains("Indien", "§ 6");
    }

    @Test
    void contractsBecomeDraftsAndMeasuresVersions() {
        JsonObject contracts = made(bring(
                api,
                "contracts",
                "okomo",
                "template,controller,country,email\nokomo-dpa,Kunde " + mark + " AG,CH,recht@kunde.example\n"
                        + "oculavis-dpa,Fremd " + mark + " AG,CH,nobody\n"));
        assertThat(contracts.getJsonArray("problems").getValuesAs(JsonObject.class))
                .extracting(one -> one.getString("cell"))
                .containsExactlyInAnyOrder("A3", "D3");

        JsonObject good = made(bring(
                api,
                "contracts",
                "okomo",
                "template,controller,country,email\nokomo-dpa,Kunde " + mark + " AG,CH,recht@kunde.example\n"));
        good(api.post(ALL + "/" + good.getString("id") + "/entry"));
        List<JsonObject> drafts = good(api.get("/api/v1/contracts?q=" + mark))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
        assertThat(drafts).extracting(one -> one.getString("state")).containsExactly("draft");

        JsonObject measures = made(bring(api, "measures", "okomo", "template,code,owner\nokomo-dpa,nowhere,lena\n"));
        assertThat(measures.getJsonArray("problems").getJsonObject(0).getString("cell"))
                .isEqualTo("B2");
    }

    private static final String PAPERS_HEAD =
            "template;controller;country;email;concludedOn;signed by (controller);Unterzeichnet von (Auftragnehmer);reference;file\n";

    private String inForce(String name, String day, String reference, String file) {
        return "okomo-dpa;" + name + " " + mark + " AG;CH;recht@kunde.example;" + day + ";Erika Muster;Petra Muster;"
                + reference + ";" + file + "\n";
    }

    /** A key of the same account that is made for less. */
    private ApiClient keyOf(String... scopes) {
        JsonObjectBuilder wish = Json.createObjectBuilder()
                .add("label", "import " + mark)
                .add("scopes", Json.createArrayBuilder(List.of(scopes)));
        return api.withKey(made(api.post("/api/v1/keys", wish.build())).getString("key"));
    }

    private Answer bring(String csv, byte[] zip) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String edge = "edge-of-two-files";
        body.writeBytes((field(edge, "kind", "contracts") + field(edge, "processor", "okomo")
                        + "--" + edge + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"t.csv\"\r\n\r\n"
                        + csv + "\r\n--" + edge
                        + "\r\nContent-Disposition: form-data; name=\"papers\"; filename=\"p.zip\"\r\n"
                        + "Content-Type: application/zip\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(zip);
        body.writeBytes(("\r\n--" + edge + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return api.send("POST", ALL, body.toByteArray(), "multipart/form-data; boundary=" + edge);
    }

    private static byte[] zip(String name, byte[] content, String other) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.putNextEntry(new ZipEntry(other));
            zip.write(new byte[] {1, 2, 3});
        }
        return bytes.toByteArray();
    }

    private static byte[] paper() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.getDocumentInformation().setTitle(UUID.randomUUID().toString());
            pdf.save(bytes);
        }
        return bytes.toByteArray();
    }

    @Test
    void contractsConcludedElsewhereAreInForceWithTheirPapersOrNothingIs() throws IOException {
        byte[] pdf = paper();
        byte[] zip = zip("signed/Alt " + mark + ".pdf", pdf, "broken.pdf");
        String good = inForce("Alt", "20.05.2019", "R1" + mark, "ALT " + mark + ".PDF");

        JsonObject wrong = made(bring(
                PAPERS_HEAD
                        + good
                        + inForce("Morgen", "2999-01-01", "R2" + mark, "none.pdf")
                        + inForce("Kaputt", "2019-05-20", "", "broken.pdf")
                        + inForce("Doppelt", "2019-05-20", "r1 " + mark, ""),
                zip));
        assertThat(wrong.getJsonArray("problems").getValuesAs(JsonObject.class))
                .extracting(one -> one.getString("cell"))
                .containsExactlyInAnyOrder("E3", "I3", "I4", "H5");
        problem(api.post(ALL + "/" + wrong.getString("id") + "/entry"), 422);
        assertThat(found()).isEmpty();

        JsonObject draft = made(bring(
                PAPERS_HEAD
                        + good
                        + inForce("Ohne", "43605", "", "")
                        + "okomo-dpa;Neu " + mark + " AG;CH;recht@kunde.example;;;;;\n",
                zip));
        assertThat(draft.getJsonArray("problems")).isEmpty();
        assertThat(draft.getJsonArray("unused").toString()).contains("broken.pdf");
        assertThat(draft.getJsonArray("rows").getJsonObject(1).getString("outcome"))
                .contains("Papier fehlt");
        String entry = ALL + "/" + draft.getString("id") + "/entry";
        problem(keyOf("imports:write").post(entry), 403);
        assertThat(found()).isEmpty();
        assertThat(good(keyOf("imports:write", "countersign").post(entry))
                        .json()
                        .getInt("entered"))
                .isEqualTo(3);

        assertThat(found())
                .extracting(one -> one.getString("state"))
                .containsExactlyInAnyOrder("in-force", "in-force", "draft");
        JsonObject withPaper = one("Alt ");
        assertThat(withPaper.getString("effectiveOn")).isEqualTo("2019-05-20");
        assertThat(good(api.get("/api/v1/contracts/" + withPaper.getString("id") + "/documents/concluded"))
                        .body())
                .isEqualTo(pdf);
        assertThat(one("Ohne ")).containsKey("paperMissingSince");
        JsonObject again = made(bring(PAPERS_HEAD + good, zip));
        assertThat(again.getJsonArray("problems").toString()).contains(withPaper.getString("number"));
    }

    private List<JsonObject> found() {
        return good(api.get("/api/v1/contracts?q=" + mark))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    private JsonObject one(String name) {
        return found().stream()
                .filter(row -> row.getString("controller").startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDraftIsItsOwnersAlone() {
        ApiClient olga = application.api().withKey(DemoAccounts.keyOf("olga"));
        String id = made(bring(api, "sub-processors", "okomo", HEAD + "X " + mark + ";CH;H;CH;yes;signed\n"))
                .getString("id");

        problem(olga.get(ALL + "/" + id), 404);
        problem(olga.post(ALL + "/" + id + "/entry"), 404);
        problem(bring(olga, "sub-processors", "oculavis", HEAD + "X;CH;H;DE;yes;signed\n"), 422);
        problem(bring(api, "planets", "okomo", HEAD), 422);
        problem(bring(api, "sub-processors", "okomo", "nothing"), 409);
        assertThat(api.delete(ALL + "/" + id).status()).isEqualTo(204);
        problem(api.get(ALL + "/" + id), 404);
    }

    @Test
    void aTableIsLookedAtBeforeItIsEntered(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("register.csv"),
                HEAD + "Page " + mark + " AG;CH;Hosting;CH;yes;signed\nPage 2 " + mark
                        + ";Atlantis;;CH;maybe;signed\n");
        ChromeDriver browser = Browser.fresh();
        Browser.signIn(browser, application, "dora", "72-Stunden-Uhr");
        browser.get(application.address("/importing/view?lang=de").toString());
        Browser.picture(browser, "importing");
        new Select(browser.findElement(By.id("bringing:kind"))).selectByValue("sub-processors");
        new Select(browser.findElement(By.id("bringing:processor"))).selectByValue("okomo");
        browser.findElement(By.id("bringing:file")).sendKeys(file.toString());
        Browser.leave(browser, browser.findElement(By.id("bringing:bring")));

        assertThat(browser.findElement(By.id("main")).getText()).contains("B3", "Atlantis", "Page " + mark);
        assertThat(browser.findElements(By.id("entering:enter"))).isEmpty();
        Browser.picture(browser, "importing-problems");
        browser.manage().window().setSize(new Dimension(420, 900));
        Browser.picture(browser, "importing-problems-narrow");
        browser.manage().window().setSize(new Dimension(1280, 900));
        Files.writeString(file, HEAD + "Page " + mark + " AG;CH;Hosting;CH;yes;signed\n");
        browser.get(application.address("/importing/view").toString());
        new Select(browser.findElement(By.id("bringing:kind"))).selectByValue("sub-processors");
        new Select(browser.findElement(By.id("bringing:processor"))).selectByValue("okomo");
        browser.findElement(By.id("bringing:file")).sendKeys(file.toString());
        Browser.leave(browser, browser.findElement(By.id("bringing:bring")));
        Browser.picture(browser, "importing-preview");
        Browser.leave(browser, browser.findElement(By.id("entering:enter")));
        new WebDriverWait(browser, Duration.ofMinutes(1)).until(ExpectedConditions.urlContains("/sub-processor/list"));
        assertThat(registered()).isEqualTo(1);
    }
}
