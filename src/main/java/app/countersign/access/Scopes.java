package app.countersign.access;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an API key may be made for. A scope never gives a right: what a key may do is what its scopes name out of what
 * its account may do.
 *
 * <p>A resource says its area with {@link Scoped}; reading needs {@code area:read} and everything else
 * {@code area:write}, but for the areas that are a scope themselves.
 */
public final class Scopes {

    /** All there are, in the order in which they are offered. */
    public static final List<String> ALL = List.of(
            "contracts:read",
            "contracts:write",
            "countersign",
            "organisations:read",
            "organisations:write",
            "processors:read",
            "processors:write",
            "templates:read",
            "mails:read",
            "mails:write",
            "deadlines:read",
            "deadlines:write",
            "trail:read",
            "access-log:read",
            "access-log:write",
            "breaches:read",
            "breaches:write",
            "inquiries:read",
            "inquiries:write",
            "sub-processors:read",
            "sub-processors:write",
            "processing:read",
            "imports:read",
            "imports:write",
            "measures:read",
            "measures:write",
            "deletions:read",
            "deletions:write",
            "webhooks:read",
            "webhooks:write",
            "retention:read",
            "retention:write",
            "backups:read",
            "backups:write",
            "components:read",
            "facts:read",
            "accounts:read",
            "accounts:write",
            "keys:read",
            "keys:write");

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private Scopes() {}

    /** What a request of that method needs in that area; empty if there is no such scope, and then nobody may. */
    public static Optional<String> needed(String area, String method) {
        String halved = area + (READING.contains(method) ? ":read" : ":write");
        return ALL.stream()
                .filter(scope -> scope.equals(area) || scope.equals(halved))
                .findFirst();
    }

    /** As a column keeps them. */
    static String join(Set<String> scopes) {
        return String.join(" ", new TreeSet<>(scopes));
    }

    /** @param joined as {@link #join} gives it; null for a key of every scope */
    static Set<String> split(String joined) {
        return joined == null ? Set.copyOf(ALL) : new TreeSet<>(Arrays.asList(joined.split(" ")));
    }
}
