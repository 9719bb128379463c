package app.countersign.trail;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.kernel.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever an event tells is called something that people understand. */
class TrailFactsTest {

    private static final Path CODE = Path.of("src/main/java/app/countersign");

    /** Put into a map of facts one by one, or named where an event's own facts are added to those of its object. */
    private static final Pattern PUT = Pattern.compile("facts\\.put\\(\\s*\"(\\w+)\"");

    private static final Pattern ADDED = Pattern.compile("Event\\.facts\\(([^;]*)\\)");
    private static final Pattern NAME = Pattern.compile(",\\s*\"(\\w+)\",");

    @Test
    void everyFactHasItsWords() throws IOException {
        Set<String> facts = facts();

        assertThat(facts).contains("change", "contracts", "reminder", "version").hasSizeGreaterThan(60);
        assertThat(Texts.LANGUAGES)
                .allSatisfy(language -> assertThat(facts.stream()
                                .filter(fact -> !Texts.of(language).has("trail.fact." + fact)))
                        .as("facts without words in %s", language)
                        .isEmpty());
    }

    private static Set<String> facts() throws IOException {
        try (Stream<Path> files = Files.walk(CODE)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(TrailFactsTest::read)
                    .filter(source -> source.contains("DomainEvent"))
                    .flatMap(source -> Stream.concat(
                            PUT.matcher(source).results().map(found -> found.group(1)),
                            ADDED.matcher(source).results().flatMap(found -> names(found.group(1)))))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Stream<String> names(String arguments) {
        Matcher name = NAME.matcher(arguments);
        return name.results().map(found -> found.group(1));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
