package app.countersign.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the message bundles in step with each other and with what uses them. */
class MessagesTest {

    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final List<Path> USERS =
            List.of(Path.of("src/main/java"), Path.of("src/main/webapp"), Path.of("src/main/resources"));

    /** A key, or the beginning of one that the program completes: quoted in Java, EL and YAML. */
    private static final Pattern QUOTED = Pattern.compile("[\"'`]([a-z]+\\.[a-z0-9.-]*)[\"'`]");

    /** Words that are rightly the same in both languages. */
    private static final Pattern SAME = Pattern.compile(
            "[^\\p{L}]*|(Countersign|DPA|PDF|Name|Version|Position|Status|E-Mail|PDF/A|Administrator|API|TOM|DPO|Audit|OK|Code|System|Browser|Person|Text|Start|Link|JSON|Telefon|Pseudonym|Hash|Webhooks)[.:]?");

    @Test
    void everyKeyStartsWithTheNameOfItsRoom() {
        bundles("")
                .forEach((room, words) -> assertThat(words.stringPropertyNames())
                        .as("bundle %s", room)
                        .allMatch(key -> key.startsWith(room + ".")));
    }

    @Test
    void everyKeyHasItsWordsInEachLanguage() {
        Map<String, Properties> english = bundles("");
        Map<String, Properties> german = bundles("_de");

        assertThat(german.keySet()).isEqualTo(english.keySet());
        english.forEach(
                (room, words) -> assertThat(new TreeSet<>(german.get(room).stringPropertyNames()))
                        .as("bundle %s", room)
                        .isEqualTo(new TreeSet<>(words.stringPropertyNames())));
    }

    /** Reading keeps the last of two and says nothing: words of one room's page would silently be another's. */
    @Test
    void noKeyStandsTwiceInAFile() throws IOException {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".properties")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(keys(file)).as("%s", file).doesNotHaveDuplicates());
        }
    }

    private static List<String> keys(Path file) throws IOException {
        List<String> keys = new ArrayList<>();
        Properties listening = new Properties() {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized Object put(Object key, Object value) {
                keys.add((String) key);
                return super.put(key, value);
            }
        };
        try (Reader words = Files.newBufferedReader(file)) {
            listening.load(words);
        }
        return keys;
    }

    @Test
    void noTextIsLeftUntranslatedOrEmpty() {
        Map<String, Properties> german = bundles("_de");
        List<String> untranslated = new ArrayList<>();
        bundles("")
                .forEach((room, words) -> words.forEach((key, text) -> {
                    String other = german.get(room).getProperty((String) key, "");
                    if (other.isBlank() || ((String) text).isBlank() || (other.equals(text) && !isSameInBoth(other))) {
                        untranslated.add(key + "=" + text);
                    }
                }));

        assertThat(untranslated).isEmpty();
    }

    private static boolean isSameInBoth(String text) {
        return SAME.matcher(text.replaceAll("\\{\\d[^}]*}", "").strip()).matches();
    }

    @Test
    void thePatternsOfBothLanguagesTakeTheSameArguments() {
        Map<String, Properties> german = bundles("_de");
        bundles("")
                .forEach((room, words) -> words.forEach((key, text) -> assertThat(
                                arguments(german.get(room).getProperty((String) key, "")))
                        .as("%s", key)
                        .isEqualTo(arguments((String) text))));
    }

    private static Set<String> arguments(String pattern) {
        Set<String> found = new TreeSet<>();
        new MessageFormat(pattern);
        Matcher argument = Pattern.compile("\\{(\\d)").matcher(pattern);
        while (argument.find()) {
            found.add(argument.group(1));
        }
        return found;
    }

    @Test
    void everyKeyThatTheProgramNamesExists() {
        Set<String> keys = keys();
        Set<String> rooms = bundles("").keySet();

        assertThat(used().stream()
                        .filter(key -> rooms.contains(key.substring(0, key.indexOf('.'))))
                        .filter(key -> keys.stream()
                                .noneMatch(k -> k.equals(key) || (key.matches(".*[.-]") && k.startsWith(key))))
                        .filter(key -> !IS_NO_KEY.matcher(key).matches()))
                .isEmpty();
    }

    /** Names of other things that look like a key: fields of a document, events, settings of Jakarta Mail, files. */
    private static final Pattern IS_NO_KEY = Pattern.compile(
            "backup\\.(dir|every|keep)|export\\.(dir|keep)|webhook\\.networks|deletion\\.(folder|drivers)"
                    + "|deadline\\.(warned|due|escalated|acknowledged|met|waived)|contract\\.(number|main-contract-date|effective-date|service-contract-date|json|schema|id|x?html)"
                    + "|trail\\.mail|mail\\.(smtps?\\..*|imap\\..*|store\\.protocol|transport\\..*|from|ch)|.*\\.(xhtml|css|js|sql|txt|json|yaml|pdf|png|svg|properties)");

    @Test
    void noKeyIsLeftThatNothingUses() {
        Set<String> used = used();

        assertThat(keys().stream()
                        .filter(key -> used.stream()
                                .noneMatch(u -> u.equals(key) || (u.matches(".*[.-]") && key.startsWith(u)))))
                .isEmpty();
    }

    private static Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        bundles("").values().forEach(words -> keys.addAll(words.stringPropertyNames()));
        return keys;
    }

    private static Set<String> used() {
        Set<String> found = new TreeSet<>();
        for (Path root : USERS) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(f -> f.toString().matches(".*\\.(java|xhtml|xml|yaml)"))
                        .forEach(f -> collect(f, found));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    private static void collect(Path file, Set<String> found) {
        try {
            Matcher quoted = QUOTED.matcher(Files.readString(file));
            while (quoted.find()) {
                found.add(quoted.group(1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Properties> bundles(String suffix) {
        Map<String, Properties> bundles = new TreeMap<>();
        try (Stream<Path> files = Files.list(BUNDLES)) {
            files.filter(f -> f.getFileName().toString().matches("[a-z]+" + suffix + "\\.properties"))
                    .forEach(f -> bundles.put(f.getFileName().toString().replace(suffix + ".properties", ""), load(f)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bundles;
    }

    private static Properties load(Path file) {
        Properties words = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
