package app.countersign.retention;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a hold keeps, as a store is asked for it. A row is kept that fits everything which is said.
 *
 * @param person as the store's subject column calls them
 * @param tenants as the store's tenant column calls the controller; empty for any controller
 * @param from of the time that the rule's age column says
 * @param until the first instant that is not meant any more
 */
record Held(Optional<String> person, List<String> tenants, Optional<Instant> from, Optional<Instant> until) {

    Held {
        tenants = List.copyOf(tenants);
    }
}
