package app.countersign.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Of what the application is made, and how it is reached. */
@ApplicationScoped
class PlatformFacts implements KnowsItself {

    private static final JsonProvider JSON = JsonProvider.provider();

    @Inject
    private Components components;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Override
    public List<OwnFact> facts() {
        Instant now = clock.instant();
        boolean tls = settings.baseUrl().toString().startsWith("https:");
        List<OwnFact> facts = new ArrayList<>();
        facts.add(OwnFact.of(
                "transport",
                now,
                Map.of("tls", tls, "hsts", tls, "content-security-policy", true),
                "transport-encryption",
                "content-security-policy"));
        try {
            facts.add(ofComponents(components.list(), now));
        } catch (NotFound e) {
            // Built without the list: then there is nothing to say of it.
            return facts;
        }
        return facts;
    }

    private static OwnFact ofComponents(byte[] list, Instant now) {
        try (var reader = JSON.createReader(new ByteArrayInputStream(list))) {
            JsonArray all = reader.readObject().getJsonArray("components");
            return OwnFact.of(
                    "components",
                    now,
                    Map.of("format", "CycloneDX 1.6", "count", all.size(), "sha256", sha256(list)),
                    "library-check");
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
