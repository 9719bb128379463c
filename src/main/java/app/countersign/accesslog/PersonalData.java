package app.countersign.accesslog;

import app.countersign.kernel.OpenedObjects.Opened;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which requests are access to personal data, and to what. Everything that stands behind the sign-in or a personal link
 * is, but for what is named here: so a new page is logged until somebody says that it shows nobody's data.
 */
final class PersonalData {

    /** Where nobody's data is shown, or one's own only. */
    private static final Set<String> WITHOUT = Set.of(
            "help",
            "template",
            "templates",
            "backup",
            "backups",
            "fact",
            "facts",
            "components",
            "verify",
            "verifications",
            "keys",
            "sign-in",
            "sign-out",
            "welcome",
            "error",
            "health",
            "metrics",
            "openapi",
            "resources",
            "jakarta.faces.resource");

    /** What an open page asks by itself: nobody has looked at anything. */
    private static final Pattern ASKED_BY_PAGES = Pattern.compile(".*/alarms\\.json");

    private static final Pattern OWN = Pattern.compile("/account/(?:me|keys)(?:\\.xhtml)?");

    /** Rooms whose things are called otherwise than the room. */
    private static final Map<String, String> KINDS =
            Map.of("", "desk", "index", "desk", "party", "organisation", "sign", "contract", "portal", "contract");

    private static final String UUID_FORM = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final Pattern API = Pattern.compile("/api/v\\d+(/.*)");
    private static final Pattern IN_PATH = Pattern.compile("/(" + UUID_FORM + ")(?:/|$)");
    private static final Pattern IN_QUERY = Pattern.compile("(?:^|&)id=(" + UUID_FORM + ")(?:&|$)");
    private static final Pattern SEARCHES = Pattern.compile("(?:^|&)(?:q|person|object)=[^&]+");

    /** Pictures of a template's pages, which hold no names. */
    private static final Pattern OF_TEMPLATE = Pattern.compile("(?:^|&)version=");

    private static final Pattern EXPORT = Pattern.compile(".*(?:\\.csv|\\.zip|/export)");
    private static final Pattern DOWNLOAD =
            Pattern.compile(".*/(?:document|documents/.+|file|files/.+|returned-file|attachments?(?:/.+)?)");
    private static final Pattern LIST = Pattern.compile("/[a-z-]*|.*/list(?:\\.xhtml)?");

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private PersonalData() {}

    /**
     * @param path without the application's own part
     * @param query may be null
     * @param opened what activities let the asker see
     */
    static Optional<Access> reached(String method, String path, String query, List<Opened> opened) {
        Matcher api = API.matcher(path);
        boolean program = api.matches();
        String within = program ? api.group(1) : path;
        String room = within.split("/", 3)[1].replaceFirst("\\.xhtml$", "");
        String asked = query == null ? "" : query;
        // What a program changes is a row of the trail; a page that is sent shows what it shows once more.
        boolean reads = READING.contains(method) || !program && method.equals("POST");
        if (!reads
                || room.contains(".")
                || WITHOUT.contains(room)
                || OWN.matcher(within).matches()
                || ASKED_BY_PAGES.matcher(within).matches()
                || OF_TEMPLATE.matcher(asked).find()) {
            return Optional.empty();
        }
        return Optional.of(access(within, asked, kind(room), opened));
    }

    private static Access access(String path, String query, String kind, List<Opened> opened) {
        if (EXPORT.matcher(path).matches()) {
            return Access.once(Act.EXPORT, kind, Optional.empty(), Optional.empty());
        }
        if (path.equals("/search") || LIST.matcher(path).matches()) {
            boolean searches = path.equals("/search") || SEARCHES.matcher(query).find();
            return Access.once(searches ? Act.SEARCH : Act.LIST, kind, Optional.empty(), Optional.empty());
        }
        Act act = DOWNLOAD.matcher(path).matches() ? Act.DOWNLOAD : Act.VIEW;
        Optional<UUID> id = id(path, query);
        return opened.stream()
                .filter(one -> id.isEmpty() ? opened.size() == 1 : one.id().equals(id.get()))
                .findFirst()
                .map(one -> Access.once(act, one.kind(), Optional.of(one.id()), one.processor()))
                .orElseGet(() -> Access.once(act, kind, id, Optional.empty()));
    }

    private static Optional<UUID> id(String path, String query) {
        Matcher inPath = IN_PATH.matcher(path);
        Matcher inQuery = IN_QUERY.matcher(query);
        return inPath.find()
                ? Optional.of(UUID.fromString(inPath.group(1)))
                : inQuery.find() ? Optional.of(UUID.fromString(inQuery.group(1))) : Optional.empty();
    }

    /** The API calls its collections in the plural. */
    private static String kind(String room) {
        String singular = room.replaceFirst("(?<=breach)es$", "")
                .replaceFirst("ies$", "y")
                .replaceFirst("(?<=[a-z]{3})s$", "");
        return KINDS.getOrDefault(singular, singular);
    }
}
