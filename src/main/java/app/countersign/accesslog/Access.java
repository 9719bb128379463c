package app.countersign.accesslog;

import java.util.Optional;
import java.util.UUID;

/**
 * An access to be written down.
 *
 * @param kind of what was reached, as events call it: {@code contract}
 * @param id of what was reached; empty for a list
 * @param processor whose it is; empty for what is no processor's, or many processors'
 * @param times how often, where attempts are told together
 */
record Access(Act act, String kind, Optional<UUID> id, Optional<UUID> processor, int times) {

    static Access once(Act act, String kind, Optional<UUID> id, Optional<UUID> processor) {
        return new Access(act, kind, id, processor, 1);
    }
}
