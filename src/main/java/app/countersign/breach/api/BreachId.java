package app.countersign.breach.api;

import app.countersign.kernel.Ids;
import app.countersign.kernel.NotFound;
import java.util.UUID;

/** Reads a breach's id from a path. */
final class BreachId {

    private BreachId() {}

    /** @throws NotFound if that can be no id */
    static UUID of(String text) {
        return Ids.read(text, "breach.refusal.unknown");
    }
}
