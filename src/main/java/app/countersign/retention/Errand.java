package app.countersign.retention;

import java.time.Instant;
import java.util.List;

/**
 * What is to be done in a store: by which rule, as of when, and what stays.
 *
 * @param cutoff whatever is older goes; for rules that count from a contract's end it says nothing
 * @param tenants of controllers whose contract ended long enough ago, as the store calls them; for such rules only
 * @param holds that stand now
 * @param relations that were declared for the store
 */
record Errand(
        Store store,
        RuleDetails rule,
        Instant now,
        Cutoff cutoff,
        List<String> tenants,
        List<Held> holds,
        List<ForeignKey> relations) {

    Errand {
        tenants = List.copyOf(tenants);
        holds = List.copyOf(holds);
        relations = List.copyOf(relations);
    }
}
