package app.countersign.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** NIST's published schemas of OSCAL 1.2.1, word for word. */
final class OscalSchemas {

    private OscalSchemas() {}

    static void requireValid(String schema, String json) throws IOException {
        assertThat(flaws(schema, json)).isEmpty();
    }

    static Set<ValidationMessage> flaws(String schema, String json) throws IOException {
        try (InputStream text = OscalSchemas.class.getResourceAsStream("/oscal/oscal_" + schema + "_schema.json")) {
            JsonSchema known =
                    JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(text);
            return known.validate(json, InputFormat.JSON);
        }
    }
}
