package app.countersign.breach.web;

import app.countersign.breach.BreachRecords;
import app.countersign.breach.Extent;
import app.countersign.kernel.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What people read of a breach: {@code #{breachWords.clause(deadline.clause())}}. */
@Named
@RequestScoped
public class BreachWords {

    @Inject
    private BreachRecords records;

    @Inject
    private Words words;

    private final Map<String, String> clauses = new HashMap<>();
    private Map<String, String> categories;

    /** What a deadline cites, as people cite it. */
    public String clause(String cited) {
        return clauses.computeIfAbsent(
                cited, one -> records.cited(one, words.texts().language()));
    }

    /** Categories of data, those of contracts as these word them. */
    public List<String> categories(List<String> names) {
        if (categories == null) {
            categories = records.categories(words.texts().language());
        }
        return names.stream().map(name -> categories.getOrDefault(name, name)).toList();
    }

    public String extent(Extent extent) {
        return extent.inWords().in(words.texts().language());
    }
}
