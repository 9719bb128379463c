package app.countersign.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.kernel.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the log can name is worded for those who read it. */
class AccessedThingsTest {

    private static final Path PAGES = Path.of("src", "main", "webapp");
    private static final Path CODE = Path.of("src", "main", "java");
    private static final Pattern RESOURCE = Pattern.compile("@Path\\(\"(/[a-z-]+)[\"/]");

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void eachKindHasItsWord(String language) throws IOException {
        Texts texts = Texts.of(Locale.forLanguageTag(language));

        assertThat(kinds())
                .allSatisfy(
                        kind -> assertThat(texts.has("accesslog.object." + kind) || texts.has("trail.object." + kind))
                                .as("accesslog.object.%s in %s", kind, language)
                                .isTrue());
    }

    @Test
    void pagesAndResourcesAreLookedThrough() throws IOException {
        assertThat(kinds()).contains("contract", "measure", "sub-processor-change", "disposal");
    }

    private static TreeSet<String> kinds() throws IOException {
        TreeSet<String> kinds = new TreeSet<>();
        Stream.concat(pages().stream(), resources().stream())
                .map(path -> PersonalData.reached("GET", path, null, List.of()))
                .flatMap(Optional::stream)
                .map(Access::kind)
                .forEach(kinds::add);
        return kinds;
    }

    private static List<String> pages() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return files.map(file -> "/" + PAGES.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> path.endsWith(".xhtml") && !path.startsWith("/WEB-INF/"))
                    .toList();
        }
    }

    private static List<String> resources() throws IOException {
        try (Stream<Path> files = Files.walk(CODE)) {
            return files.filter(file ->
                            file.endsWith(Path.of("api", file.getFileName().toString())))
                    .filter(file -> file.toString().endsWith("Resource.java"))
                    .flatMap(file -> RESOURCE.matcher(read(file)).results())
                    .map((MatchResult found) -> "/api/v1" + found.group(1))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
