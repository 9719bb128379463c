package app.countersign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Beans are found by name in the whole application, whatever room they live in: two of one name hide each other, and a
 * loop's variable of a bean's name hides the bean.
 */
class NamesTest {

    private static final Path CODE = Path.of("src", "main", "java");
    private static final Path PAGES = Path.of("src", "main", "webapp");
    private static final Pattern CLASS = Pattern.compile("(?m)^(?:public )?(?:final |abstract )*class (\\w+)");
    private static final Pattern EJB =
            Pattern.compile("(?m)^@(?:Stateless|Stateful|Singleton)\\b(?:\\(name = \"(\\w+)\")?");
    private static final Pattern NAMED = Pattern.compile("(?m)^@Named\\b(?:\\(\"(\\w+)\")?");
    private static final Pattern VARIABLE = Pattern.compile("\\b(?:var|varStatus)=\"(\\w+)\"");

    @Test
    void enterpriseBeansHaveNamesOfTheirOwn() {
        assertThat(shared(named(EJB, false))).isEmpty();
    }

    @Test
    void pagesFindEachBeanByANameOfItsOwn() {
        assertThat(shared(named(NAMED, true))).isEmpty();
    }

    @Test
    void noLoopHidesABean() {
        Map<String, List<Path>> beans = named(NAMED, true);
        assertThat(beans).containsKeys("contractPage", "me", "times");

        Map<String, List<Path>> hidden = new TreeMap<>();
        files(PAGES, ".xhtml")
                .forEach(page -> VARIABLE.matcher(read(page))
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .filter(beans::containsKey)
                        .forEach(name -> hidden.computeIfAbsent(name, any -> new ArrayList<>())
                                .add(page)));
        assertThat(hidden).isEmpty();
    }

    private static Map<String, List<Path>> shared(Map<String, List<Path>> all) {
        assertThat(all).hasSizeGreaterThan(50);
        Map<String, List<Path>> shared = new TreeMap<>(all);
        shared.values().removeIf(places -> places.size() == 1);
        return shared;
    }

    /** Where each name is given. */
    private static Map<String, List<Path>> named(Pattern annotation, boolean small) {
        Map<String, List<Path>> names = new TreeMap<>();
        files(CODE, ".java").forEach(file -> {
            String code = read(file);
            Matcher found = annotation.matcher(code);
            Matcher type = CLASS.matcher(code);
            if (found.find() && type.find(found.end())) {
                String given = found.group(1) != null ? found.group(1) : type.group(1);
                String name = small && found.group(1) == null
                        ? Character.toLowerCase(given.charAt(0)) + given.substring(1)
                        : given;
                names.computeIfAbsent(name, any -> new ArrayList<>()).add(file);
            }
        });
        return names;
    }

    private static List<Path> files(Path root, String ending) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
