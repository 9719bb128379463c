package app.countersign.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnFactTest {

    private static final Instant AT = Instant.parse("2026-11-28T08:00:00.123456789Z");

    private static OwnFact fact(Map<String, ?> values) {
        return OwnFact.of("last-backup", AT, values, "full-backup");
    }

    @Test
    void anyoneCanComputeItsHash() throws Exception {
        OwnFact fact = fact(Map.of("rows", 3, "whole", true, "file", "a \"b\""));

        assertThat(fact.json()).isEqualTo("{\"file\":\"a \\\"b\\\"\",\"rows\":3,\"whole\":true}");
        String hashed =
                "{\"at\":\"2026-11-28T08:00:00.123456Z\",\"fact\":\"last-backup\",\"values\":" + fact.json() + "}";
        assertThat(fact.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256").digest(hashed.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void anotherValueInstantOrNameHasAnotherHash() {
        OwnFact fact = fact(Map.of("rows", 3));

        assertThat(fact(Map.of("rows", 4)).sha256()).isNotEqualTo(fact.sha256());
        assertThat(OwnFact.of("last-backup", AT.plusSeconds(1), Map.of("rows", 3))
                        .sha256())
                .isNotEqualTo(fact.sha256());
        assertThat(OwnFact.of("last-restore", AT, Map.of("rows", 3)).sha256()).isNotEqualTo(fact.sha256());
        assertThat(fact.seenByThoseOfAll().sha256()).isEqualTo(fact.sha256());
    }
}
