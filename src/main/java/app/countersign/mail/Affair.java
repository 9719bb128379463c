package app.countersign.mail;

import java.util.UUID;

/**
 * What a mail that came in is about.
 *
 * @param kind as in the trail: {@code contract}; null if not known
 * @param id null if not known
 * @param processor whose affair it is; null if not known
 */
public record Affair(String kind, UUID id, UUID processor) {

    public static final Affair UNKNOWN = new Affair(null, null, null);
}
