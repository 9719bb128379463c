package app.countersign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Keeps {@code src/docs/asvs.csv} honest, the table that answers each requirement of levels 1 and 2 of the OWASP
 * Application Security Verification Standard 5.0 with the test that proves it, or with a reason.
 */
class AsvsTest {

    private static final Path TABLE = Path.of("src/docs/asvs.csv");
    private static final Path STANDARD = Path.of("src/test/resources/asvs-5.0.txt");
    private static final List<String> COLUMNS = List.of("id", "level", "requirement", "status", "proof");
    private static final int SHORTEST_REASON = 4;

    private static final Pattern NAMED_FILE = Pattern.compile("src/[\\w./-]+\\.(md|csv|xml|txt)");
    private static final Pattern NAMED_TEST = Pattern.compile("\\b([a-z]+\\.)?[A-Z]\\w*(Test|IT)\\b(#\\w+)?");

    /** @param status test, reason or not-applicable
     * @param proof the test as {@code room.Class#method}; otherwise why */
    record Row(String id, String level, String requirement, String status, String proof) {

        static Row of(String line) {
            String[] cells = line.split(";", COLUMNS.size());
            assertThat(cells).as(line).hasSize(COLUMNS.size());
            return new Row(cells[0], cells[1], cells[2], cells[3], cells[4]);
        }
    }

    static Stream<Row> rows() throws IOException {
        List<String> lines = Files.readAllLines(TABLE);
        assertThat(lines.get(0)).isEqualTo(String.join(";", COLUMNS));
        return lines.stream().skip(1).map(Row::of);
    }

    static Stream<Row> proven() throws IOException {
        return rows().filter(row -> row.status().equals("test"));
    }

    @Test
    void everyRequirementOfBothLevelsIsAnsweredOnce() throws IOException {
        List<String> standard = Files.readAllLines(STANDARD).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();

        assertThat(rows().map(row -> row.id() + " " + row.level())).containsExactlyElementsOf(standard);
        assertThat(standard).hasSize(253).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void anAnswerIsATestOrSaysWhy(Row row) {
        assertThat(row.status()).isIn("test", "reason", "not-applicable");
        assertThat(row.requirement()).isNotBlank();
        if (!row.status().equals("test")) {
            assertThat(row.proof()).hasSizeGreaterThanOrEqualTo(SHORTEST_REASON);
        }
    }

    @ParameterizedTest
    @MethodSource("proven")
    void aTestThatIsNamedExists(Row row) {
        assertThat(isTest(row.proof())).as(row.id() + " names " + row.proof()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kernel.NoSuchTest",
                "kernel.LogLinesTest#thatIsNotThere",
                "it.Person",
                "AsvsTest#rows",
                "kernel.LogLinesTest#entry"
            })
    void whatIsNoTestIsNoticed(String name) {
        assertThat(isTest(name)).isFalse();
    }

    /** A document that an answer refers to is there; tests named in reasons exist, too. */
    @ParameterizedTest
    @MethodSource("rows")
    void whatAReasonNamesExists(Row row) {
        if (!row.status().equals("test")) {
            NAMED_FILE
                    .matcher(row.proof())
                    .results()
                    .forEach(file -> assertThat(Path.of(file.group())).exists());
            NAMED_TEST
                    .matcher(row.proof())
                    .results()
                    .forEach(test -> assertThat(isTest(test.group()))
                            .as(row.id() + " names " + test.group())
                            .isTrue());
        }
    }

    private static boolean isTest(String name) {
        String[] parts = name.split("#", 2);
        try {
            Class<?> type = Class.forName("app.countersign." + parts[0]);
            Stream<AnnotatedElement> members =
                    Stream.concat(Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getDeclaredFields()));
            return members.filter(member ->
                            parts.length == 1 || ((Member) member).getName().equals(parts[1]))
                    .anyMatch(member -> AnnotationSupport.isAnnotated(member, Testable.class) || isRule(member));
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static boolean isRule(AnnotatedElement member) {
        return Arrays.stream(member.getAnnotations())
                .anyMatch(annotation ->
                        annotation.annotationType().getSimpleName().equals("ArchTest"));
    }
}
