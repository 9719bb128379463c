package app.countersign.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The measures of the shipped templates, against the words of their annexes. */
class MeasuresTest {

    private static final String OKOMO = "okomo-dpa";

    @ParameterizedTest
    @CsvSource({"okomo-dpa, 34", "oculavis-dpa, 15", "360dialog-dpa, 50"})
    void theAnnexIsTold(String code, int measures) {
        assertThat(stated(code).all()).hasSize(measures);
    }

    /** The linter refuses a clause that is told nowhere; here each line is found in the words as they are printed. */
    @ParameterizedTest
    @ValueSource(strings = {"okomo-dpa", "oculavis-dpa", "360dialog-dpa"})
    void itsWordsAreThoseOfTheContract(String code) {
        String words = Shipped.template(code).clauses(Locale.GERMAN).values().stream()
                .map(Clause::text)
                .collect(Collectors.joining("\n"));
        for (StatedMeasure measure : stated(code).all()) {
            assertThat(measure.words()).as(measure.code()).isNotBlank();
            measure.words().lines().forEach(line -> assertThat(words).contains(line));
        }
    }

    @Test
    void howOftenComesFromTheTerms() {
        StatedMeasure backup = measure(OKOMO, "A-1-backup-1");
        assertThat(backup.every()).contains(Span.of("PT4H"));
        assertThat(backup.names()).containsExactly("full-backup");
        assertThat(backup.words()).startsWith("Alle 4 Stunden wird ein volles Datenbank-Backup erzeugt");
        assertThat(measure(OKOMO, "A-1-use-3").review()).contains(Span.of("P1M"));
        assertThat(measure(OKOMO, "A-4-risk-3").review()).contains(Span.of("P1W"));
        assertThat(stated("oculavis-dpa").review()).isEqualTo(Span.of("P1Y"));
        assertThat(stated("oculavis-dpa").reviewClause()).map(Clause::id).contains("measures-review");
        assertThat(stated(OKOMO).reviewClause()).as("Okomo names no interval").isEmpty();
    }

    @Test
    void everyCategoryHasControlsAndWords() {
        MeasureCatalogue catalogue = MeasureCatalogue.ours();
        assertThat(catalogue.categories()).hasSize(17).allSatisfy(category -> {
            assertThat(catalogue.controlsOf(category)).isNotEmpty();
            assertThat(catalogue.category(category, Locale.GERMAN)).isNotEqualTo(category);
        });
        assertThat(catalogue.goals())
                .allSatisfy(goal -> assertThat(catalogue.letter(goal)).matches("[a-d]"));
        assertThat(stated(OKOMO).all())
                .allSatisfy(measure -> assertThat(measure.controls())
                        .isNotEmpty()
                        .allSatisfy(number -> assertThat(catalogue.control(number, Locale.ENGLISH))
                                .isNotBlank()));
    }

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            clause: A-1-use-2,             | clause: A-1-use-9,              | no-such-clause
            clause: A-1-use-2,             | clause: A-1-use-1,              | measure-twice
            clause: A-1-use-2,             |                                 | missing-key
            goal: confidentiality          | goal: secrecy                   | symbol
            category: identification       | category: names                 | symbol
            review: P1W                    | review: P1M                     | review-too-rare
            review: P1W                    | review: weekly                  | period
            slack: PT30M                   | sleck: PT30M                    | unknown-key
            annex: A                       | annex: B                        | no-such-clause
            controls: ["6.3", "6.6"]       | controls: ["9.9"]               | control
            """)
    void aMistakeIsRefusedWithFileAndLine(String there, String instead, String flaw) throws IOException {
        Map<String, byte[]> files = okomo();
        String yaml = new String(files.get("measures.yaml"), StandardCharsets.UTF_8);
        int line = (int) yaml.substring(0, yaml.indexOf(there)).lines().count();
        files.put(
                "measures.yaml",
                yaml.replaceFirst(
                                java.util.regex.Pattern.quote(there),
                                Optional.ofNullable(instead).orElse(""))
                        .getBytes(StandardCharsets.UTF_8));

        List<Flaw> flaws = catchThrowableOfType(Flawed.class, () -> Template.of(files, OKOMO))
                .flaws();

        assertThat(flaws).anySatisfy(found -> {
            assertThat(found.reason().key()).isEqualTo("terms.flaw." + flaw);
            assertThat(found.file()).isEqualTo(OKOMO + "/measures.yaml");
            assertThat(found.line()).isBetween(Math.max(1, line - 1), line + 1);
        });
    }

    @Test
    void aClauseThatNoMeasureTellsIsMissed() throws IOException {
        Map<String, byte[]> files = okomo();
        String yaml = new String(files.get("measures.yaml"), StandardCharsets.UTF_8);
        files.put(
                "measures.yaml",
                yaml.replaceFirst("(?m)^  - \\{clause: A-1-use-1,.*\\R", "").getBytes(StandardCharsets.UTF_8));

        List<Flaw> flaws = catchThrowableOfType(Flawed.class, () -> Template.of(files, OKOMO))
                .flaws();

        assertThat(flaws)
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.toString()).contains("A-1-use-1"));
    }

    @Test
    void theyAreFrozenWithTheVersion() throws IOException {
        Map<String, byte[]> files = okomo();
        Template before = Template.of(files, OKOMO);
        files.put(
                "measures.yaml",
                new String(files.get("measures.yaml"), StandardCharsets.UTF_8)
                        .replace("P1M", "P1W")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(Template.of(files, OKOMO).hash()).isNotEqualTo(before.hash());
        assertThat(Template.of(before.files(), OKOMO).measures()).isEqualTo(before.measures());
    }

    private static StatedMeasures stated(String code) {
        return Shipped.template(code).measures().orElseThrow();
    }

    private static StatedMeasure measure(String template, String code) {
        return stated(template).all().stream()
                .filter(measure -> measure.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, byte[]> okomo() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(Shipped.HOME.resolve(OKOMO))) {
            for (Path file : all.toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }
}
