package app.countersign.retention;

import app.countersign.terms.Span;
import java.util.List;
import java.util.UUID;

/**
 * What a rule says.
 *
 * @param title which data, as people call it: "Chats and documents"
 * @param categories of data, as the template calls them; empty for a rule added by hand
 * @param clause what demands it, as the trail cites it: {@code okomo-dpa 4-3}
 * @param table where the rows are; of a store of another kind, what stands for it there
 * @param ageColumn that says when the period began; empty where the rows don't say it
 * @param controllerColumn that names whose data it is; may be empty
 * @param subjectColumn that names the person; may be empty
 * @param guardShare more than so many percent of the rows go only with a second person
 */
public record RuleDetails(
        UUID store,
        String title,
        List<String> categories,
        String clause,
        Span period,
        Since since,
        Fate fate,
        TableName table,
        String ageColumn,
        AgeForm ageForm,
        List<Condition> conditions,
        List<Replacement> replacements,
        String controllerColumn,
        String subjectColumn,
        int guardShare) {

    public RuleDetails {
        categories = List.copyOf(categories);
        conditions = List.copyOf(conditions);
        replacements = List.copyOf(replacements);
    }
}
