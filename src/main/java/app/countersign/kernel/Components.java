package app.countersign.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * Of what the application is made, as CycloneDX (ECMA-424): the libraries as the build lists them, and the server that it
 * runs on. The same installation always gives the same bytes.
 */
@ApplicationScoped
public class Components {

    public static final String MEDIA_TYPE = "application/vnd.cyclonedx+json; version=1.6; charset=UTF-8";

    private static final String COMPONENTS = "components";

    /** @throws NotFound if this was built without the list */
    public byte[] list() {
        try (InputStream built = Components.class.getResourceAsStream("components.cdx.json");
                InputStream server = Components.class.getResourceAsStream("server.properties")) {
            if (built == null) {
                throw NotFound.because("kernel.components.none");
            }
            Properties platform = new Properties();
            platform.load(server);
            return withServer(built, platform).toString().getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject withServer(InputStream built, Properties server) {
        try (JsonReader reader = Json.createReader(built)) {
            JsonObject list = reader.readObject();
            return Json.createObjectBuilder(list)
                    .add(
                            COMPONENTS,
                            Json.createArrayBuilder(list.getJsonArray(COMPONENTS))
                                    .add(component(
                                            server.getProperty("group"),
                                            server.getProperty("name"),
                                            server.getProperty("version"))))
                    .build();
        }
    }

    private static JsonObject component(String group, String name, String version) {
        String address = "pkg:maven/" + group + "/" + name + "@" + version;
        return Json.createObjectBuilder()
                .add("type", "platform")
                .add("bom-ref", address)
                .add("group", group)
                .add("name", name)
                .add("version", version)
                .add("purl", address)
                .build();
    }
}
