package app.countersign.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.it.ApiClient.Answer;
import app.countersign.it.Person;
import app.countersign.it.RunningApplication;
import app.countersign.it.SharedApplication;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** An auditor can see of what the application is made, and the list is true. */
class ComponentsIT {

    private final RunningApplication application = SharedApplication.get();

    @Test
    void everyLibraryInTheWarIsListedAndNoOther() throws IOException {
        Set<String> listed = components(application.api().get("/api/v1/components")).stream()
                .filter(component -> component.getString("type").equals("library"))
                .map(component -> component.getString("name") + "-" + component.getString("version"))
                .collect(Collectors.toSet());

        try (ZipFile war =
                new ZipFile(Path.of(System.getProperty("countersign.war")).toFile())) {
            Set<String> packed = war.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.matches("WEB-INF/lib/.*\\.jar"))
                    .map(name -> name.replaceAll("WEB-INF/lib/(.*?)(-jakarta)?\\.jar", "$1"))
                    .collect(Collectors.toSet());
            assertThat(packed).isNotEmpty().isEqualTo(listed);
        }
    }

    @Test
    void theServerIsListedToo() {
        assertThat(components(application.api().get("/api/v1/components")))
                .anyMatch(component -> component.getString("type").equals("platform")
                        && component.getString("name").equals("payara-micro")
                        && component.getString("version").startsWith("6."));
    }

    @Test
    void itIsTheSameEachTime() {
        assertThat(application.api().get("/api/v1/components").body())
                .isEqualTo(application.api().get("/api/v1/components").body());
    }

    @Test
    void aSignedInPersonSavesItAndAStrangerDoesNot() {
        Person lena = Person.signedIn(application, "lena", "Seite8-bitte!");

        assertThat(lena.get("/help").body()).contains("href=\"/components.cdx.json\"");
        assertThat(lena.get("/components.cdx.json").body()).contains("\"CycloneDX\"", "primefaces");
        assertThat(new Person(application).get("/components.cdx.json").statusCode())
                .isEqualTo(302);
        assertThat(application.api().withKey(null).get("/api/v1/components").status())
                .isEqualTo(401);
    }

    private static List<JsonObject> components(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().getString("bomFormat")).isEqualTo("CycloneDX");
        return answer.json().getJsonArray("components").getValuesAs(JsonObject.class);
    }
}
