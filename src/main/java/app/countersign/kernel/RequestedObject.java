package app.countersign.kernel;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request was about, as far as its address says so in letters and ids that name no person.
 *
 * @param kind the room or the collection that was addressed: {@code contract}
 * @param id the first id in the address; {@link AccessRefused#NOTHING} without one
 */
record RequestedObject(String kind, UUID id) {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern KIND = Pattern.compile("(?:/api/v\\d+)?/([a-z-]{1,40})(?:/.*|\\.xhtml)?");

    static RequestedObject of(String path, String query) {
        Matcher kind = KIND.matcher(path);
        Matcher id = ID.matcher(path + "?" + query);
        return new RequestedObject(
                kind.matches() ? singular(kind.group(1)) : "page",
                id.find() ? UUID.fromString(id.group()) : AccessRefused.NOTHING);
    }

    /** The API calls its collections in the plural. */
    private static String singular(String kind) {
        return kind.replaceFirst("(?<=[a-z]{3})s$", "");
    }
}
