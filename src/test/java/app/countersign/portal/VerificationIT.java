package app.countersign.portal;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.it.ApiClient;
import app.countersign.it.Browser;
import app.countersign.it.SharedApplication;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Anybody, without a key and without an account, learns whether a file is a contract. */
class VerificationIT {

    private static IssuedContract contract;
    private static byte[] countersigned;

    @TempDir
    private Path folder;

    private final ApiClient stranger = SharedApplication.get().api().withKey(null);

    @BeforeAll
    static void aContractIsInForce() {
        contract = IssuedContract.okomo();
        contract.signedOnPaper();
        contract.countersigned();
        countersigned = contract.document("countersigned");
    }

    @Test
    void theCountersignedDocumentIsGenuine() {
        JsonObject verdict = verify(countersigned);

        assertThat(verdict.getString("verdict")).isEqualTo("genuine");
        assertThat(verdict.getJsonObject("contract").getString("number")).isEqualTo(contract.number());
        assertThat(verdict.getJsonObject("contract").getString("state")).isEqualTo("in-force");
        assertThat(verdict.getJsonObject("contract").getString("effectiveOn")).isNotEmpty();
        JsonObject seal = verdict.getJsonArray("signatures").getJsonObject(0);
        assertThat(seal.getBoolean("ours") && seal.getBoolean("intact") && seal.getBoolean("coversWholeFile"))
                .isTrue();
        assertThat(seal.getString("by")).contains("DEMONSTRATION");
    }

    @Test
    void theDocumentThatWasSentOutProvesNothing() {
        JsonObject verdict = verify(contract.document("issued"));

        assertThat(verdict.getString("verdict")).isEqualTo("genuine");
        assertThat(verdict.getJsonArray("reasons").toString()).contains("belegt keine Vereinbarung");
    }

    @Test
    void wordsPutOverAPageAreFound() throws IOException {
        JsonObject verdict = verify(altered());

        assertThat(verdict.getString("verdict")).isEqualTo("altered");
        assertThat(verdict.getJsonArray("differences").toString()).contains("120 Monate");
        assertThat(verdict.getJsonArray("differences").getJsonObject(0).getInt("page"))
                .isEqualTo(2);
        assertThat(verdict.getJsonObject("contract").containsKey("controller")).isFalse();
    }

    @Test
    void aStrangersFileIsUnknown() throws IOException {
        JsonObject verdict = verify(foreign());

        assertThat(verdict.getString("verdict")).isEqualTo("unknown");
        assertThat(verdict.containsKey("contract")).isFalse();
    }

    @Test
    void whatIsNoPdfIsRefusedBesideItsField() {
        ApiClient.Answer answer = send("Guten Tag".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("field"))
                .isEqualTo("file");
    }

    @Test
    void whatIsTooLargeIsNotReadToItsEnd() {
        byte[] large = Arrays.copyOf(countersigned, 26 * 1024 * 1024);

        assertThat(send(large).status()).isEqualTo(413);
    }

    @Test
    void thePageTurnsALargeFileAwayWithoutFailing() {
        byte[] large = Arrays.copyOf(countersigned, 26 * 1024 * 1024);

        ApiClient.Answer answer = stranger.upload("/verify", "vertrag.pdf", large);

        assertThat(answer.status()).isEqualTo(303);
        String next = answer.headers().firstValue("Location").orElseThrow();
        assertThat(stranger.get(next).text()).contains("grösser als 25 MB");
    }

    @Test
    void whatIsNoFormIsRefused() {
        assertThat(stranger.post(
                                "/api/v1/verifications",
                                Json.createObjectBuilder().build())
                        .status())
                .isEqualTo(415);
    }

    @Test
    void theApiDescribesIt() {
        String description = SharedApplication.get().api().get("/openapi").text();

        assertThat(description).contains("/api/v1/verifications", "multipart/form-data", "VerifiedDifference");
    }

    @Test
    void thePageTellsItInPlainWords() throws IOException {
        ChromeDriver browser = Browser.fresh();
        Views views = new Views(browser);
        browser.get(SharedApplication.get().address("/verify?lang=de").toString());
        views.keep("verify");
        assertThat(views.overflow()).isZero();

        assertThat(bring(browser, "echt.pdf", countersigned)).contains("Echt", contract.number(), "In Kraft seit");
        views.keep("verify-genuine");
        assertThat(views.overflow()).isZero();
        assertThat(bring(browser, "veraendert.pdf", altered())).contains("Verändert", "120 Monate");
        views.keep("verify-altered");
        assertThat(views.overflow()).isZero();
        assertThat(bring(browser, "fremd.pdf", foreign())).contains("Unbekannt");
        views.keep("verify-unknown");
        browser.get(SharedApplication.get().address("/verify?lang=en").toString());
        assertThat(bring(browser, "genuine.pdf", countersigned)).contains("Genuine", "demonstration");
        views.keep("verify-english");
    }

    @Test
    void aFileThatIsDroppedIsCheckedAtOnce() {
        ChromeDriver browser = Browser.fresh();
        browser.get(SharedApplication.get().address("/verify?lang=de").toString());

        browser.executeScript(
                "const bytes = Uint8Array.from(atob(arguments[0]), c => c.charCodeAt(0));"
                        + "const data = new DataTransfer();"
                        + "data.items.add(new File([bytes], 'fallen.pdf', {type: 'application/pdf'}));"
                        + "document.querySelector('.drop').dispatchEvent("
                        + "new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true}));",
                Base64.getEncoder().encodeToString(countersigned));

        assertThat(verdictOn(browser, "fallen.pdf")).contains("Echt");
    }

    private String bring(ChromeDriver browser, String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        browser.findElement(By.id("verify:file")).sendKeys(file.toString());
        return verdictOn(browser, name);
    }

    private static String verdictOn(ChromeDriver browser, String name) {
        new WebDriverWait(browser, Duration.ofSeconds(40))
                .until(b -> !b.findElements(By.xpath("//p[@class='file-name'][.='" + name + "']"))
                        .isEmpty());
        return browser.findElement(By.tagName("main")).getText();
    }

    private JsonObject verify(byte[] file) {
        ApiClient.Answer answer = send(file);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private ApiClient.Answer send(byte[] file) {
        return stranger.upload("/api/v1/verifications", "vertrag.pdf", file);
    }

    /** As an editor would do it: written over a page, and saved anew. */
    private static byte[] altered() throws IOException {
        try (PDDocument document = Loader.loadPDF(countersigned)) {
            try (PDPageContentStream pen = new PDPageContentStream(
                    document, document.getPage(1), PDPageContentStream.AppendMode.APPEND, true, true)) {
                write(pen, "Die Frist beträgt 120 Monate.");
            }
            return saved(document);
        }
    }

    private static byte[] foreign() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
                write(pen, "Rechnung");
            }
            return saved(document);
        }
    }

    private static void write(PDPageContentStream pen, String words) throws IOException {
        pen.beginText();
        pen.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
        pen.newLineAtOffset(90, 60);
        pen.showText(words);
        pen.endText();
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }
}
