package app.countersign.scope;

import app.countersign.access.DemoAccounts;
import app.countersign.it.Agreements;
import app.countersign.it.ApiClient;
import app.countersign.it.Patience;
import app.countersign.it.SharedApplication;
import jakarta.activation.DataHandler;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One of everything that a processor has, by the names that addresses use for it, and the marks by which it is known
 * wherever it turns up.
 *
 * @param names such as {@code contract}, the id of one
 * @param marks which nobody may see who does not answer for the processor
 */
record Belongings(Map<String, String> names, List<String> marks) {

    /** Stands for something that was never there before. */
    private static final String FRESH = "fresh";

    /** The others' is on a server that hangs. */
    private static final String WITH_A_MAILBOX = "okomo";

    private static final Map<String, String> NO_MAIL =
            Map.of("incoming", UUID.randomUUID().toString(), "incoming-file", "0".repeat(64));

    private static final Pattern NAME = Pattern.compile("\\{([a-zA-Z-]+)}");

    /** Of a processor, with a controller of which no other knows. */
    static Belongings of(ApiClient api, String processor, String template) {
        String mark = "quagga" + UUID.randomUUID().toString().substring(0, 8);
        Agreements agreements = new Agreements(api);
        if (processor.equals(WITH_A_MAILBOX)) {
            write(mark);
        }
        String company = "Zebra " + mark + " AG";
        JsonObject issued = Agreements.made(api.post("/api/v1/contracts", request(template, company, mark)));
        String id = issued.getString("id");
        byte[] form =
                Agreements.good(api.get(Agreements.at(id, "/documents/issued"))).body();
        String returned = Agreements.good(api.upload(Agreements.at(id, "/returned"), "x.pdf", form))
                .json()
                .getString("id");
        Agreements.good(api.put(Agreements.at(id, "/signature-page"), Agreements.page(company)));
        Agreements.good(api.post(Agreements.at(id, "/acceptance")));
        String run = agreements.countersigning(List.of(id));
        Patience.until(
                "countersigned",
                Duration.ofMinutes(1),
                () -> agreements.progress(run).getInt("done") == 1);
        // Some contracts are effective only with the contract that they belong to; a breach concerns none before.
        if (agreements.whole(id).getString("state").equals("countersigned")) {
            Agreements.good(api.put(
                    Agreements.at(id, "/main-contract"),
                    Agreements.json(Map.of("signedOn", Agreements.today().toString()))));
        }
        JsonObject whole = agreements.whole(id);
        Map<String, String> names = new LinkedHashMap<>();
        names.put("contract", id);
        names.put("number", issued.getString("number"));
        names.put("run", run);
        names.put("returned", returned);
        names.put("organisation", whole.getJsonObject("controller").getString("id"));
        names.put("company", mark);
        names.put("mail", agreements.mails(id).get(0).getString("id"));
        names.put("link", token(issued.getString("portalUrl")));
        names.put("template", template);
        names.put("processor", processor);
        names.putAll(processor(api, whole.getJsonObject("processor").getString("id"), processor));
        version(api, template)
                .forEach((name, value) -> names.put(name, value.toString().replace("\"", "")));
        names.put("contact", contact(api, names.get("organisation"), mark));
        names.put("account", account(api, mark, names.get("processor-id")));
        names.put("key", key(api.withKey(DemoAccounts.keyOf(processor.equals("okomo") ? "olga" : "emil")), mark));
        names.putAll(breach(api, processor, mark, names.get("number")));
        names.put("webhook", webhook(api, processor, mark));
        names.put("sub-processor", subProcessor(api, processor, mark));
        names.put("measure", measure(api, processor));
        names.put("evidence", evidence(api, names.get("measure"), mark));
        names.put("probe", probe(api, names.get("measure"), mark));
        names.put("order", order(api, template, mark));
        names.putAll(retention(api, processor, mark));
        names.put("inquiry", inquiry(api, processor, names.get("store"), mark));
        names.putAll(change(api, names.get("sub-processor"), names.get("number")));
        names.putAll(processor.equals(WITH_A_MAILBOX) ? incoming(api, mark) : NO_MAIL);
        List<String> marks = Stream.concat(
                        Stream.of(
                                mark, template, whole.getJsonObject("processor").getString("name")),
                        Stream.of(
                                        "contract",
                                        "number",
                                        "run",
                                        "organisation",
                                        "mail",
                                        "account",
                                        "key",
                                        "returned",
                                        "breach",
                                        "concern",
                                        "notice",
                                        "deadline",
                                        "webhook",
                                        "sub-processor",
                                        "measure",
                                        "evidence",
                                        "probe",
                                        "order",
                                        "inquiry",
                                        "report",
                                        "incoming",
                                        "store",
                                        "rule",
                                        "deletion",
                                        "hold",
                                        "erasure",
                                        "change",
                                        "change-notice",
                                        "contact",
                                        "version",
                                        "processor-id")
                                .map(names::get))
                .toList();
        return new Belongings(names, marks);
    }

    /** Invited, of the processor only, and good for being closed and erased. */
    private static String account(ApiClient api, String mark, String processorId) {
        return Agreements.made(api.post(
                        "/api/v1/accounts",
                        Json.createObjectBuilder()
                                .add("userName", mark)
                                .add("name", "Zebra " + mark)
                                .add("email", "person@" + mark + ".example")
                                .add("roles", Json.createArrayBuilder(List.of("legal")))
                                .add("processors", Json.createArrayBuilder(List.of(processorId)))
                                .build()))
                .getString("id");
    }

    /** Of somebody who answers for the processor. */
    private static String key(ApiClient api, String mark) {
        return Agreements.made(api.post(
                        "/api/v1/keys",
                        Json.createObjectBuilder()
                                .add("label", "Zebra " + mark)
                                .add("scopes", Json.createArrayBuilder(List.of("contracts:read")))
                                .build()))
                .getString("id");
    }

    /** Of something that hardly ever happens, at an address where nobody listens. */
    private static String webhook(ApiClient api, String processor, String mark) {
        return Agreements.made(api.post(
                        "/api/v1/webhooks",
                        Json.createObjectBuilder()
                                .add("label", "Zebra " + mark)
                                .add("url", "http://127.0.0.1:1/" + mark)
                                .add("processor", processor)
                                .add("events", Json.createArrayBuilder(List.of("deadline.waived")))
                                .build()))
                .getString("id");
    }

    private static String subProcessor(ApiClient api, String processor, String mark) {
        return Agreements.made(api.post(
                        "/api/v1/sub-processors",
                        Json.createObjectBuilder()
                                .add("processor", processor)
                                .add("name", "Zebra Hosting " + mark)
                                .add("country", "DE")
                                .add("service", "Hosting " + mark)
                                .add("places", Json.createArrayBuilder(List.of("DE")))
                                .add("personal", "yes")
                                .add("basis", "signed")
                                .build()))
                .getString("id");
    }

    /** The first that the processor's annex states; a job takes them over. */
    private static String measure(ApiClient api, String processor) {
        String path = "/api/v1/measures?limit=1&processor=" + processor;
        Patience.until(
                "the measures were taken over",
                Duration.ofMinutes(1),
                () -> !Agreements.good(api.get(path))
                        .json()
                        .getJsonArray("items")
                        .isEmpty());
        return Agreements.good(api.get(path))
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
    }

    private static String evidence(ApiClient api, String measure, String mark) {
        return Agreements.made(api.upload(
                        "/api/v1/measures/" + measure + "/evidence",
                        mark + ".txt",
                        mark.getBytes(StandardCharsets.UTF_8)))
                .getString("id");
    }

    /** Of an address where nobody listens; it has looked once, and doesn't again today. */
    private static String probe(ApiClient api, String measure, String mark) {
        String id = Agreements.made(api.post(
                        "/api/v1/probes",
                        Json.createObjectBuilder()
                                .add("kind", "tls")
                                .add("label", "Zebra " + mark)
                                .add("target", "127.0.0.1:1")
                                .add("expected", "TLSv1.2 P1D")
                                .add("every", "P1D")
                                .add("measures", Json.createArrayBuilder(List.of(measure)))
                                .build()))
                .getString("id");
        Patience.until(
                "the probe has looked",
                Duration.ofMinutes(1),
                () -> Agreements.good(api.get("/api/v1/probes")).json().getJsonArray("items").stream()
                        .map(item -> item.asJsonObject())
                        .anyMatch(one -> one.getString("id").equals(id) && one.containsKey("lookedAt")));
        return id;
    }

    /** A deletion that a person is to do. */
    private static String order(ApiClient api, String template, String mark) {
        String promise;
        try (var promises = Json.createReader(new ByteArrayInputStream(
                Agreements.good(api.get("/api/v1/deletions/promises")).body()))) {
            promise = promises.readArray().getValuesAs(JsonObject.class).stream()
                    .map(one -> one.getString("key"))
                    .filter(key -> key.startsWith(template + " "))
                    .findFirst()
                    .orElseThrow();
        }
        return Agreements.made(api.post(
                        "/api/v1/deletions", Agreements.json(Map.of("promise", promise, "title", "Zebra " + mark))))
                .getString("id");
    }

    /** What somebody wants to know. */
    private static String inquiry(ApiClient api, String processor, String store, String mark) {
        return Agreements.made(api.post(
                        "/api/v1/inquiries",
                        Agreements.json(Map.of(
                                "processor",
                                processor,
                                "kind",
                                "person",
                                "asker",
                                "Zebra " + mark,
                                "matter",
                                "Zebra " + mark,
                                "store",
                                store,
                                "person",
                                mark))))
                .getString("id");
    }

    /** A mail that fits nothing, with a file. */
    private static void write(String mark) {
        try {
            MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
            mail.setFrom("kim@" + mark + ".example");
            mail.setRecipients(Message.RecipientType.TO, SharedApplication.LEGAL);
            mail.setSubject("Zebra " + mark);
            MimeBodyPart file = new MimeBodyPart();
            file.setDataHandler(new DataHandler(
                    new ByteArrayDataSource("%PDF-1.4 ".getBytes(StandardCharsets.UTF_8), "application/pdf")));
            file.setFileName(mark + ".pdf");
            mail.setContent(new MimeMultipart(file));
            mail.saveChanges();
            SharedApplication.legal().deliver(mail);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> incoming(ApiClient api, String mark) {
        Patience.until(
                "the mail is kept for a person",
                Duration.ofMinutes(2),
                () -> waiting(api, mark).isPresent());
        JsonObject mail = waiting(api, mark).orElseThrow();
        return Map.of(
                "incoming",
                mail.getString("id"),
                "incoming-file",
                mail.getJsonArray("files").getJsonObject(0).getString("sha256"));
    }

    private static Optional<JsonObject> waiting(ApiClient api, String mark) {
        return Agreements.good(api.get("/api/v1/inbox?limit=200&state=waiting"))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(mail -> mail.getString("subject").contains(mark))
                .findFirst();
    }

    /** A store that only people reach, with a rule, a run of it, which comes to nothing, a hold and an erasure. */
    private static Map<String, String> retention(ApiClient api, String processor, String mark) {
        String store = made(
                api,
                "stores",
                Map.of("processor", processor, "name", "Zebra " + mark, "kind", "manual", "location", "Zebra " + mark));
        String rule = made(
                api,
                "rules",
                Map.of(
                        "store",
                        store,
                        "title",
                        "Zebra " + mark,
                        "clause",
                        mark,
                        "period",
                        "P12M",
                        "table",
                        "public." + mark,
                        "ageColumn",
                        "at",
                        "subjectColumn",
                        "who"));
        String run = made(api, "runs", Map.of("rule", rule));
        String hold = made(api, "holds", Map.of("store", store, "person", mark, "reason", "Zebra " + mark));
        String erasure = Agreements.made(api.post(
                        "/api/v1/retention/erasures",
                        Json.createObjectBuilder()
                                .add("processor", processor)
                                .add("persons", Json.createArrayBuilder().add(mark))
                                .add("clause", "gdpr 17")
                                .add("reason", "Zebra")
                                .build()))
                .getString("id");
        return Map.of("store", store, "rule", rule, "deletion", run, "hold", hold, "erasure", erasure);
    }

    private static String made(ApiClient api, String what, Map<String, String> fields) {
        return Agreements.made(api.post("/api/v1/retention/" + what, Agreements.json(fields)))
                .getString("id");
    }

    /** An announced change of which the contract's controller is told. */
    private static Map<String, String> change(ApiClient api, String subProcessor, String number) {
        ApiClient.Answer announced = api.post(
                "/api/v1/sub-processor-changes",
                Agreements.json(Map.of(
                        "kind",
                        "new",
                        "subProcessor",
                        subProcessor,
                        "on",
                        Agreements.today().plusDays(60).toString(),
                        "words",
                        "Zebra")));
        String id = announced.json().getString("id");
        String notices = "/api/v1/sub-processor-changes/" + id + "/notices?q=" + number;
        Patience.until(
                "the controller is told",
                Duration.ofMinutes(1),
                () -> api.get(notices).text().contains(number));
        return Map.of(
                "change",
                id,
                "change-notice",
                Agreements.good(api.get(notices))
                        .json()
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getString("id"));
    }

    /** A breach that concerns the contract, with its clock. */
    private static Map<String, String> breach(ApiClient api, String processor, String mark, String number) {
        String id = Agreements.made(api.post(
                        "/api/v1/breaches",
                        Json.createObjectBuilder()
                                .add("title", "Zebra " + mark)
                                .add("processors", Json.createArrayBuilder(List.of(processor)))
                                .build()))
                .getString("id");
        // Where there are many contracts, a job finds them.
        Patience.until(
                "the contract is found",
                Duration.ofMinutes(1),
                () -> !items(api, id, "controllers", number).isEmpty());
        JsonObject concern = items(api, id, "controllers", number).get(0);
        String report = Agreements.made(api.post(
                        "/api/v1/breaches/" + id + "/authority-reports",
                        Agreements.json(Map.of(
                                "channel", "portal", "controller", concern.getString("id"), "instruction", mark))))
                .getString("id");
        return Map.of(
                "breach",
                id,
                "report",
                report,
                "concern",
                concern.getString("id"),
                "notice",
                items(api, id, "notices", number).get(0).getString("id"),
                "deadline",
                concern.getJsonArray("deadlines").getJsonObject(0).getString("id"));
    }

    private static List<JsonObject> items(ApiClient api, String breach, String what, String contract) {
        return Agreements.good(api.get("/api/v1/breaches/" + breach + "/" + what + "?q=" + contract))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    /** That text, with the other's in its place if it is one of these. */
    String replaced(String text, Belongings other) {
        return names.entrySet().stream()
                .filter(name -> name.getValue().equals(text))
                .findFirst()
                .map(name -> other.names().get(name.getKey()))
                .orElse(text);
    }

    /** Of nobody: names that mean nothing. */
    static Belongings ofNobody(Belongings like) {
        Map<String, String> names = new LinkedHashMap<>();
        like.names().forEach((name, value) -> names.put(name, meaningless(value)));
        return new Belongings(names, List.of());
    }

    /** Looks like the other, and is nothing. */
    private static String meaningless(String value) {
        if (value.matches("[0-9a-f-]{36}")) {
            return UUID.randomUUID().toString();
        }
        Matcher number = Pattern.compile("([A-Z]+)-(\\d{4})-\\d+").matcher(value);
        return number.matches() ? number.group(1) + "-" + number.group(2) + "-999999" : "unheard-of-" + value.length();
    }

    /** The address with this one's ids in it. */
    String in(String address) {
        return in(address, this);
    }

    /** @param mine what {@code {my-…}} stands for */
    String in(String address, Belongings mine) {
        return NAME.matcher(address)
                .replaceAll(name -> Matcher.quoteReplacement(
                        name.group(1).startsWith("my-")
                                ? mine.value(name.group(1).substring(3))
                                : value(name.group(1))));
    }

    /** What the address asks for, by name. */
    Map<String, String> asked(String address) {
        Map<String, String> asked = new LinkedHashMap<>();
        Matcher name = NAME.matcher(address);
        while (name.find()) {
            if (!name.group(1).startsWith("my-")) {
                asked.put(name.group(1), value(name.group(1)));
            }
        }
        return asked;
    }

    private String value(String name) {
        if (name.equals(FRESH)) {
            return UUID.randomUUID().toString().substring(0, 8);
        }
        if (!names.containsKey(name)) {
            throw new AssertionError("nothing is called {" + name + "}: add it to Belongings");
        }
        return names.get(name);
    }

    /** As it is, so that it can be written again and nothing changes. */
    private static Map<String, String> processor(ApiClient api, String id, String code) {
        JsonObject organisation =
                Agreements.good(api.get("/api/v1/organisations/" + id)).json();
        String zone = Agreements.good(api.get("/api/v1/processors")).json().getJsonArray("items").stream()
                .map(item -> item.asJsonObject())
                .filter(item -> item.getString("code").equals(code))
                .findFirst()
                .orElseThrow()
                .getString("zone");
        return Map.of(
                "processor-id", id,
                "processor-name", organisation.getString("name"),
                "processor-address", organisation.getString("address"),
                "processor-country", organisation.getString("country"),
                "processor-register", organisation.getString("registerNumber", ""),
                "processor-language", organisation.getString("language"),
                "processor-zone", zone);
    }

    private static JsonObject request(String template, String company, String mark) {
        return Json.createObjectBuilder()
                .add("template", template)
                .add(
                        "controller",
                        Agreements.json(Map.of(
                                "name", company,
                                "address", "Gasse " + mark,
                                "country", "CH",
                                "contactName", "Kim " + mark,
                                "email", "recht@" + mark + ".example")))
                .build();
    }

    private static String token(String portalUrl) {
        return portalUrl.substring(portalUrl.lastIndexOf('/') + 1);
    }

    private static Map<String, Object> version(ApiClient api, String template) {
        JsonObject version = Agreements.good(api.get("/api/v1/templates")).json().getJsonArray("items").stream()
                .map(item -> item.asJsonObject())
                .filter(item -> item.getString("code").equals(template))
                .findFirst()
                .orElseThrow();
        return Map.of("version", version.getString("id"), "hash", version.getString("hash"));
    }

    private static String contact(ApiClient api, String organisation, String mark) {
        JsonObject with = Agreements.good(api.post(
                        "/api/v1/organisations/" + organisation + "/contacts",
                        Agreements.json(Map.of("kind", "legal", "name", mark, "email", "legal@" + mark + ".example"))))
                .json();
        return with.getJsonArray("contacts").getJsonObject(0).getString("id");
    }
}
