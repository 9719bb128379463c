package app.countersign.processing;

import static app.countersign.it.Agreements.good;
import static app.countersign.it.Agreements.made;
import static app.countersign.it.Agreements.problem;
import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.access.DemoAccounts;
import app.countersign.it.ApiClient;
import app.countersign.it.ApiClient.Answer;
import app.countersign.it.Browser;
import app.countersign.it.RunningApplication;
import app.countersign.it.Session;
import app.countersign.it.SharedApplication;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.chrome.ChromeDriver;

/** The record of processing over the API, as files and on its page. */
class ProcessingIT {

    private static final String OCULAVIS = "/api/v1/processing-records/oculavis";

    private final RunningApplication application = SharedApplication.get();
    private final ApiClient api = application.api();
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private String recipient() {
        return made(api.post(
                        "/api/v1/sub-processors",
                        Json.createObjectBuilder()
                                .add("processor", "oculavis")
                                .add("name", "Recorder " + mark + " Inc.")
                                .add("country", "US")
                                .add("service", "Hosting " + mark)
                                .add("places", Json.createArrayBuilder(List.of("DE", "US")))
                                .add("personal", "yes")
                                .add("basis", "signed")
                                .add("safeguards", Json.createArrayBuilder(List.of("scc")))
                                .build()))
                .getString("id");
    }

    @Test
    void aTransferIsRecordedWithWhatItStandsOn() {
        String id = "urn:uuid:" + recipient();

        JsonObject record = good(api.get(OCULAVIS)).json();

        assertThat(record.getString("@type")).isEqualTo("dpv:ROPA");
        List<JsonObject> transfers = record.getJsonArray("dpv:hasProcessing").getValuesAs(JsonObject.class).stream()
                .filter(one -> one.getJsonObject("dpv:hasDataImporter")
                        .getString("@id")
                        .equals(id))
                .toList();
        assertThat(transfers).hasSize(1);
        assertThat(transfers.get(0).getJsonObject("dpv:hasThirdCountry").getString("@id"))
                .isEqualTo("loc:US");
        assertThat(transfers.get(0).getJsonArray("dpv:hasLegalBasis").toString())
                .contains("eu-gdpr:A46-2-c");
    }

    @Test
    void anothersRecordIsNotThere() {
        ApiClient olga = application.api().withKey(DemoAccounts.keyOf("olga"));

        problem(olga.get(OCULAVIS), 404);
        problem(olga.get("/api/v1/processing-records/nobody"), 404);
        good(olga.get("/api/v1/processing-records/okomo"));
    }

    @Test
    void theRecordIsTakenAwayAsFiles() {
        recipient();
        Session dora = Session.of(application, "dora", "72-Stunden-Uhr");

        Answer pdf = dora.get("/processing/export?processor=oculavis&format=pdf");
        Answer table = dora.get("/processing/export?processor=oculavis&format=xlsx");

        assertThat(pdf.contentType()).isEqualTo("application/pdf");
        assertThat(new String(pdf.body(), 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
        assertThat(new String(table.body(), 0, 2, StandardCharsets.ISO_8859_1)).isEqualTo("PK");
        assertThat(dora.get("/processing/export?processor=oculavis&format=doc").status())
                .isEqualTo(404);
    }

    @Test
    void thePageShowsWhatIsKnown() {
        recipient();
        ChromeDriver browser = Browser.fresh();
        Browser.signIn(browser, application, "dora", "72-Stunden-Uhr");

        browser.get(application
                .address("/processing/view?lang=de&processor=oculavis")
                .toString());

        assertThat(browser.findElement(By.id("main")).getText())
                .contains("oculavis", "Recorder " + mark, "Vereinigte Staaten", "Kategorien der Verarbeitung");
        Browser.picture(browser, "processing-view");
        browser.manage().window().setSize(new Dimension(420, 900));
        Browser.picture(browser, "processing-view-narrow");
        browser.manage().window().setSize(new Dimension(1280, 900));
    }
}
