package app.countersign.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;

/** How pages cite what the trail cites. */
@ApplicationScoped
public class RetentionClauses {

    @Inject
    private Clauses clauses;

    /** {@code okomo-dpa 4-3} as "§ 4 Abs. 3". */
    public String label(String cited, Locale language) {
        return clauses.label(cited, language);
    }
}
