package app.countersign.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplatesTest {

    @Test
    void theShippedTemplatesHaveNoFlaw() {
        Templates templates = Templates.read(Shipped.HOME);
        assertThat(templates.flaws()).isEmpty();
        assertThat(templates.templates())
                .extracting(Template::code)
                .containsExactly("360dialog-dpa", "oculavis-dpa", "okomo-dpa");
    }

    @Test
    void aFolderWithAMistakeIsToldOfAndHidesNoOther(@TempDir Path home) throws IOException {
        Path sound = Files.createDirectory(home.resolve("sound"));
        Path spoilt = Files.createDirectory(home.resolve("spoilt"));
        for (Map.Entry<String, byte[]> file : Shipped.invented().entrySet()) {
            Files.write(sound.resolve(file.getKey()), file.getValue());
            Files.write(spoilt.resolve(file.getKey()), file.getValue());
        }
        Files.writeString(spoilt.resolve("terms.yaml"), "version: [");
        Templates templates = Templates.read(home);
        assertThat(templates.find("sound")).isPresent();
        assertThat(templates.find("spoilt")).isEmpty();
        assertThat(templates.flaws())
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.toString()).startsWith("spoilt/terms.yaml:1: "));
    }

    @Test
    void aMissingHomeIsAFlawAndNoFailure(@TempDir Path home) {
        assertThat(Templates.read(home.resolve("nowhere")).flaws()).hasSize(1);
    }

    @Test
    void aFrozenCopyIsTheSameVersion() {
        Template template = Shipped.template("okomo-dpa");
        Template frozen = Template.of(template.files(), "okomo-dpa");
        assertThat(frozen.hash()).isEqualTo(template.hash()).matches("[0-9a-f]{64}");
        assertThat(frozen.words(Locale.GERMAN)).isEqualTo(template.words(Locale.GERMAN));
        assertThat(frozen.terms()).hasSameSizeAs(template.terms());
    }

    @Test
    void aChangedWordOrTermMakesAnotherVersionButANoteOnTheOriginDoesNot() {
        Map<String, byte[]> files = Shipped.invented();
        String before = Template.of(files, "fjordmail-dpa").hash();
        files.put("differences.yaml", new byte[] {'#'});
        files.put("source.en.txt", new byte[] {'x'});
        assertThat(Template.of(files, "fjordmail-dpa").hash()).isEqualTo(before);
        files.put("layout.css", "body { color: black }".getBytes(StandardCharsets.UTF_8));
        assertThat(Template.of(files, "fjordmail-dpa").hash()).isNotEqualTo(before);
    }

    @Test
    void wordsInACallerSHandsCannotChangeTheTemplate() {
        Template template = Shipped.template("okomo-dpa");
        template.words(Locale.GERMAN)[0] = 'x';
        template.files().get("layout.css")[0] = 'x';
        assertThat(template.words(Locale.GERMAN)[0]).isEqualTo((byte) '<');
        assertThat(Template.of(template.files(), "okomo-dpa").hash()).isEqualTo(template.hash());
    }

    @Test
    void clausesAreCitedAsPeopleDo() {
        assertThat(label("okomo-dpa", "4-3")).isEqualTo("§ 4 Abs. 3");
        assertThat(label("okomo-dpa", "A-1-backup-1")).isEqualTo("Anlage A Ziff. 1, Datensicherung/Backup, Punkt 1");
        assertThat(label("oculavis-dpa", "breach-1-b"))
                .isEqualTo("Meldung von Verstößen durch den Auftragnehmer, Ziff. 1 lit. b");
        assertThat(label("360dialog-dpa", "4-2")).isEqualTo("Ziff. 4.2");
        assertThat(label("360dialog-dpa", "5-1")).isEqualTo("Ziff. 5");
        assertThat(label("360dialog-dpa", "DPA2-1-3-passwords")).isEqualTo("Anhang DPA2 Ziff. 1.3, Passwort-Regeln");
    }

    @Test
    void aClauseHasItsWordsAndItsHeading() {
        Clause clause = clause("okomo-dpa", "4-3");
        assertThat(clause.text())
                .startsWith("Sämtliche, in Punkt 3 aufgeführte Daten")
                .endsWith("gelöscht.");
        assertThat(clause.heading()).isEqualTo("4. Verschlüsselung und Löschung von Daten");
        assertThat(clause("360dialog-dpa", "intro-1").text()).doesNotContain("Hinweis");
    }

    @Test
    void whereTheBindingWordsAreMissingPageAndPrintSaySo() throws IOException {
        Template template = Shipped.template("360dialog-dpa");
        assertThat(template.bindingWordsMissing()).isTrue();
        assertThat(template.notice(Locale.ENGLISH).orElseThrow()).contains("English", "German translation");
        assertThat(PrintedText.of(Shipped.printed(template, Locale.GERMAN, "").pdf()))
                .contains("Verbindlich ist allein die englische Fassung. Sie liegt");
        assertThat(Shipped.template("okomo-dpa").notice(Locale.ENGLISH)).isEmpty();
    }

    private static String label(String template, String clause) {
        return clause(template, clause).label();
    }

    private static Clause clause(String template, String clause) {
        return Shipped.template(template).clauses(Locale.GERMAN).get(clause);
    }
}
