package app.countersign.accesslog;

import app.countersign.kernel.KnowsItself;
import app.countersign.kernel.OwnFact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long accesses are kept, and when somebody last looked at them. */
@ApplicationScoped
class AccessLogFacts implements KnowsItself {

    @Inject
    private Reviews reviews;

    @Inject
    private AccessEntries entries;

    @Inject
    private LogTerms terms;

    @Inject
    private Clock clock;

    @Override
    public List<OwnFact> facts() {
        List<OwnFact> facts = new ArrayList<>();
        reviews.lastConfirmed().ifPresent(review -> facts.add(reviewed(review)));
        terms.kept().ifPresent(promise -> {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("keep", promise.span().toString());
            values.put("clause", promise.clause());
            entries.first().ifPresent(first -> values.put("since", first));
            facts.add(OwnFact.of("access-log", clock.instant(), values, "access-log", "access-attempts")
                    .seenByThoseOfAll());
        });
        return facts;
    }

    private static OwnFact reviewed(Review review) {
        Instant at = review.endsAt().orElseThrow();
        return OwnFact.of(
                        "access-review",
                        at,
                        Map.of(
                                "from", review.beginsAt(),
                                "until", at,
                                "clause", review.clause(),
                                "figures", review.figuresHash().orElse("")),
                        "log-review")
                .seenByThoseOfAll();
    }
}
