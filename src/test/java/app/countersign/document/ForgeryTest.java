package app.countersign.document;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.document.Forgeries.Saving;
import app.countersign.document.Forgeries.Variant;
import app.countersign.document.Judgement.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No altered variant comes out honest. A sample runs with all tests, so chosen that the three templates together
 * meet each kind; {@code mvn test
 * -Dtest=ForgeryTest -Dcountersign.forgeries=1200} makes that many of each template. The tables of
 * kinds and verdicts are left in {@code target/forgeries-*.txt}.
 */
class ForgeryTest {

    private static final int VARIANTS = Integer.getInteger("countersign.forgeries", 24);
    private static final Map<String, List<String>> TOLD = expected();

    @ParameterizedTest
    @ValueSource(strings = {"okomo-dpa", "oculavis-dpa", "360dialog-dpa"})
    void no_altered_form_is_honest(String code) throws IOException {
        ShippedForm form = ShippedForm.of(code);
        byte[] filled = Fills.byPdfBox(form.pdf(), form.values());
        Map<String, Map<Verdict, Integer>> table = new TreeMap<>();
        int first = ShippedForm.CODES.indexOf(code) * VARIANTS;
        for (int number = first; number < VARIANTS + first; number++) {
            Variant variant = Forgeries.variant(form, filled, number);
            assertThat(isAltered(variant))
                    .as("really altered: %s (%d)", variant, number)
                    .isTrue();

            Judgement judgement = form.judge(variant.pdf());

            assertThat(judgement.verdict()).as("%s (%d)", variant, number).isNotEqualTo(Verdict.HONEST);
            assertThat(judgement.reasons()).as("%s (%d)", variant, number).hasSizeGreaterThan(1);
            // Of several alterations, those that show at once spare looking for the others.
            if (judgement.verdict() != Verdict.UNREADABLE && !variant.several()) {
                assertThat(told(judgement))
                        .as("told: %s (%d)", variant, number)
                        .containsAnyElementsOf(TOLD.get(variant.forgery().kind()));
            }
            table.computeIfAbsent(variant.forgery().kind(), kind -> new EnumMap<>(Verdict.class))
                    .merge(judgement.verdict(), 1, Integer::sum);
        }
        assertThat(table).hasSizeGreaterThanOrEqualTo(20);
        keep(code, table);
    }

    private static List<String> told(Judgement judgement) {
        return judgement.differences().stream()
                .map(difference -> difference.reason().key().replace("document.return.", ""))
                .toList();
    }

    /** What is to be said of each kind: refused for something else, it would pass without that. */
    private static Map<String, List<String>> expected() {
        try (Stream<String> lines = Files.lines(Path.of("src/test/resources/document/forgeries.csv"))) {
            return lines.map(line -> line.split(";"))
                    .collect(Collectors.toMap(line -> line[0], line -> List.of(line[1].split(" "))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isAltered(Variant variant) {
        return variant.forgery().effect() == Forgery.Effect.LOOKS
                ? Probe.looksDifferent(variant.honest(), variant.pdf(), variant.page())
                : Probe.isBuiltDifferently(variant.honest(), variant.pdf());
    }

    private static void keep(String code, Map<String, Map<Verdict, Integer>> table) throws IOException {
        StringBuilder text = new StringBuilder(code + "\n");
        table.forEach((kind, verdicts) -> text.append("  %-42s %s%n".formatted(kind, verdicts)));
        Files.writeString(Path.of("target/forgeries-" + code + ".txt"), text);
    }

    /** What is only saved in that way is told from what is altered: else the test above could not fail. */
    @ParameterizedTest
    @EnumSource(Saving.class)
    void a_filled_form_that_is_only_saved_otherwise_is_honest(Saving saving) {
        ShippedForm form = ShippedForm.of("okomo-dpa");
        byte[] filled = Fills.byPdfBox(form.pdf(), form.values());

        Judgement judgement = form.judge(Forgeries.saved(filled, saving, document -> {}));

        assertThat(judgement.verdict()).isEqualTo(saving == Saving.ENCRYPTED ? Verdict.UNREADABLE : Verdict.HONEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"okomo-dpa", "oculavis-dpa", "360dialog-dpa"})
    void the_form_of_another_contract_is_not_honest(String code) {
        ShippedForm form = ShippedForm.of(code);
        Judgement judgement = form.judge(Fills.byPdfBox(form.another(), form.values()));

        assertThat(judgement.verdict()).isEqualTo(Verdict.ALTERED);
        assertThat(judgement.reasons())
                .extracting(app.countersign.kernel.Reason::key)
                .contains("document.return.other-form");
    }

    /** Of the same contract, in words that are nearly the same: where it says "not" once less. */
    @ParameterizedTest
    @ValueSource(strings = {"okomo-dpa", "oculavis-dpa", "360dialog-dpa"})
    void the_form_of_another_version_is_not_honest(String code) {
        ShippedForm form = ShippedForm.of(code);

        Judgement judgement = form.judge(Fills.byPdfBox(form.inOtherWords(" nicht ", " "), form.values()));

        assertThat(judgement.verdict()).isEqualTo(Verdict.ALTERED);
        assertThat(told(judgement)).contains("words-removed");
    }

    @Test
    void the_form_of_another_template_is_not_honest() {
        ShippedForm form = ShippedForm.of("okomo-dpa");
        for (String other : new String[] {"oculavis-dpa", "360dialog-dpa"}) {
            assertThat(form.judge(ShippedForm.of(other).pdf()).verdict()).isEqualTo(Verdict.ALTERED);
        }
    }
}
