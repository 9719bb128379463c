package app.countersign.demo;

import app.countersign.party.Organisation;
import app.countersign.party.OrganisationDetails;
import app.countersign.subprocessor.EngagementDetails;
import app.countersign.subprocessor.EngagementFilter;
import app.countersign.subprocessor.Engaging;
import app.countersign.subprocessor.RegisterRecords;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The sub-processors as the processors' documents name them: {@code sub-processors.yaml} beside this class. */
@Dependent
class DemoRegisters {

    @Inject
    private Engaging engaging;

    @Inject
    private RegisterRecords records;

    /** What is there stays as people have made it since. */
    void make() {
        for (Organisation processor : records.processors()) {
            List<Map<String, Object>> named =
                    all().getOrDefault(processor.code().orElse(""), List.of());
            named.stream()
                    .filter(entry -> !isKnown(processor, text(entry, "name")))
                    .forEach(entry -> engaging.enter(processor.code().orElse(""), organisation(entry), details(entry)));
        }
    }

    private boolean isKnown(Organisation processor, String name) {
        EngagementFilter filter = new EngagementFilter(Optional.of(processor.id()), Optional.empty(), name);
        return !records.page(filter, Optional.empty(), 1).items().isEmpty();
    }

    private static OrganisationDetails organisation(Map<String, Object> entry) {
        return OrganisationDetails.read(text(entry, "name"), text(entry, "address"), text(entry, "country"), "", "");
    }

    @SuppressWarnings("unchecked")
    private static EngagementDetails details(Map<String, Object> entry) {
        return EngagementDetails.read(new EngagementDetails.Typed(
                text(entry, "service"),
                text(entry, "places"),
                text(entry, "personal"),
                text(entry, "data"),
                text(entry, "basis"),
                Boolean.TRUE.equals(entry.get("informed")),
                (List<String>) entry.getOrDefault("safeguards", List.of()),
                text(entry, "document"),
                text(entry, "remarks"),
                "",
                "",
                ""));
    }

    private static String text(Map<String, Object> entry, String key) {
        return Objects.toString(entry.get(key), "");
    }

    @SuppressWarnings("unchecked")
    static Map<String, List<Map<String, Object>>> all() {
        try (InputStream in = DemoRegisters.class.getResourceAsStream("/app/countersign/demo/sub-processors.yaml")) {
            return (Map<String, List<Map<String, Object>>>)
                    new Load(LoadSettings.builder().build()).loadFromInputStream(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
