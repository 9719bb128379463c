package app.countersign.breach;

import app.countersign.kernel.Reason;
import app.countersign.kernel.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What is known now and was told otherwise, or not at all, in the last phase (Art. 33(4) GDPR): each thing in a line. */
final class Changes {

    private final Facts told;
    private final Facts now;
    private final Texts texts;
    private final UnaryOperator<String> category;
    private final List<String> lines = new ArrayList<>();

    private Changes(Facts told, Facts now, Texts texts, UnaryOperator<String> category) {
        this.told = told;
        this.now = now;
        this.texts = texts;
        this.category = category;
    }

    /**
     * @param category puts the name of a category of data into words
     * @return empty if the facts say the same
     */
    static List<String> between(Facts told, Facts now, Texts texts, UnaryOperator<String> category) {
        Changes changes = new Changes(told, now, texts, category);
        changes.look();
        return changes.lines;
    }

    private void look() {
        value("notice.fact.title", Facts::title);
        text("notice.fact.description", Facts::description);
        set(
                "notice.fact.harms",
                facts -> facts.harms().stream()
                        .map(harm -> harm.label().in(texts.language()))
                        .toList());
        text("notice.fact.systems", Facts::systems);
        set(
                "notice.fact.categories",
                facts -> facts.dataCategories().stream().map(category).toList());
        value("notice.fact.persons", facts -> facts.persons().inWords().in(texts.language()));
        value("notice.fact.records", facts -> facts.records().inWords().in(texts.language()));
        text("notice.fact.consequences", Facts::consequences);
        text("notice.fact.measures", Facts::measures);
    }

    private void value(String label, Function<Facts, String> of) {
        String before = of.apply(told);
        String after = of.apply(now);
        if (!before.equals(after)) {
            line("notice.change.from-to", label, before, after);
        }
    }

    private void set(String label, Function<Facts, List<String>> of) {
        different(label, of.apply(told), of.apply(now), ", ");
    }

    private void text(String label, Function<Facts, String> of) {
        different(label, paragraphs(of.apply(told)), paragraphs(of.apply(now)), " ");
    }

    private static List<String> paragraphs(String text) {
        return Arrays.stream(text.split("\n"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private void different(String label, List<String> before, List<String> after, String between) {
        String gone = joined(without(before, after), between);
        String come = joined(without(after, before), between);
        if (!come.isEmpty()) {
            line("notice.change.new", label, come, "");
        }
        if (!gone.isEmpty()) {
            line("notice.change.gone", label, gone, "");
        }
    }

    private static Set<String> without(Collection<String> some, Collection<String> others) {
        Set<String> left = new LinkedHashSet<>(some);
        left.removeAll(others);
        return left;
    }

    private static String joined(Set<String> words, String between) {
        return words.stream().collect(Collectors.joining(between));
    }

    private void line(String key, String label, String one, String other) {
        lines.add(texts.text(key, Reason.of(label), one, other));
    }
}
