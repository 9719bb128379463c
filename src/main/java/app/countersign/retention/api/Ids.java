package app.countersign.retention.api;

import app.countersign.kernel.NotFound;
import java.util.UUID;

/** Ids in addresses. */
final class Ids {

    private Ids() {}

    /** @param unknown the message key of what there is to say about something that isn't there */
    static UUID of(String text, String unknown) {
        try {
            return UUID.fromString(String.valueOf(text));
        } catch (IllegalArgumentException e) {
            throw NotFound.because(unknown);
        }
    }
}
