package app.countersign.kernel;

import java.util.Optional;
import java.util.UUID;

/** Ids as addresses, forms and programs give them. */
public final class Ids {

    private Ids() {}

    /**
     * @param text may be null
     * @param unknown why it is refused if it is none: an id that is none is the id of nothing
     * @throws NotFound for that reason
     */
    public static UUID read(String text, String unknown) {
        return maybe(text).orElseThrow(() -> NotFound.because(unknown));
    }

    /** @param text may be null */
    public static Optional<UUID> maybe(String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
