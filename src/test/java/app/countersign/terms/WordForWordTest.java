package app.countersign.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is printed is what the processor published, word for word, but for the differences that the folder explains.
 * Furniture is made invisible (a table's repeated head, too) and the page margins are cut away; a line break beside a hyphen or slash is no space.
 */
class WordForWordTest {

    private static final String WITHOUT_FURNITURE =
            ".furniture { visibility: hidden } table { -fs-table-paginate: auto }";

    @ParameterizedTest
    @ValueSource(strings = {"okomo-dpa", "oculavis-dpa", "360dialog-dpa"})
    void thePrintedWordsAreTheSourceWords(String code) throws IOException {
        Path folder = Shipped.HOME.resolve(code);
        String expected = corrected(folded(source(folder)), folder);
        String printed = folded(printed(Shipped.template(code)));
        assertThat(firstDifference(expected, printed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"okomo-dpa", "oculavis-dpa", "360dialog-dpa"})
    void theComparisonSeesASingleChangedWord(String code) throws IOException {
        String printed = folded(printed(Shipped.template(code)));
        String spoilt = printed.replaceFirst(" nicht ", " ");
        assertThat(firstDifference(printed, spoilt)).contains("nicht");
    }

    private static String printed(Template template) throws IOException {
        byte[] pdf = Shipped.printed(template, Locale.GERMAN, WITHOUT_FURNITURE).pdf();
        return PrintedText.of(pdf);
    }

    /** The source without its marks of an extraction: Markdown, bullets, blanks to be filled in. */
    private static String source(Path folder) throws IOException {
        return Files.readString(folder.resolve("source.de.txt"))
                .replaceAll("(?m)^\\s*[•o-]\\s+", " ")
                .replaceAll("</?p>", " ")
                .replaceAll("<(https://[^>]+)>", "$1")
                .replaceAll("\\*\\*|_{5}", "");
    }

    private static String folded(String text) {
        return text.replace('\u00a0', ' ').replaceAll("\\s+", " ").strip();
    }

    private static String corrected(String source, Path folder) throws IOException {
        String corrected = source;
        for (Map<String, Entry> difference : differences(folder)) {
            String theirs = difference.get("source").text();
            assertThat(corrected.split(Pattern.quote(theirs), -1))
                    .as("the source has “%s” once", theirs)
                    .hasSize(2);
            assertThat(difference.get("reason").text()).isNotBlank();
            corrected = corrected.replace(theirs, difference.get("ours").text());
        }
        return corrected;
    }

    private static List<Map<String, Entry>> differences(Path folder) throws IOException {
        List<Flaw> flaws = new ArrayList<>();
        Path file = folder.resolve("differences.yaml");
        Entry list =
                Entry.read(file.toString(), Files.readAllBytes(file), flaws).orElseThrow();
        return list.items().stream().map(Entry::entries).toList();
    }

    /** Both texts around the first word that differs; empty if none does. */
    private static String firstDifference(String expected, String printed) {
        String[] theirs = words(expected);
        String[] ours = words(printed);
        for (int i = 0; i < Math.max(theirs.length, ours.length); i++) {
            if (i >= theirs.length || i >= ours.length || !theirs[i].equals(ours[i])) {
                return "expected … " + around(theirs, i) + " …\nprinted … " + around(ours, i) + " …";
            }
        }
        return "";
    }

    private static String[] words(String text) {
        return text.replaceAll(" ?([-/]) ?", "$1").strip().split(" ");
    }

    private static String around(String[] words, int at) {
        int from = Math.max(0, Math.min(at, words.length) - 6);
        return String.join(" ", List.of(words).subList(from, Math.min(words.length, at + 8)));
    }
}
