package app.countersign.terms;

import app.countersign.document.Furniture;
import app.countersign.document.Manuscript;
import app.countersign.document.Rendering;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The templates that the project ships, the invented one, and how they print. */
final class Shipped {

    static final Path HOME = Path.of("contracts-templates");
    static final Path INVENTED = Path.of("src/test/resources/templates");

    private static final Templates TEMPLATES = Templates.read(HOME);

    private Shipped() {}

    static Template template(String code) {
        return TEMPLATES.find(code).orElseThrow(() -> new AssertionError(code + " is refused: " + TEMPLATES.flaws()));
    }

    static Rendering printed(Template template, Locale language, String moreLayout) {
        ByteArrayOutputStream layout = new ByteArrayOutputStream();
        layout.writeBytes(template.layout());
        layout.writeBytes(moreLayout.getBytes(StandardCharsets.UTF_8));
        return Rendering.of(new Manuscript(
                template.words(language),
                layout.toByteArray(),
                template.wordsLanguage(language),
                template::resource,
                new Furniture(template.title(language), template.version(), template.processor(), "")));
    }

    /** The invented folder's files, to be spoilt. */
    static Map<String, byte[]> invented() {
        Path folder = INVENTED.resolve("fjordmail-dpa");
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
