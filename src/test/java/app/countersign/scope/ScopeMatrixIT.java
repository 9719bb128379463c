package app.countersign.scope;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.it.ApiClient.Answer;
import app.countersign.it.Patience;
import app.countersign.it.RunningApplication;
import app.countersign.it.Session;
import app.countersign.it.SharedApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Walks every page, every servlet and every operation of the API as every role, on what is the caller's own, another
 * processor's, and nobody's. Another's must read exactly as nobody's, and no answer may carry a mark of another's.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScopeMatrixIT {

    /** People walk side by side, since most of the time is the server's. */
    private static final int AT_ONCE = 4;

    private static final int TIMES = 3;

    private static final Duration LONG = Duration.ofMinutes(2);

    /** What files' servlets answer. */
    private static final int NO_FORM_IS_TAKEN = 405;

    /** In whatever way, but not as something that is broken. */
    private static final List<Integer> ANSWERED = List.of(200, 302, 400, 403, 404, NO_FORM_IS_TAKEN, 409, 413, 422);

    private static final Pattern REFUSED =
            Pattern.compile(",?\\{\"at\":\"[^{}]*\"event\":\"access-refused\",\"facts\":\\{[^{}]*}}");

    private static final String NONSENSE = "-99-99 <b>'\"\\ \uD83D\uDE00 ${1} #{1} " + "x".repeat(3000);

    private static RunningApplication application;
    private static Belongings okomo;
    private static Belongings dialog;
    private static Belongings nobodyLikeOkomo;
    private static Belongings nobodyLikeDialog;
    private static List<Person> accounts;
    private static List<Person> everybody;

    private final Leaks leaks = new Leaks();
    private final Map<String, Set<String>> pages = new PageCatalogue().all();
    private final List<ApiCatalogue.Operation> operations = new ApiCatalogue().all();

    /** A question to the application, with ids in braces.
     *
     * @param body empty for none */
    private record Question(String method, String address, String body) {

        String whole() {
            return body.isEmpty() ? address : address + " " + body;
        }
    }

    /** Asks it of those belongings. */
    private interface Asking {
        Answer of(Belongings belongings);
    }

    @BeforeAll
    static void makeWhatIsWalked() {
        application = SharedApplication.get();
        Patience.until(
                "the demonstration is there",
                LONG,
                () -> application
                                .api()
                                .get("/api/v1/contracts?limit=50&template=360dialog-dpa")
                                .text()
                                .split("\"number\"")
                                .length
                        > 2);
        accounts = Person.accounts(application);
        okomo = Belongings.of(application.api(), "okomo", "okomo-dpa");
        dialog = Belongings.of(application.api(), "360dialog", "360dialog-dpa");
        nobodyLikeOkomo = Belongings.ofNobody(okomo);
        nobodyLikeDialog = Belongings.ofNobody(dialog);
        everybody = new ArrayList<>(accounts);
        everybody.add(Person.customer(application, okomo));
        everybody.add(Person.stranger(application));
        mailsHaveGone();
    }

    private static void mailsHaveGone() {
        Patience.until(
                "all mails have gone",
                LONG,
                () -> application
                        .api()
                        .get("/api/v1/mails?unsent=true")
                        .json()
                        .getJsonArray("items")
                        .isEmpty());
    }

    @Test
    @Order(1)
    void nobodySeesWhatIsNotTheirs() {
        assertThat(pages).containsKeys("/contract/view", "/contract/list.csv", "/index");

        asEverybody(
                everybody,
                person -> pages.forEach(
                        (page, read) -> Addresses.ofPage(page, read).forEach(address -> page(person, page, address))));
        asEverybody(
                everybody,
                person -> operations.stream()
                        .filter(operation -> operation.method().equals("GET"))
                        .forEach(operation -> operation(person, operation)));

        judged("reading");
    }

    /** A clock of their own may ring while others write, once: what others write would show each time. */
    @Test
    @Order(2)
    void listsAndCountsAreTheSameWhateverOthersHave() {
        Map<String, String> differing = new LinkedHashMap<>();
        Map<String, Answer> before = lists();
        for (int time = 0; time < TIMES && (time == 0 || !differing.isEmpty()); time++) {
            Belongings more = Belongings.of(application.api(), "360dialog", "360dialog-dpa");
            Belongings others = Belongings.of(application.api(), "360dialog", "360dialog-dpa");
            Map<String, Answer> after = lists();
            after.forEach((cell, answer) -> {
                leaks.cell();
                leaks.isFreeOf(
                        cell,
                        answer,
                        Map.of(),
                        List.of(more.names().get("company"), others.names().get("company")));
            });
            Map<String, String> now = differences(before, after);
            if (time == 0) {
                differing.putAll(now);
            }
            differing.keySet().retainAll(now.keySet());
            before = after;
        }
        differing.forEach(leaks::differs);
        judged("lists");
    }

    private static Map<String, String> differences(Map<String, Answer> before, Map<String, Answer> after) {
        Map<String, String> differences = new LinkedHashMap<>();
        after.forEach((cell, answer) -> Leaks.difference(before.get(cell), Map.of(), answer, Map.of())
                .ifPresent(difference -> differences.put(cell, difference)));
        return differences;
    }

    /** The last, since it wears out what the others look at; one after the other, so that everybody meets the same. */
    @Test
    @Order(4)
    void nobodyChangesWhatIsNotTheirs() {
        assertThat(operations).hasSizeGreaterThan(25);

        everybody.forEach(person -> operations.stream()
                .filter(operation -> !operation.method().equals("GET"))
                .forEach(operation -> operation(person, operation)));

        judged("acting");
    }

    /**
     * Forms of pages with all their buttons: sent by those who may not open the page and, by those who may, with the ids
     * of another's things in place of their own. The last but one, since people may well act on what is theirs here.
     */
    @Test
    @Order(3)
    void nobodySendsFormsOfWhatIsNotTheirs() {
        for (Belongings spared : List.of(dialog, okomo)) {
            Map<String, Answer> before = facts(spared);

            asEverybody(
                    accounts.stream()
                            .filter(person -> !person.isLimited() || another(person) == spared)
                            .toList(),
                    person -> pages.keySet().stream()
                            .filter(page -> !Readers.isPublic(page) && !page.startsWith("/account/"))
                            .forEach(page -> Addresses.ofPage(page, pages.get(page))
                                    .forEach(address -> forms(person, address))));

            facts(spared).forEach((address, after) -> {
                leaks.cell();
                leaks.areAlike(
                        "after forms of others " + address,
                        withoutRefusals(before.get(address)),
                        Map.of(),
                        withoutRefusals(after),
                        Map.of());
            });
        }
        judged("forms");
    }

    /** That somebody tried is told in the history of what they tried it on. */
    private static Answer withoutRefusals(Answer answer) {
        String told = REFUSED.matcher(answer.text()).replaceAll("");
        return new Answer(answer.status(), answer.headers(), told.getBytes(StandardCharsets.UTF_8));
    }

    private void forms(Person person, String address) {
        Belongings own = mine(person);
        if (!Readers.reads(person, address)) {
            // Of what everybody may open: a view and a token of one's own, but no button, which would be a real one.
            Map<String, String> view = new LinkedHashMap<>(Session.fields(
                    read(() -> person.session().get("/account/me")).text()));
            view.keySet().removeIf(name -> !name.startsWith("jakarta.faces."));
            form(person, address, own, view, List.of(403, NO_FORM_IS_TAKEN));
        } else if (person.isLimited() && !own.asked(address).isEmpty()) {
            formsOf(person, address).forEach(form -> formOfAnothers(person, address, form.whole()));
        }
    }

    /** But for the one by which people leave. */
    private static List<Session.Form> formsOf(Person person, String address) {
        String page = read(() -> person.session().get(mine(person).in(address, mine(person))))
                .text();
        return Session.forms(page).stream()
                .filter(form -> form.buttons().keySet().stream().noneMatch(name -> name.contains("sign-out")))
                .toList();
    }

    private void formOfAnothers(Person person, String address, Map<String, String> form) {
        Belongings other = another(person);
        Map<String, String> fields = new LinkedHashMap<>();
        form.forEach((name, value) -> fields.put(name, mine(person).replaced(value, other)));
        form(person, address, other, fields, ANSWERED);
    }

    private void form(
            Person person, String address, Belongings of, Map<String, String> fields, List<Integer> statuses) {
        String cell = cell(person, new Question("POST", address, ""), of);
        Answer answer = person.session().post(of.in(address, mine(person)), fields);
        leaks.cell();
        leaks.hasStatus(cell, answer, statuses);
        if (person.isLimited()) {
            // What was sent may come back in its field.
            leaks.isFreeOf(
                    cell,
                    answer,
                    of.asked(address),
                    another(person).marks().stream()
                            .filter(mark -> fields.values().stream().noneMatch(sent -> sent.contains(mark)))
                            .toList());
        }
    }

    /** What people write is answered in words, whatever it is and whichever button they press. */
    @Test
    @Order(5)
    void nothingThatIsWrittenIntoAFormBreaksAPage() {
        pages.forEach((page, read) -> Addresses.ofPage(page, read).stream()
                .filter(address -> isForm(page, address))
                .forEach(address -> accounts.stream()
                        .filter(person -> !person.isLimited() && Readers.reads(person, address))
                        .findFirst()
                        .ifPresent(person -> nonsense(person, address))));
        judged("nonsense");
    }

    /** Not lists, whose buttons are about everybody's things. */
    private static boolean isForm(String page, String address) {
        return !Readers.isPublic(page)
                && !page.startsWith("/account/")
                && (address.contains("{") || page.endsWith("/new") || page.endsWith("/edit"));
    }

    private void nonsense(Person person, String address) {
        for (Session.Form form : formsOf(person, address)) {
            for (String button : form.buttons().keySet()) {
                for (String everywhere : List.of("", NONSENSE)) {
                    form(person, address, mine(person), form.with(button, everywhere), ANSWERED);
                }
            }
        }
    }

    /** All that the API tells of them, to whom it tells everything. */
    private Map<String, Answer> facts(Belongings of) {
        mailsHaveGone();
        Map<String, Answer> facts = new LinkedHashMap<>();
        operations.stream()
                .filter(operation -> operation.method().equals("GET"))
                .flatMap(operation -> Addresses.of(operation).stream())
                .filter(address -> address.contains("{"))
                // What tells when it was written differs each time; logs tell of those who were refused.
                .filter(address -> !address.matches(
                        ".*/(proof|letter|record|processing-records/.*|authority-report.*|trail.*|access-log.*)"))
                .forEach(address -> facts.put(address, application.api().get(of.in(address))));
        return facts;
    }

    private static void asEverybody(List<Person> people, Consumer<Person> walk) {
        ExecutorService walkers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<?>> walks = new ArrayList<>();
            people.forEach(person -> walks.add(walkers.submit(() -> walk.accept(person))));
            for (Future<?> each : walks) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            walkers.shutdownNow();
        }
    }

    /** All pages and lists that name nothing, as those of Okomo see them, once nothing of Okomo's is on its way. */
    private Map<String, Answer> lists() {
        mailsHaveGone();
        Map<String, Answer> lists = new LinkedHashMap<>();
        asEverybody(
                accounts.stream()
                        .filter(person -> person.processors().equals(Set.of("okomo")))
                        .toList(),
                person -> {
                    pages.forEach((page, read) -> Addresses.ofPage(page, read).stream()
                            .filter(address -> !address.contains("{") && !address.startsWith("/account/"))
                            // Spreadsheets tell the second in which they were made.
                            .filter(address -> !address.contains(".xlsx"))
                            .forEach(address -> keep(
                                    lists,
                                    person.name() + " " + address,
                                    person.session().get(address))));
                    operations.stream()
                            .filter(operation -> operation.method().equals("GET"))
                            .flatMap(operation -> Addresses.of(operation).stream())
                            .filter(address -> !address.contains("{") && !address.endsWith("/keys"))
                            .forEach(address -> keep(
                                    lists,
                                    person.name() + " api " + address,
                                    person.api().get(address)));
                });
        return lists;
    }

    private static void keep(Map<String, Answer> lists, String cell, Answer answer) {
        synchronized (lists) {
            lists.put(cell, answer);
        }
    }

    private void page(Person person, String page, String address) {
        boolean open = Readers.isPublic(page);
        ask(
                person,
                new Question("GET", address, ""),
                of -> read(() -> person.session().get(of.in(address, mine(person)))),
                (of, cell, answer) -> {
                    leaks.isKeptByNobody(cell, answer);
                    if (!open) {
                        leaks.hasStatus(cell, answer, expected(person, page, address, of));
                    }
                });
    }

    private void operation(Person person, ApiCatalogue.Operation operation) {
        Addresses.of(operation)
                .forEach(address -> Addresses.bodies(operation)
                        .forEach(body -> ask(
                                person,
                                new Question(operation.method(), address, body),
                                of -> sent(
                                        person,
                                        operation.method(),
                                        of.in(address, mine(person)),
                                        of.in(body, mine(person))),
                                (of, cell, answer) ->
                                        leaks.hasStatus(cell, answer, expected(person, operation, address, of)))));
    }

    /** A connection that the server closes just as it is taken again gives no answer: it is asked once more. */
    private static Answer read(Supplier<Answer> asking) {
        try {
            return asking.get();
        } catch (UncheckedIOException e) {
            return asking.get();
        }
    }

    private static Answer sent(Person person, String method, String address, String body) {
        if (method.equals("GET")) {
            return read(() -> person.api().send(method, address, body, "application/json"));
        }
        return body.equals(Addresses.FILE)
                ? person.api().upload(address, "x.pdf", "no PDF".getBytes(StandardCharsets.UTF_8))
                : person.api().send(method, address, body, "application/json");
    }

    private interface Judgement {
        void of(Belongings belongings, String cell, Answer answer);
    }

    private void ask(Person person, Question question, Asking asking, Judgement judgement) {
        Map<Belongings, Answer> answers = new LinkedHashMap<>();
        for (Belongings of : targets(person, question)) {
            String cell = cell(person, question, of);
            Answer answer = asking.of(of);
            answers.put(of, answer);
            leaks.cell();
            Map<String, String> asked = of.asked(question.whole());
            if (!person.answersFor("okomo")) {
                leaks.isFreeOf(cell, answer, asked, okomo.marks());
            }
            if (!person.answersFor("360dialog")) {
                leaks.isFreeOf(cell, answer, asked, dialog.marks());
            }
            judgement.of(of, cell, answer);
        }
        if (answers.size() == 3) {
            alike(person, question, asking, answers);
        }
    }

    /** What differs only because something happened in between is asked once more. */
    private void alike(Person person, Question question, Asking asking, Map<Belongings, Answer> answers) {
        Belongings foreign = another(person);
        Belongings unknown = nobody(mine(person));
        Map<String, String> asked = foreign.asked(question.whole());
        Map<String, String> made = unknown.asked(question.whole());
        boolean differ = Leaks.difference(answers.get(foreign), asked, answers.get(unknown), made)
                .isPresent();
        leaks.areAlike(
                cell(person, question, foreign),
                differ ? asking.of(foreign) : answers.get(foreign),
                asked,
                differ ? asking.of(unknown) : answers.get(unknown),
                made);
    }

    /** One's own; for those with a part of the processors also another's and nobody's, if anything is asked for. Links let
     * in whoever has them, so another's is not tried. */
    private static List<Belongings> targets(Person person, Question question) {
        Belongings own = mine(person);
        if (own.asked(question.whole()).isEmpty() || person.hasAccount() && !person.isLimited()) {
            return List.of(own);
        }
        Belongings nobody = nobody(own);
        if (question.address().contains("{link}")) {
            return person.name().equals("stranger") ? List.of(nobody) : List.of(own, nobody);
        }
        return person.hasAccount() ? List.of(own, another(person), nobody) : List.of(own);
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

    private static List<Integer> expected(Person person, String page, String address, Belongings of) {
        if (!person.hasAccount()) {
            return List.of(302);
        }
        if (!Readers.reads(person, address)) {
            return List.of(403);
        }
        if (isWhole(page) && person.isLimited()) {
            return List.of(403, 409);
        }
        // What comes from outside can't be made here; that none is shown to others, its list says.
        boolean theirs = of == mine(person) && !address.contains(Addresses.NOTHING) && !isLater(address);
        return theirs ? List.of(200) : List.of(200, 404);
    }

    /**
     * What there is only once a contract has ended, or somebody's data is gone, to which others must have agreed; and mails,
     * of which one processor only gets any.
     */
    private static boolean isLater(String address) {
        return address.matches(
                "/deletion/data\\.zip.*|/api/v1/disposals/\\{contract}/data"
                        + "|/inbox/(view|file).*|/retention/protocol\\?erasure=.*|/api/v1/retention/erasures/\\{erasure}/protocol.*");
    }

    /** The trail as a whole proves itself to those only who answer for all, and what the access log is reviewed for. */
    private static boolean isWhole(String path) {
        return path.matches("/trail/export.zip|/api/v1/trail/(head|export|verification).*|/api/v1/access-log/reviews");
    }

    private static List<Integer> expected(
            Person person, ApiCatalogue.Operation operation, String address, Belongings of) {
        Set<String> callers = Readers.of(operation, address);
        if (callers.contains("stranger")) {
            return List.of(200, 400, 415, 422);
        }
        if (!person.hasAccount()) {
            return List.of(401);
        }
        boolean theirs = of == mine(person);
        if (!person.hasOneOf(callers) || !person.enters(operation.rooms())) {
            return List.of(!theirs && Readers.looksFirst(person, operation) ? 404 : 403);
        }
        if (isWhole(operation.path()) && person.isLimited()) {
            return List.of(404, 409);
        }
        boolean named = operation.path().contains("{");
        if (named && (!theirs || address.contains(Addresses.NOTHING))) {
            return List.of(404);
        }
        if (operation.method().equals("GET")) {
            // What a list is to begin behind may be nothing; and a processor has nothing to report of the controllers'
            // data.
            boolean refusable = operation.path().matches(".*/authority-report(\\.pdf)?");
            return theirs && refusable
                    ? List.of(200, 409)
                    : theirs && !isLater(address) ? List.of(200) : List.of(200, 404);
        }
        return List.of(200, 201, 202, 204, 404, 409, 422);
    }

    private static String cell(Person person, Question question, Belongings of) {
        String whose = of.asked(question.whole()).isEmpty()
                ? ""
                : of == mine(person) ? " (own)" : of == okomo || of == dialog ? " (another's)" : " (nobody's)";
        return person.name() + " " + question.method() + " " + question.whole() + whose;
    }

    /** Kept beside the reports of the tests, and printed, since how many cells there are is to be told. */
    private void judged(String part) {
        String text = "scope matrix, %s: %d pages and servlets, %d operations, %d people: %d cells, %d leaks"
                .formatted(
                        part,
                        pages.size(),
                        operations.size(),
                        everybody.size(),
                        leaks.cells(),
                        leaks.found().size());
        System.out.println(text);
        try {
            Files.writeString(
                    Path.of("target", "scope-matrix-" + part + ".txt"),
                    Stream.concat(Stream.of(text), leaks.found().stream())
                            .reduce("", (all, line) -> all + line + "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(leaks.found()).as(text).isEmpty();
    }
}
