package app.countersign.measure.web;

import app.countersign.kernel.KebabCase;
import app.countersign.kernel.web.Times;
import app.countersign.kernel.web.Words;
import app.countersign.measure.Light;
import app.countersign.measure.Measure;
import app.countersign.measure.Standing;
import app.countersign.terms.MeasureCatalogue;
import app.countersign.terms.Span;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What people read of a measure: {@code #{measureWords.why(standing)}}. */
@Named
@RequestScoped
public class MeasureWords {

    private final MeasureCatalogue catalogue = MeasureCatalogue.ours();

    @Inject
    private Words words;

    @Inject
    private Times times;

    private Locale language() {
        return words.texts().language();
    }

    public String title(Measure measure) {
        return measure.title(language());
    }

    /** Why the light shines so, with the day. */
    public String why(Standing standing) {
        String day = standing.at().map(times::moment).orElse("");
        return words.with("measure.why." + KebabCase.of(standing.why()), day);
    }

    public String tone(Standing standing) {
        return switch (standing.light()) {
            case PROVEN -> "good";
            case DUE -> "warn";
            case UNPROVEN -> "bad";
        };
    }

    public String light(Light light) {
        return words.with("measure.light." + KebabCase.of(light));
    }

    public String goal(String goal) {
        return words.with("measure.goal", catalogue.goal(goal, language()), catalogue.letter(goal));
    }

    public String category(String category) {
        return catalogue.category(category, language());
    }

    /** The controls by number and name. */
    public List<String> controls(List<String> numbers) {
        return numbers.stream()
                .map(number -> number + " " + catalogue.control(number, language()))
                .toList();
    }

    /** "every 4 hours"; a dash for never. */
    public String span(Optional<Span> span) {
        return span.map(one -> words.with("measure.every", one.in(language()))).orElse("–");
    }
}
