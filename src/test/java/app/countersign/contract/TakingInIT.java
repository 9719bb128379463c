package app.countersign.contract;

import static app.countersign.it.Agreements.at;
import static app.countersign.it.Agreements.fields;
import static app.countersign.it.Agreements.good;
import static app.countersign.it.Agreements.json;
import static app.countersign.it.Agreements.made;
import static app.countersign.it.Agreements.problem;
import static app.countersign.it.Agreements.today;
import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.access.DemoAccounts;
import app.countersign.it.Agreements;
import app.countersign.it.ApiClient;
import app.countersign.it.ApiClient.Answer;
import app.countersign.it.Browser;
import app.countersign.it.RunningApplication;
import app.countersign.it.SharedApplication;
import app.countersign.kernel.Sha256;
import app.countersign.portal.Mailbox;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Contracts that were concluded elsewhere: taken in over the API and on their page, in force from then on. */
class TakingInIT {

    private static final String CONCLUDED = "/api/v1/contracts/concluded";
    private static final byte[] NONE = {};

    private final RunningApplication application = SharedApplication.get();
    private final ApiClient api = application.api();
    private final Agreements agreements = new Agreements(api);
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String customer = "Bestand " + mark + " AG";

    /** A paper that only this test knows. */
    private byte[] paper() {
        try (PDDocument pdf = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            pdf.addPage(page);
            try (PDPageContentStream pen = new PDPageContentStream(pdf, page)) {
                pen.beginText();
                pen.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 20);
                pen.newLineAtOffset(72, 600);
                pen.showText("Signed on paper " + mark + " " + UUID.randomUUID());
                pen.endText();
            }
            pdf.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonObjectBuilder contract(String template, String concludedOn) {
        return Agreements.request(template, customer)
                .add("concludedOn", concludedOn)
                .add("signaturePage", json(Map.of("person", "Erika Muster", "position", "Inhaberin")))
                .add("processorSignature", json(Map.of("person", "Petra Muster")));
    }

    private Answer take(JsonObjectBuilder contract, byte[] pdf) {
        Map<String, String> part = Map.of("contract", contract.build().toString());
        return pdf.length == 0
                ? api.send("POST", CONCLUDED, form(part.get("contract")), "multipart/form-data; boundary=edge")
                : api.upload(CONCLUDED, part, "paper.pdf", pdf);
    }

    private static String form(String contract) {
        return "--edge\r\nContent-Disposition: form-data; name=\"contract\"\r\n\r\n" + contract + "\r\n--edge--\r\n";
    }

    @Test
    void itIsInForceAndItsPaperIsKeptByteForByte() {
        byte[] pdf = paper();
        JsonObject taken = made(take(
                contract("okomo-dpa", "2019-05-20")
                        .add("effectiveOn", "2019-05-01")
                        .add("earlyReason", "Rückwirkend auf den Beginn der Leistung")
                        .add("reference", "DPA " + mark),
                pdf));
        String id = taken.getString("id");

        assertThat(taken.getString("state")).isEqualTo("in-force");
        assertThat(taken.getBoolean("withPaper")).isTrue();
        JsonObject whole = agreements.whole(id);
        assertThat(whole.getString("effectiveOn")).isEqualTo("2019-05-01");
        assertThat(whole.getJsonObject("concludedElsewhere").getString("concludedOn"))
                .isEqualTo("2019-05-20");
        assertThat(whole.getJsonObject("concludedElsewhere").getString("reference"))
                .isEqualTo("DPA " + mark);
        assertThat(whole.getJsonObject("signaturePage").getString("how")).isEqualTo("on-paper");
        assertThat(agreements.history(id)).containsExactly("contract-taken-in", "contract-in-force");
        assertThat(agreements.mails(id)).isEmpty();
        assertThat(agreements.documents(id, "concluded").get(0).getString("sha256"))
                .isEqualTo(Sha256.hex(pdf));
        assertThat(good(api.get(at(id, "/documents/concluded"))).body()).isEqualTo(pdf);
        assertThat(good(api.get("/api/v1/deadlines?subject=" + id)).json().getJsonArray("items"))
                .as("what was promised for the past rings no alarm")
                .isEmpty();

        problem(api.post(at(id, "/countersignature")), 409);
        problem(api.upload(at(id, "/paper"), "again.pdf", paper()), 409);
        JsonObject verdict = good(api.withKey(null).upload("/api/v1/verifications", "x.pdf", pdf))
                .json();
        assertThat(verdict.getString("verdict")).isEqualTo("genuine");
        assertThat(verdict.getJsonArray("reasons").toString()).contains("anderswo");
        assertThat(numbers("q=dpa" + mark)).containsExactly(taken.getString("number"));
    }

    private List<String> numbers(String query) {
        return good(api.get("/api/v1/contracts?" + query))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(row -> row.getString("number"))
                .toList();
    }

    @Test
    void itsPromisesAreKeptLikeThoseOfAnyOther() {
        Mailbox mailbox = new Mailbox("bestand-" + mark + "@kunde.example");
        byte[] pdf = paper();
        JsonObjectBuilder contract = contract("oculavis-dpa", "2020-01-01")
                .add("mainContractSignedOn", "2020-02-01")
                .add("controller", json(Map.of("name", customer, "country", "CH", "email", mailbox.address())));
        String id = made(take(contract, pdf)).getString("id");
        assertThat(agreements.whole(id).getString("effectiveOn")).isEqualTo("2020-02-01");

        assertThat(good(api.get("/api/v1/processing-records/oculavis")).text()).contains(customer);
        JsonObject breach = made(api.post(
                "/api/v1/breaches",
                Json.createObjectBuilder()
                        .add("title", "Altvertrag " + mark)
                        .add("processors", Json.createArrayBuilder(List.of("oculavis")))
                        .add("awareAt", Agreements.ago(Duration.ofHours(1)).toString())
                        .build()));
        JsonObject concern = good(api.get("/api/v1/breaches/" + breach.getString("id") + "/controllers?q=" + mark))
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(concern.toString()).contains(customer);

        JsonObject ended = good(api.post(
                        at(id, "/termination"), json(Map.of("kind", "extraordinary", "reason", "Verstoss gegen § 6"))))
                .json();
        assertThat(ended.getString("state")).isEqualTo("terminated");
        assertThat(good(api.get("/api/v1/disposals/" + id)).json().getBoolean("begun"))
                .isTrue();
        customerSeesThePaper(mailbox.token(), pdf);
    }

    private void customerSeesThePaper(String token, byte[] pdf) {
        ApiClient stranger = api.withKey(null);
        String page =
                good(stranger.get("/portal/contract?lang=de&link=" + token)).text();
        assertThat(page).contains("nicht hier geschlossen", "kind=concluded");
        assertThat(good(stranger.get("/portal/file?kind=concluded&link=" + token))
                        .body())
                .isEqualTo(pdf);
        assertThat(good(stranger.get("/portal/page?kind=concluded&no=1&link=" + token))
                        .contentType())
                .startsWith("image/png");
    }

    @Test
    void anEndThatIsKnownStartsItsClock() {
        String last = today().plusDays(40).toString();
        String id = made(take(contract("okomo-dpa", "2021-03-04").add("endsOn", last), NONE))
                .getString("id");

        assertThat(agreements.whole(id).getString("endsOn")).isEqualTo(last);
        JsonObject clock = good(api.get("/api/v1/deadlines?subject=" + id))
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(clock.getString("kind")).isEqualTo("end-contract");
        assertThat(clock.getString("state")).isEqualTo("running");
        assertThat(Instant.parse(clock.getString("dueAt"))).isAfter(Instant.now());
    }

    @Test
    void whatKeepsItFromBeingTakenInIsSaidAllAtOnce() {
        JsonObjectBuilder wrong = Json.createObjectBuilder()
                .add("template", "okomo-dpa")
                .add("controller", json(Map.of("name", customer, "email", "nobody")))
                .add("concludedOn", today().plusDays(1).toString())
                .add("endsOn", "2020-01-01");

        Answer answer = take(wrong, "no PDF".getBytes(StandardCharsets.UTF_8));

        assertThat(fields(problem(answer, 422)))
                .contains(
                        "controller.country",
                        "controller.email",
                        "concludedOn",
                        "endsOn",
                        "signaturePage.person",
                        "processorSignature.person");
        assertThat(numbers("q=" + mark)).isEmpty();
        assertThat(fields(problem(take(contract("okomo-dpa", "2019-05-20"), new byte[] {1, 2, 3}), 422)))
                .containsExactly("file");
        assertThat(fields(problem(take(contract("nothing", "2019-05-20").add("revision", 7), NONE), 422)))
                .containsExactly("template");
        problem(api.send("POST", CONCLUDED, form("{"), "multipart/form-data; boundary=edge"), 400);
        ApiClient auditor = api.withKey(DemoAccounts.keyOf("olga"));
        assertThat(auditor.send("POST", CONCLUDED, form("{}"), "multipart/form-data; boundary=edge")
                        .status())
                .isIn(403, 422);
    }

    @Test
    void theSameContractIsNotTakenInTwice() {
        String number = made(take(contract("okomo-dpa", "2019-05-20").add("reference", "R " + mark), NONE))
                .getString("number");

        Answer sameReference = problem(
                take(contract("okomo-dpa", "2019-05-21").add("reference", "r" + mark.toUpperCase(Locale.ROOT)), NONE),
                422);
        assertThat(fields(sameReference)).containsExactly("reference");
        assertThat(sameReference.text()).contains(number);

        Answer sameDay = problem(take(contract("okomo-dpa", "2019-05-20"), NONE), 422);
        assertThat(fields(sameDay)).containsExactly("concludedOn");
        assertThat(sameDay.text()).contains(number);
    }

    @Test
    void aPaperThatIsMissingIsAskedForAndAddedOnce() {
        JsonObject taken = made(take(contract("okomo-dpa", "2019-05-20"), NONE));
        String id = taken.getString("id");
        assertThat(taken.getBoolean("withPaper")).isFalse();
        assertThat(numbers("paper=missing&q=" + mark)).containsExactly(taken.getString("number"));

        byte[] pdf = paper();
        assertThat(fields(problem(api.upload(at(id, "/paper"), "x.pdf", new byte[] {1}), 422)))
                .containsExactly("file");
        assertThat(api.upload(at(id, "/paper"), "x.pdf", pdf).status()).isEqualTo(204);

        problem(api.upload(at(id, "/paper"), "x.pdf", pdf), 409);
        assertThat(good(api.get(at(id, "/documents/concluded"))).body()).isEqualTo(pdf);
        assertThat(numbers("paper=missing&q=" + mark)).isEmpty();
        assertThat(agreements.history(id)).endsWith("paper-added");
        String here = agreements.issued("okomo-dpa", "Hier " + customer).getString("id");
        problem(api.upload(at(here, "/paper"), "x.pdf", pdf), 409);
    }

    @Test
    void aPersonTakesOneInOnItsPage(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("signed.pdf"), paper());
        ChromeDriver browser = Browser.fresh();
        Browser.signIn(browser, application, "gerrit", "Gegen-2gezeichnet");
        browser.get(application.address("/contract/take-in?lang=de").toString());
        new Select(browser.findElement(By.id("new:version"))).selectByValue("okomo-dpa/1");
        browser.findElement(By.id("new:customer_input")).sendKeys(customer);
        browser.findElement(By.id("new:reference")).click();
        new WebDriverWait(browser, Duration.ofMinutes(1))
                .until(ExpectedConditions.presenceOfElementLocated(By.id("new:country")));
        new Select(browser.findElement(By.id("new:country"))).selectByValue("CH");
        type(browser, "new:person", "Erika Muster");
        Browser.leave(browser, browser.findElement(By.id("new:take")));

        assertThat(browser.findElement(By.id("new:concludedOn-message")).getText())
                .isNotBlank();
        assertThat(browser.findElement(By.id("new:signatory-message")).getText())
                .isNotBlank();
        assertThat(browser.findElement(By.id("new:person")).getAttribute("value"))
                .isEqualTo("Erika Muster");
        Browser.pictures(browser, "take-in");

        browser.executeScript("document.getElementById('new:concludedOn').value='2019-05-20';"
                + "document.getElementById('new:date').value='2019-05-19';");
        type(browser, "new:email", "recht@kunde.example");
        type(browser, "new:signatory", "Petra Muster");
        browser.findElement(By.id("new:file")).sendKeys(file.toString());
        Browser.leave(browser, browser.findElement(By.id("new:take")));

        new WebDriverWait(browser, Duration.ofMinutes(1)).until(ExpectedConditions.urlContains("/contract/view"));
        assertThat(browser.findElement(By.id("main")).getText())
                .contains("Anderswo geschlossen", "Gerrit", "20.05.2019", customer);
        Browser.pictures(browser, "taken-in");
        browser.get(application.address("/contract/list?q=" + mark).toString());
        assertThat(browser.findElement(By.id("main")).getText()).contains(customer, "in Kraft");
        thePaperOfAnotherIsAddedOnItsPage(browser, file);
    }

    private void thePaperOfAnotherIsAddedOnItsPage(ChromeDriver browser, Path file) {
        String id = made(take(contract("okomo-dpa", "2018-05-20"), NONE)).getString("id");
        browser.get(
                application.address("/contract/list?paper=missing&q=" + mark).toString());
        assertThat(browser.findElement(By.id("main")).getText()).contains("Papier fehlt");
        Browser.pictures(browser, "paper-missing-list");
        browser.get(application.address("/contract/view?id=" + id).toString());
        Browser.pictures(browser, "paper-missing");
        browser.findElement(By.id("adding:file")).sendKeys(file.toString());
        Browser.leave(browser, browser.findElement(By.id("adding:add")));

        assertThat(browser.findElement(By.id("main")).getText()).contains("liegt beim Vertrag");
        assertThat(browser.findElements(By.id("adding:add"))).isEmpty();
        assertThat(agreements.documents(id, "concluded")).hasSize(1);
    }

    private static void type(ChromeDriver browser, String id, String text) {
        browser.findElement(By.id(id)).clear();
        browser.findElement(By.id(id)).sendKeys(text);
    }
}
