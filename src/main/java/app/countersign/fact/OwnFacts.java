package app.countersign.fact;

import app.countersign.kernel.KnowsItself;
import app.countersign.kernel.OwnFact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All that the rooms know of themselves, for other rooms.
 *
 * <pre>{@code facts.proving("full-backup").forEach(fact -> evidence.keep(fact.json(), fact.at(), fact.sha256()));}</pre>
 */
@ApplicationScoped
public class OwnFacts {

    @Any
    @Inject
    private Instance<KnowsItself> rooms;

    /** By name. */
    public List<OwnFact> all() {
        List<OwnFact> all = new ArrayList<>();
        rooms.forEach(room -> all.addAll(room.facts()));
        all.sort(Comparator.comparing(OwnFact::name));
        return all;
    }

    /** Those that prove a measure, as the terms call it: {@code log-review}. */
    public List<OwnFact> proving(String measure) {
        return all().stream().filter(fact -> fact.measures().contains(measure)).toList();
    }

    /** Empty if there is none of that name, or it has not come about yet. */
    public Optional<OwnFact> named(String name) {
        return all().stream().filter(fact -> fact.name().equals(name)).findFirst();
    }
}
