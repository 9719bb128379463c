package app.countersign.breach.api;

import app.countersign.kernel.NotFound;
import java.util.UUID;

/** Reads a breach's id from a path. */
final class BreachId {

    private BreachId() {}

    /** @throws NotFound if that can be no id */
    static UUID of(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw NotFound.because("breach.refusal.unknown");
        }
    }
}
