package app.countersign.vault;

import app.countersign.kernel.KnowsItself;
import app.countersign.kernel.OwnFact;
import app.countersign.kernel.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How what is stored is encrypted. */
@ApplicationScoped
class VaultFacts implements KnowsItself {

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Override
    public List<OwnFact> facts() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("secrets", "AES-256-GCM");
        values.put("backups", "AES-256-GCM-HKDF");
        // Whether PostgreSQL's volume is encrypted can't be seen from here, and is not claimed.
        values.put("database", settings.database().embedded().isPresent() ? "AES-128-XTS" : "external");
        return List.of(OwnFact.of("encryption", clock.instant(), values, "storage-encryption"));
    }
}
