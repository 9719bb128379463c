package app.countersign.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.terms.StatedMeasures;
import app.countersign.terms.Template;
import app.countersign.terms.Templates;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TemplateVersionsTest {

    private final Template template = Templates.read(Path.of("contracts-templates")).templates().stream()
            .filter(one -> one.measures().isPresent())
            .findFirst()
            .orElseThrow();

    @Test
    void measuresAreNoPartOfWhatIsPromised() {
        Map<String, byte[]> without = new TreeMap<>(template.files());
        assertThat(without.remove(StatedMeasures.FILE)).isNotNull();
        Map<String, byte[]> others = new TreeMap<>(without);
        others.put(StatedMeasures.FILE, new byte[] {'x'});

        assertThat(TemplateVersions.promisesTheSame(frozen(without), template.files()))
                .isTrue();
        assertThat(TemplateVersions.promisesTheSame(frozen(others), template.files()))
                .isTrue();
        assertThat(TemplateVersions.promisesTheSame(template.files(), frozen(without)))
                .isTrue();
    }

    @Test
    void anyOtherFileIs() {
        for (String name : template.files().keySet()) {
            if (!name.equals(StatedMeasures.FILE)) {
                Map<String, byte[]> changed = new TreeMap<>(template.files());
                changed.put(
                        name,
                        (new String(changed.get(name), StandardCharsets.UTF_8) + " ").getBytes(StandardCharsets.UTF_8));
                assertThat(TemplateVersions.promisesTheSame(frozen(changed), template.files()))
                        .as(name)
                        .isFalse();
                changed.remove(name);
                assertThat(TemplateVersions.promisesTheSame(frozen(changed), template.files()))
                        .as(name)
                        .isFalse();
            }
        }
        Map<String, byte[]> more = new TreeMap<>(template.files());
        more.put("more.yaml", new byte[0]);
        assertThat(TemplateVersions.promisesTheSame(template.files(), more)).isFalse();
    }

    private static Map<String, byte[]> frozen(Map<String, byte[]> files) {
        return Archive.unpack(Archive.pack(new TreeMap<>(files)));
    }
}
