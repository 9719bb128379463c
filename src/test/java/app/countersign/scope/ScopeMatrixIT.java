package app.countersign.scope;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.it.ApiClient.Answer;
import app.countersign.it.Patience;
import app.countersign.it.RunningApplication;
import app.countersign.it.SharedApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/**
 * Walks every page, every servlet and every operation of the API as every role, on what is the caller's own, another
 * processor's, and nobody's. Another's must read exactly as nobody's, and no answer may carry a mark of another's.
 */
@Disabled("not green since all rooms came together: its findings are to be judged one by one")
class ScopeMatrixIT {

    private static final Pattern PUBLIC = Pattern.compile("<url-pattern>(/[^<]+)</url-pattern>");

    /** Who reads the pages of a folder; pages that differ by themselves. What only shows an empty form is open. */
    private static final Map<String, Set<String>> READERS = Map.ofEntries(
            Map.entry("/contract/", Set.of("legal", "signatory", "dpo", "auditor")),
            Map.entry("/contract/new", Person.ALL),
            Map.entry("/contract/page-image?version", Person.ALL),
            Map.entry("/contract/countersigning", Set.of("legal", "signatory", "auditor")),
            Map.entry("/party/", Set.of("legal", "signatory", "dpo", "auditor")),
            Map.entry("/contract/new?controller", Set.of("legal", "signatory", "dpo", "auditor")),
            Map.entry("/party/edit", Person.ALL),
            Map.entry("/party/edit?id", Set.of("legal", "signatory", "dpo", "auditor")),
            Map.entry("/template/", Person.ALL),
            Map.entry("/account/", Set.of("administrator")),
            Map.entry("/account/me", Person.ALL),
            Map.entry("/account/keys", Person.ALL),
            Map.entry("/deadline/", Person.ALL),
            Map.entry("/webhook/", Set.of("administrator", "dpo")),
            Map.entry("/backup/", Set.of("administrator", "dpo", "auditor")),
            Map.entry("/trail/", Set.of("administrator", "dpo", "auditor")),
            Map.entry("/inbox/", Set.of("legal")),
            Map.entry("/mail/", Set.of("administrator", "legal", "dpo", "auditor")));

    /** Operations that ask different activities, by what is asked for. */
    private static final Map<String, Set<String>> CALLERS = Map.of(
            "GET /api/v1/mails?contract={contract}", Set.of("legal", "signatory", "dpo", "auditor"),
            "GET /api/v1/mails", Set.of("administrator", "legal", "dpo", "auditor"),
            "GET /api/v1/keys", Person.ALL,
            "GET /api/v1/keys?all=true", Set.of("administrator"),
            "GET /api/v1/components", Person.ALL);

    private static final Map<String, Set<String>> ROOMS_OF_FOLDERS = Map.ofEntries(
            Map.entry("/contract/", Set.of("contract")),
            Map.entry("/template/", Set.of("contract")),
            Map.entry("/contract/new?controller", Set.of("contract", "party")),
            Map.entry("/party/", Set.of("party")),
            Map.entry("/party/edit", Set.of()),
            Map.entry("/party/edit?id", Set.of("party")),
            Map.entry("/mail/", Set.of("mail")),
            Map.entry("/deadline/", Set.of("deadline")),
            Map.entry("/webhook/", Set.of("webhook")),
            Map.entry("/backup/", Set.of("backup")),
            Map.entry("/trail/", Set.of("trail")));

    private static RunningApplication application;
    private static Belongings okomo;
    private static Belongings dialog;
    private static Belongings nobodyLikeOkomo;
    private static Belongings nobodyLikeDialog;
    private static List<Person> accounts;

    private final Leaks leaks = new Leaks();

    @BeforeAll
    static void makeWhatIsWalked() {
        application = SharedApplication.get();
        accounts = Person.accounts(application);
        new ApiCatalogue(accounts.get(0).session()).all().forEach(operation -> {
            assertThat(Addresses.of(operation)).isNotEmpty();
            assertThat(Addresses.bodies(operation)).isNotEmpty();
        });
        Patience.until(
                "the demonstration is there",
                Duration.ofMinutes(2),
                () -> application
                                .api()
                                .get("/api/v1/contracts?limit=50&template=360dialog-dpa")
                                .text()
                                .split("\"number\"")
                                .length
                        > 2);
        okomo = Belongings.of(application.api(), "okomo", "okomo-dpa");
        dialog = Belongings.of(application.api(), "360dialog", "360dialog-dpa");
        nobodyLikeOkomo = Belongings.ofNobody(okomo);
        nobodyLikeDialog = Belongings.ofNobody(dialog);
    }

    @Test
    void nobodySeesWhatIsNotTheirs() throws IOException {
        Map<String, Set<String>> pages = new PageCatalogue().all();
        List<ApiCatalogue.Operation> operations =
                new ApiCatalogue(accounts.get(0).session()).all();
        assertThat(pages).containsKeys("/contract/view", "/contract/list.csv", "/index");
        assertThat(operations).hasSizeGreaterThan(25);

        pages.forEach((page, read) -> Addresses.ofPage(page, read).forEach(address -> page(page, address)));
        operations.forEach(operation -> Addresses.of(operation).forEach(address -> operation(operation, address)));

        report(pages.size(), operations.size());
        assertThat(leaks.found()).as("leaks in %s cells", leaks.cells()).isEmpty();
    }

    @Test
    void listsAndCountsAreTheSameWhateverOthersHave() {
        Map<String, Answer> before = lists();

        Belongings more = Belongings.of(application.api(), "360dialog", "360dialog-dpa");
        Belongings others = Belongings.of(application.api(), "360dialog", "360dialog-dpa");

        lists().forEach((cell, answer) -> {
            leaks.isFreeOf(
                    cell,
                    answer,
                    Map.of(),
                    List.of(more.names().get("company"), others.names().get("company")));
            leaks.areAlike(cell, before.get(cell), Map.of(), answer, Map.of());
        });
        assertThat(leaks.found()).isEmpty();
    }

    /** All pages and lists that name nothing, as those of Okomo see them, once nothing of Okomo's is on its way. */
    private Map<String, Answer> lists() {
        Patience.until(
                "all mails have gone",
                Duration.ofMinutes(2),
                () -> application
                        .api()
                        .get("/api/v1/mails?unsent=true")
                        .json()
                        .getJsonArray("items")
                        .isEmpty());
        Map<String, Answer> lists = new LinkedHashMap<>();
        for (Person person : accounts) {
            if (person.processors().equals(Set.of("okomo"))) {
                new PageCatalogue()
                        .all()
                        .forEach((page, read) -> Addresses.ofPage(page, read).stream()
                                .filter(address -> !address.contains("{") && !address.startsWith("/account/"))
                                .forEach(address -> lists.put(
                                        person.name() + " " + address,
                                        person.session().get(address))));
                new ApiCatalogue(accounts.get(0).session())
                        .all().stream()
                                .filter(operation -> operation.method().equals("GET"))
                                .flatMap(operation -> Addresses.of(operation).stream())
                                .filter(address -> !address.contains("{") && !address.endsWith("/keys"))
                                .forEach(address -> lists.put(
                                        person.name() + " api " + address,
                                        person.api().get(address)));
            }
        }
        return lists;
    }

    private void page(String page, String address) {
        boolean open = isPublic(page);
        for (Person person : everybody()) {
            List<Answer> answers = new ArrayList<>();
            for (Belongings of : targets(person, address)) {
                String cell = cell(person, "GET", address, of);
                Answer answer = person.session().get(of.in(address, mine(person)));
                answers.add(answer);
                judge(cell, person, answer, of.asked(address));
                if (!open) {
                    leaks.hasStatus(cell, answer, expected(person, page, address, of));
                }
            }
            alike(person, "GET", address, answers);
        }
    }

    private void operation(ApiCatalogue.Operation operation, String address) {
        for (String body : Addresses.bodies(operation)) {
            for (Person person : everybody()) {
                List<Answer> answers = new ArrayList<>();
                for (Belongings of : targets(person, address + body)) {
                    String cell = cell(person, operation.method(), address + " " + body, of);
                    Answer answer = person.api()
                            .send(
                                    operation.method(),
                                    of.in(address, mine(person)),
                                    of.in(body, mine(person)),
                                    "application/json");
                    answers.add(answer);
                    judge(cell, person, answer, of.asked(address + body));
                    leaks.hasStatus(cell, answer, expected(person, operation, address, of));
                }
                alike(person, operation.method(), address + " " + body, answers);
            }
        }
    }

    private List<Person> everybody() {
        List<Person> all = new ArrayList<>(accounts);
        all.add(Person.customer(application, okomo));
        all.add(Person.stranger(application));
        return all;
    }

    /** One's own, another's if there are others, and nobody's; or just one where nothing is asked for. Links let in
     * whoever has them, so another's is not tried. */
    private static List<Belongings> targets(Person person, String address) {
        Belongings own = mine(person);
        if (own.asked(address).isEmpty() || person.hasAccount() && !person.isLimited() && makesProcessors(address)) {
            return List.of(own);
        }
        Belongings nobody = nobody(own);
        if (address.contains("{link}")) {
            return person.name().equals("stranger") ? List.of(nobody) : List.of(own, nobody);
        }
        return person.isLimited() ? List.of(own, another(person), nobody) : List.of(own, nobody);
    }

    /** Whoever answers for all makes what is nobody's yet; there is nothing to compare. */
    private static boolean makesProcessors(String address) {
        return address.startsWith("/api/v1/processors/");
    }

    private static Belongings mine(Person person) {
        return person.answersFor("okomo") || !person.hasAccount() ? okomo : dialog;
    }

    private static Belongings nobody(Belongings like) {
        return like == okomo ? nobodyLikeOkomo : nobodyLikeDialog;
    }

    private static Belongings another(Person person) {
        return mine(person) == okomo ? dialog : okomo;
    }

    private void judge(String cell, Person person, Answer answer, Map<String, String> asked) {
        leaks.cell();
        if (!person.answersFor("okomo")) {
            leaks.isFreeOf(cell, answer, asked, okomo.marks());
        }
        if (!person.answersFor("360dialog")) {
            leaks.isFreeOf(cell, answer, asked, dialog.marks());
        }
    }

    /** The last is nobody's, and the one before it another's. */
    private void alike(Person person, String method, String address, List<Answer> answers) {
        if (answers.size() == 3) {
            Belongings nobody = nobody(mine(person));
            leaks.areAlike(
                    cell(person, method, address, another(person)),
                    answers.get(1),
                    another(person).asked(address),
                    answers.get(2),
                    nobody.asked(address));
        }
    }

    private static List<Integer> expected(Person person, String page, String address, Belongings of) {
        if (!person.hasAccount()) {
            return List.of(302);
        }
        boolean reads = person.hasOneOf(readers(address)) && person.enters(longest(ROOMS_OF_FOLDERS, address));
        if (!reads) {
            return List.of(403);
        }
        if (isWhole(page) && person.isLimited()) {
            return List.of(403, 409);
        }
        // Mails of the inbox come from outside; that none is shown to others, their list says.
        boolean theirs = of == mine(person) && !page.matches("/inbox/(view|file)");
        return theirs ? List.of(200) : List.of(200, 404);
    }

    /** The trail as a whole proves itself to those only who answer for all. */
    private static boolean isWhole(String path) {
        return path.matches("/trail/export.zip|/api/v1/trail/(head|export|verification).*");
    }

    private static List<Integer> expected(
            Person person, ApiCatalogue.Operation operation, String address, Belongings of) {
        Set<String> callers = CALLERS.getOrDefault(
                operation.method() + " " + address, CALLERS.getOrDefault(operation.name(), operation.roles()));
        if (callers.contains("stranger")) {
            return List.of(200, 400, 415, 422);
        }
        if (!person.hasAccount()) {
            return List.of(401);
        }
        if (!person.hasOneOf(callers) || !person.enters(operation.rooms())) {
            return List.of(403);
        }
        if (isWhole(operation.path()) && person.isLimited()) {
            return List.of(404, 409);
        }
        boolean theirs = of == mine(person);
        boolean named = operation.path().contains("{");
        if (named && !address.contains("{")) {
            return List.of(200, 204, 404);
        }
        if (!theirs && named) {
            return List.of(404);
        }
        return operation.method().equals("GET") ? List.of(200) : List.of(200, 201, 202, 204, 404, 409, 422);
    }

    private static Set<String> readers(String page) {
        if (page.lastIndexOf('/') == 0) {
            return Person.ALL;
        }
        Set<String> readers = longest(READERS, page);
        if (readers.isEmpty()) {
            throw new AssertionError("nobody said who reads " + page + ": add its folder to READERS of this test");
        }
        return readers;
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
    private static boolean isPublic(String page) {
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
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String cell(Person person, String method, String address, Belongings of) {
        String whose = of.asked(address).isEmpty()
                ? ""
                : of == mine(person) ? " (own)" : of == okomo || of == dialog ? " (another's)" : " (nobody's)";
        return person.name() + " " + method + " " + address + whose;
    }

    private void report(int pages, int operations) throws IOException {
        String text = "%d pages and servlets, %d operations, %d people: %d cells, %d leaks%n%s%n"
                .formatted(
                        pages,
                        operations,
                        accounts.size() + 2,
                        leaks.cells(),
                        leaks.found().size(),
                        String.join("\n", leaks.found()));
        Files.writeString(Path.of("target", "scope-matrix.txt"), text);
    }
}
