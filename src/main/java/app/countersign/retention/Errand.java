package app.countersign.retention;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is to be done in a store: by which rule, as of when, and what stays.
 *
 * @param cutoff whatever is older goes; for rules that count from a contract's end it says nothing
 * @param tenants of controllers whose contract ended long enough ago, as the store calls them; for such rules only
 * @param holds that stand now
 * @param relations that were declared for the store
 * @param duties to keep rows of that store, which beat every rule
 * @param sought whose rows alone are meant, whatever their age; empty for everybody's
 */
record Errand(
        Store store,
        RuleDetails rule,
        Instant now,
        Cutoff cutoff,
        List<String> tenants,
        List<Held> holds,
        List<ForeignKey> relations,
        Optional<Sought> sought,
        List<Duty> duties) {

    Errand {
        duties = List.copyOf(duties);
        tenants = List.copyOf(tenants);
        holds = List.copyOf(holds);
        relations = List.copyOf(relations);
    }

    /** About everybody. */
    Errand(
            Store store,
            RuleDetails rule,
            Instant now,
            Cutoff cutoff,
            List<String> tenants,
            List<Held> holds,
            List<ForeignKey> relations) {
        this(store, rule, now, cutoff, tenants, holds, relations, Optional.empty(), List.of());
    }

    /** Whether rows go by their age. */
    boolean isByAge() {
        return rule.since().isByRow() && sought.isEmpty();
    }
}
