package app.countersign.contract.web;

import app.countersign.kernel.NotFound;
import java.util.UUID;

/** Ids as addresses carry them. */
final class Ids {

    private Ids() {}

    /** @throws NotFound with that reason if it is no id: an id that is none is the id of nothing */
    static UUID read(String text, String reason) {
        try {
            return UUID.fromString(String.valueOf(text));
        } catch (IllegalArgumentException e) {
            throw NotFound.because(reason);
        }
    }
}
