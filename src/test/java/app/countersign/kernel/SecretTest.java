package app.countersign.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {

    @TempDir
    Path folder;

    @Test
    void isReadByWhoNeedsItAndShownToNobody() {
        Secret secret = Secret.of("Zürich\uD83D\uDE00");

        assertThat(secret.text()).isEqualTo("Zürich\uD83D\uDE00");
        assertThat(secret).hasToString("(secret)").isEqualTo(Secret.of("Zürich\uD83D\uDE00"));
        assertThat(secret).isNotEqualTo(Secret.of("Zurich"));
    }

    @Test
    void theCharactersAreWipedAfterUse() {
        char[][] kept = new char[1][];
        Secret.of("geheim").with(characters -> kept[0] = characters);

        assertThat(kept[0]).containsOnly('\0');
    }

    @Test
    void aSettingMayLieInAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("smtp"), "smtp://user:p@host:25\n");
        Map<String, String> given = Map.of("countersign.smtp.url.file", file.toString());

        Settings settings = Settings.read(name -> Optional.ofNullable(given.get(name)));

        assertThat(settings.smtp().map(Secret::text)).contains("smtp://user:p@host:25");
        assertThat(settings.toString()).doesNotContain("user:p");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Map<String, String> given =
                Map.of("countersign.seal.password.file", folder.resolve("none").toString());

        assertThatThrownBy(() -> Settings.read(name -> Optional.ofNullable(given.get(name))))
                .isInstanceOf(Settings.Wrong.class)
                .hasMessageContaining("countersign.seal.password.file")
                .hasMessageContaining("can't be read");
    }

    @Test
    void settingsAreHandedOverAsTheyAre() {
        byte[] sent = "countersign.db.password=a\\=b \\u00e4\ncountersign.port=80\n".getBytes(UTF_8);

        Map<String, Secret> read = HandedOver.read(new ByteArrayInputStream(sent));

        assertThat(read.get("countersign.db.password").text()).isEqualTo("a=b ä");
        assertThat(read.get("countersign.port").text()).isEqualTo("80");
    }
}
