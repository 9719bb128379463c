package app.countersign.deadline;

import app.countersign.terms.Law;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;

/** What deadlines cite, as people cite it. */
@ApplicationScoped
public class Citations {

    @Inject
    private Law law;

    @Inject
    private Instance<Citing> others;

    /**
     * {@code gdpr 33(1)} becomes {@code Art. 33 Abs. 1 DSGVO}, {@code okomo-dpa 10-1} becomes {@code § 10 Abs. 1}; what
     * nobody knows stays as it is.
     */
    public String label(String clause, Locale language) {
        return law.label(clause, language)
                .or(() -> others.stream()
                        .map(one -> one.label(clause, language))
                        .flatMap(Optional::stream)
                        .findFirst())
                .orElse(clause);
    }
}
