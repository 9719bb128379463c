package app.countersign.mail;

import app.countersign.kernel.SettingSources;
import app.countersign.kernel.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mailboxes that the installation reads: {@code countersign.imap.url} for all processors, and
 * {@code countersign.imap.<processor>.url} for one of its own.
 */
@ApplicationScoped
public class MailboxSettings {

    /** What the mailbox is called that is nobody's own. */
    public static final String ALL = "all";

    private static final Pattern OF_PROCESSOR =
            Pattern.compile("(?:countersign\\.imap\\.|COUNTERSIGN_IMAP_)([A-Za-z0-9_-]{1,50})(?:\\.url|_URL)");

    @Inject
    private Settings settings;

    private Map<String, ImapServer> all;

    /** The setting that says where the mailbox of that name is. */
    static String setting(String name) {
        return name.equals(ALL) ? "countersign.imap.url" : "countersign.imap." + name + ".url";
    }

    /** Mailboxes by name: a processor's code, or {@value #ALL}. What is no address is left out. */
    synchronized Map<String, ImapServer> byName() {
        if (all == null) {
            Map<String, ImapServer> found = new TreeMap<>();
            settings.imap().ifPresent(url -> found.put(ALL, ImapServer.of(URI.create(url.text()))));
            Function<String, Optional<String>> source = SettingSources.ofServer();
            for (String name : SettingSources.namesInServer()) {
                Matcher matcher = OF_PROCESSOR.matcher(name);
                if (matcher.matches()) {
                    source.apply(name)
                            .flatMap(MailboxSettings::address)
                            .map(ImapServer::of)
                            .ifPresent(server -> found.put(code(matcher.group(1)), server));
                }
            }
            all = Collections.unmodifiableMap(found);
        }
        return all;
    }

    private static String code(String written) {
        return written.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<URI> address(String text) {
        try {
            URI url = URI.create(text.strip());
            return Optional.of(url)
                    .filter(u ->
                            u.getHost() != null && String.valueOf(u.getScheme()).matches("imaps?"));
        } catch (IllegalArgumentException e) {
            // The launcher has said so for the one setting that it knows; another's fault must not stop the rest.
            return Optional.empty();
        }
    }
}
