package app.countersign.scope;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who is let in where, told a second time: the application says it in its activities, and a test that reads it there alone
 * would believe whatever they say.
 */
final class Readers {

    private static final Pattern PUBLIC = Pattern.compile("<url-pattern>(/[^<]+)</url-pattern>");

    private static final Set<String> OF_CONTRACTS = Set.of("legal", "signatory", "dpo", "auditor");

    /** Who reads the pages of a folder; pages that differ by themselves. What only shows an empty form is open. */
    private static final Map<String, Set<String>> OF_PAGES = Map.ofEntries(
            Map.entry("/contract/", OF_CONTRACTS),
            Map.entry("/contract/new", Person.ALL),
            Map.entry("/contract/take-in", Person.ALL),
            Map.entry("/contract/page-image?version", Person.ALL),
            Map.entry("/contract/countersigning", Set.of("legal", "signatory", "auditor")),
            Map.entry("/party/", OF_CONTRACTS),
            Map.entry("/sub-processor/", OF_CONTRACTS),
            Map.entry("/announcement/", OF_CONTRACTS),
            Map.entry("/processing/", Set.of("legal", "dpo", "auditor")),
            Map.entry("/importing/", Person.ALL),
            Map.entry("/importing/view?id", Set.of("legal", "dpo")),
            Map.entry("/importing/empty.xlsx", Set.of("legal", "dpo")),
            Map.entry("/contract/new?controller", OF_CONTRACTS),
            Map.entry("/party/edit", Person.ALL),
            Map.entry("/party/edit?id", OF_CONTRACTS),
            Map.entry("/template/", Person.ALL),
            Map.entry("/account/", Set.of("administrator")),
            Map.entry("/account/me", Person.ALL),
            Map.entry("/account/keys", Person.ALL),
            Map.entry("/deadline/", Person.ALL),
            Map.entry("/backup/", Set.of("administrator", "dpo", "auditor")),
            Map.entry("/trail/", Set.of("administrator", "dpo", "auditor")),
            Map.entry("/breach/", Set.of("legal", "dpo", "auditor")),
            Map.entry("/inquiry/", Set.of("legal", "dpo", "auditor")),
            Map.entry("/inquiry/new", Person.ALL),
            Map.entry("/deletion/", Set.of("legal", "dpo", "auditor")),
            Map.entry("/deletion/new", Person.ALL),
            Map.entry("/deletion/data.zip", Set.of("legal", "dpo")),
            Map.entry("/access-log/", Set.of("administrator", "dpo", "auditor")),
            Map.entry("/webhook/", Set.of("administrator", "dpo")),
            Map.entry("/measure/", Set.of("administrator", "legal", "dpo", "auditor")),
            Map.entry("/retention/", Set.of("administrator", "dpo", "auditor")),
            Map.entry("/retention/rule", Person.ALL),
            Map.entry("/retention/rule?id", Set.of("administrator", "dpo", "auditor")),
            Map.entry("/measure/probes", Set.of("administrator", "dpo")),
            Map.entry("/fact/", Set.of("administrator", "dpo", "auditor")),
            Map.entry("/export/", Set.of("administrator", "legal", "dpo", "auditor")),
            Map.entry("/inbox/", Set.of("legal")),
            Map.entry("/mail/", Set.of("administrator", "legal", "dpo", "auditor")));

    /** The rooms that somebody must be let into whose rooms are chosen. */
    private static final Map<String, Set<String>> ROOMS = Map.ofEntries(
            Map.entry("/contract/", Set.of("contract")),
            Map.entry("/template/", Set.of("contract")),
            Map.entry("/contract/new?controller", Set.of("contract", "party")),
            Map.entry("/party/", Set.of("party")),
            Map.entry("/sub-processor/", Set.of("subprocessor")),
            Map.entry("/announcement/", Set.of("announcement")),
            Map.entry("/processing/", Set.of("processing", "subprocessor", "measure")),
            Map.entry("/importing/", Set.of()),
            Map.entry("/importing/view?id", Set.of("importing")),
            Map.entry("/importing/empty.xlsx", Set.of("importing")),
            Map.entry("/announcement/new", Set.of("subprocessor")),
            Map.entry("/party/edit", Set.of()),
            Map.entry("/party/edit?id", Set.of("party")),
            Map.entry("/mail/", Set.of("mail")),
            Map.entry("/deadline/", Set.of("deadline")),
            Map.entry("/backup/", Set.of("backup")),
            Map.entry("/breach/", Set.of("breach")),
            Map.entry("/inquiry/", Set.of("inquiry")),
            Map.entry("/inquiry/new", Set.of()),
            Map.entry("/deletion/", Set.of("retention")),
            Map.entry("/deletion/new", Set.of()),
            Map.entry("/webhook/", Set.of("webhook")),
            Map.entry("/measure/", Set.of("measure")),
            Map.entry("/export/", Set.of("export")),
            Map.entry("/export/new", Set.of("export", "measure")),
            Map.entry("/retention/", Set.of("retention")),
            Map.entry("/retention/rule", Set.of()),
            Map.entry("/retention/rule?id", Set.of("retention")),
            Map.entry("/fact/", Set.of("fact")),
            Map.entry("/access-log/", Set.of("accesslog")),
            Map.entry("/trail/", Set.of("trail")));

    /** Of operations that ask different activities, by what is asked for. */
    private static final Map<String, Set<String>> OF_OPERATIONS = Map.of(
            "GET /api/v1/mails?contract={contract}",
            OF_CONTRACTS,
            "GET /api/v1/mails",
            Set.of("administrator", "legal", "dpo", "auditor"),
            "GET /api/v1/keys",
            Person.ALL,
            "GET /api/v1/keys?all=true",
            Set.of("administrator"),
            "GET /api/v1/components",
            Person.ALL);

    /** Of operations that look first whether the thing is there: who may look, but not act, is told that it isn't. */
    private static final Map<String, Set<String>> LOOK_FIRST = Map.of(
            "POST /api/v1/contracts/{id}/returned/{returned}/acceptance", OF_CONTRACTS,
            "POST /api/v1/contracts/{id}/returned/{returned}/refusal", OF_CONTRACTS);

    private Readers() {}

    /** @param address of a page that is not public, as {@link Addresses} writes it */
    static boolean reads(Person person, String address) {
        return person.hasOneOf(of(address)) && person.enters(longest(ROOMS, address));
    }

    static Set<String> of(String address) {
        if (address.lastIndexOf('/') == 0) {
            return Person.ALL;
        }
        Set<String> readers = longest(OF_PAGES, address);
        if (readers.isEmpty()) {
            throw new AssertionError("nobody said who reads " + address + ": add its folder to Readers.OF_PAGES");
        }
        return readers;
    }

    /** @param address with the parameters that are asked for */
    static Set<String> of(ApiCatalogue.Operation operation, String address) {
        return OF_OPERATIONS.getOrDefault(
                operation.method() + " " + address, OF_OPERATIONS.getOrDefault(operation.name(), operation.roles()));
    }

    static boolean looksFirst(Person person, ApiCatalogue.Operation operation) {
        return person.hasOneOf(LOOK_FIRST.getOrDefault(operation.name(), Set.of())) && person.enters(operation.rooms());
    }

    /** Of the prefix that fits best. */
    private static Set<String> longest(Map<String, Set<String>> table, String page) {
        return table.entrySet().stream()
                .filter(entry -> page.startsWith(entry.getKey()))
                .max((one, other) ->
                        Integer.compare(one.getKey().length(), other.getKey().length()))
                .map(Map.Entry::getValue)
                .orElse(Set.of());
    }

    /** Whether web.xml lets everybody in. */
    static boolean isPublic(String page) {
        try {
            String webXml = Files.readString(Path.of("src/main/webapp/WEB-INF/web.xml"));
            int open = webXml.indexOf("<web-resource-name>public</web-resource-name>");
            return PUBLIC.matcher(webXml.substring(open, webXml.indexOf("</security-constraint>", open)))
                    .results()
                    .map(found -> found.group(1))
                    .filter(pattern -> !pattern.equals("/*"))
                    .anyMatch(pattern -> pattern.endsWith("/*")
                            ? page.startsWith(pattern.substring(0, pattern.length() - 1))
                            : page.equals(pattern));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
