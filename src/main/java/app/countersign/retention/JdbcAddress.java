package app.countersign.retention;

import app.countersign.kernel.Refused;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a database, judged: a JDBC URL can make its driver load classes, write files or run scripts, so only
 * settings are let through that do none of it.
 */
final class JdbcAddress {

    private static final Pattern POSTGRESQL = Pattern.compile("jdbc:postgresql://[\\w.:,\\[\\]-]+/[^?\\s]*(\\?(.*))?");
    private static final Pattern H2 = Pattern.compile("jdbc:h2:(tcp|ssl)://[\\w.:\\[\\]-]+/[^;\\s]+(;(.*))?");
    private static final Pattern H2_IN_MEMORY = Pattern.compile("jdbc:h2:mem:retention-[\\w-]+(;(.*))?");

    /** Any other product: a host, a database, and what secures the way there. */
    private static final Pattern OTHER =
            Pattern.compile("jdbc:[a-z][a-z0-9]*(?::[a-z]+)?://[\\w.:,\\[\\]-]+(?:/[\\w.-]*)?([?;](.*))?");

    private static final Set<String> OF_OTHERS =
            Set.of("sslmode", "usessl", "requiressl", "encrypt", "databasename", "connecttimeout", "sockettimeout");

    private static final Set<String> OF_POSTGRESQL = Set.of(
            "sslmode",
            "currentschema",
            "applicationname",
            "connecttimeout",
            "sockettimeout",
            "logintimeout",
            "tcpkeepalive",
            "targetservertype",
            "channelbinding",
            "gssencmode");
    private static final Set<String> OF_H2 = Set.of("schema", "ifexists", "mode", "db_close_delay", "lock_timeout");

    private JdbcAddress() {}

    /**
     * @param demonstration whether databases in our own memory are allowed, too
     * @param others whether there may be drivers of other products
     * @throws Refused with what is wrong with it, quoting no value
     */
    static String judged(String url, boolean demonstration, boolean others) {
        if (url.startsWith("jdbc:postgresql:")) {
            require(url, POSTGRESQL, 2, "&", OF_POSTGRESQL);
        } else if (url.startsWith("jdbc:h2:mem:") && demonstration) {
            require(url, H2_IN_MEMORY, 2, ";", OF_H2);
        } else if (url.startsWith("jdbc:h2:")) {
            require(url, H2, 3, ";", OF_H2);
        } else if (others) {
            require(url, OTHER, 2, "[&;]", OF_OTHERS);
        } else {
            throw Refused.because("retention.complaint.url");
        }
        return url;
    }

    private static void require(String url, Pattern form, int settings, String between, Set<String> allowed) {
        Matcher read = form.matcher(url);
        if (!read.matches() || url.contains("@")) {
            throw Refused.because("retention.complaint.url");
        }
        String given = read.group(settings);
        List<String> names = given == null
                ? List.of()
                : Arrays.stream(given.split(between))
                        .map(setting -> setting.split("=", 2)[0].strip())
                        .filter(name -> !name.isEmpty())
                        .toList();
        names.stream()
                .filter(name -> !allowed.contains(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .ifPresent(name -> {
                    throw Refused.because("retention.complaint.url-setting", name);
                });
    }
}
