package app.countersign.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.servlet.ServletContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Of what the application is made, as CycloneDX (ECMA-424): the libraries as the build lists them, and the server that it
 * runs on. The same installation always gives the same bytes.
 */
@ApplicationScoped
public class Components {

    public static final String MEDIA_TYPE = "application/vnd.cyclonedx+json; version=1.6; charset=UTF-8";

    private static final String COMPONENTS = "components";
    private static final Pattern SERVER = Pattern.compile("(.+?)\\s+(\\d[\\w.]*).*");

    @Inject
    private ServletContext context;

    /** @throws NotFound if this was built without the list */
    public byte[] list() {
        try (InputStream built = Components.class.getResourceAsStream("components.cdx.json")) {
            if (built == null) {
                throw NotFound.because("kernel.components.none");
            }
            return withServer(built, context.getServerInfo());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] withServer(InputStream built, String server) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonReader reader = Json.createReader(built)) {
            JsonObject list = reader.readObject();
            JsonObject whole = Json.createObjectBuilder(list)
                    .add(
                            COMPONENTS,
                            Json.createArrayBuilder(list.getJsonArray(COMPONENTS))
                                    .add(component(server)))
                    .build();
            out.writeBytes(whole.toString().getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static JsonObject component(String server) {
        Matcher parts = SERVER.matcher(server);
        boolean versioned = parts.matches();
        return Json.createObjectBuilder()
                .add("type", "platform")
                .add("bom-ref", "server")
                .add("name", versioned ? parts.group(1).strip() : server)
                .add("version", versioned ? parts.group(2) : "")
                .build();
    }
}
