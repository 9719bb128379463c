package app.countersign.breach;

import static app.countersign.it.Agreements.good;
import static app.countersign.it.Agreements.json;
import static app.countersign.it.Agreements.problem;
import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.document.Pages;
import app.countersign.it.Agreements;
import app.countersign.it.ApiClient;
import app.countersign.it.ApiClient.Answer;
import app.countersign.it.Patience;
import app.countersign.it.SharedApplication;
import app.countersign.kernel.Sha256;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Telling controllers, over the API and through a mail server. */
class NoticesApiIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern LINK = Pattern.compile("https?://\\S+/sign/([\\w-]+)");

    private final ApiClient api = SharedApplication.get().api();
    private final Agreements agreements = new Agreements(api);
    private final String contact = "recht@" + UUID.randomUUID() + ".example";
    private final String contract = inForce();

    @Test
    void aLetterIsMailedWithItsProofAndReadByTheLink() throws Exception {
        JsonObject breach = reported("Ein Backup <b>wurde</b> kopiert", Instant.now());
        JsonObject notice = notice(breach);
        assertThat(notice.getString("state")).isEqualTo("draft");
        assertThat(notice.getInt("phase")).isEqualTo(1);
        JsonObject draft = good(api.get(at(breach, notice, ""))).json();
        assertThat(draft.getString("to")).isEqualTo(contact);
        assertThat(draft.getString("text"))
                .contains("Ein Backup <b>wurde</b> kopiert", contract, "§ 10 Abs. 1", "Kenntnis davon haben wir seit")
                .contains("1. Was geschehen ist", "4. Was wir getan haben")
                .doesNotContain("?notice", "/sign/");

        JsonObject sent = told(breach, notice, "mail", Instant.now());

        assertThat(sent.getString("state")).isEqualTo("sent");
        assertThat(clock(breach).getString("state")).isEqualTo("met");
        MimeMessage mail = arrived("Meldung einer Verletzung");
        Multipart parts = (Multipart) mail.getContent();
        String text = String.valueOf(parts.getBodyPart(0).getContent()).replace("\r\n", "\n");
        assertThat(text).contains(draft.getString("text"));
        byte[] letter = parts.getBodyPart(1).getInputStream().readAllBytes();
        assertThat(good(api.get(at(breach, notice, "/letter"))).body()).isEqualTo(letter);
        assertThat(Pages.text(letter, 1)).contains("Ein Backup <b>wurde</b> kopiert", "Seite 1 von");

        Patience.until(
                "the mail server's answer",
                PATIENCE,
                () -> telling(breach, notice).containsKey("smtpAnswer"));
        JsonObject proof = good(api.get(at(breach, notice, "/proof"))).json();
        JsonObject telling = proof.getJsonArray("tellings").getJsonObject(0);
        assertThat(telling.getString("smtpAnswer")).startsWith("250 ");
        assertThat(telling.getString("recipient")).isEqualTo(contact);
        assertThat(telling.getString("messageId")).isEqualTo(mail.getMessageID());
        assertThat(telling.getString("letterSha256")).isEqualTo(Sha256.hex(letter));
        assertThat(telling.getString("textSha256"))
                .isEqualTo(Sha256.hex(proof.getJsonArray("texts")
                        .getJsonObject(0)
                        .getString("text")
                        .getBytes(StandardCharsets.UTF_8)));

        readByTheLink(breach, notice, text, letter);
    }

    private void readByTheLink(JsonObject breach, JsonObject notice, String text, byte[] letter) {
        Matcher link = LINK.matcher(text);
        assertThat(link.find()).isTrue();
        ApiClient customer = api.withKey(null);
        String path = "?link=" + link.group(1) + "&notice=" + notice.getString("id");
        Answer list = customer.get("/portal/contract?link=" + link.group(1));
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.text()).contains("Meldung einer Verletzung");
        assertThat(readings(breach, notice)).isEmpty();

        Answer page = customer.get("/portal/notice" + path);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Ein Backup &lt;b&gt;wurde&lt;/b&gt; kopiert");
        assertThat(customer.get("/portal/letter" + path).body()).isEqualTo(letter);
        assertThat(customer.get("/portal/notice?link=" + link.group(1) + "&notice=" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
        assertThat(customer.get("/portal/notice?link=unknown&notice=" + notice.getString("id"))
                        .status())
                .isEqualTo(404);

        assertThat(readings(breach, notice)).hasSize(1);
        assertThat(readings(breach, notice).get(0).getString("reader")).isEqualTo(contact);
    }

    @Test
    void itIsAmendedBeforeItIsToldAndEachVersionIsKept() {
        JsonObject breach = reported("Ein Server", Instant.now());
        JsonObject notice = notice(breach);
        JsonObject draft = good(api.get(at(breach, notice, ""))).json();
        String path = at(breach, notice, "");

        JsonObject first = good(api.put(path, words("Betreff", "Eins", draft))).json();
        problem(api.put(path, words("Betreff", "Zwei", draft)), 409);
        problem(api.put(path, words("", "Zwei", first)), 422);
        JsonObject second = good(api.put(path, words("Betreff", "Zwei <i>Absätze</i>\n\nund mehr", first)))
                .json();
        assertThat(second.getString("text")).isEqualTo("Zwei <i>Absätze</i>\n\nund mehr");
        assertThat(second.getJsonArray("texts")).hasSize(2);
        assertThat(second.getBoolean("overtaken")).isFalse();

        amended(breach, "Ein Server, und noch einer", 100);
        assertThat(good(api.get(path)).json().getBoolean("overtaken")).isTrue();
        JsonObject anew = good(api.put(
                        path,
                        Json.createObjectBuilder()
                                .add("anew", true)
                                .add("version", second.getJsonNumber("version"))
                                .build()))
                .json();
        assertThat(anew.getString("text")).contains("und noch einer", "etwa 100");
        assertThat(anew.getJsonArray("texts")).hasSize(2);

        told(breach, notice, "telephone", Instant.now());
        problem(api.put(path, words("Betreff", "Drei", good(api.get(path)).json())), 409);
    }

    @Test
    void whatIsNewIsAFurtherPhaseThatSaysWhatHasChanged() {
        JsonObject breach = reported("Ein Fehler", Instant.now());
        told(breach, notice(breach), "letter", Instant.now());
        problem(api.post(path(breach)), 409);

        amended(breach, "Ein Fehler", 250);
        assertThat(api.post(path(breach)).status()).isEqualTo(201);
        problem(api.post(path(breach)), 409);

        JsonObject further = notices(breach).stream()
                .filter(one -> one.getInt("phase") == 2)
                .findFirst()
                .orElseThrow();
        String text = good(api.get(at(breach, further, ""))).json().getString("text");
        assertThat(text)
                .contains("Wir ergänzen unsere Meldung vom")
                .contains("– Betroffene Personen: etwa 250 (mitgeteilt war: noch nicht bekannt)")
                .contains("– Massnahmen, neu: Abgeschaltet.");
    }

    @Test
    void ofTwoWhoTellAtTheSameTimeOneLearnsThatTheOtherDid() {
        JsonObject breach = reported("Zu zweit", Instant.now());
        JsonObject notice = notice(breach);
        JsonObject how = json(Map.of("channel", "mail"));

        List<Answer> answers = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> api.post(at(breach, notice, "/sent"), how)))
                .limit(2)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        Answer second =
                answers.stream().filter(one -> one.status() == 409).findFirst().orElseThrow();
        assertThat(problem(second, 409).json().getString("detail")).contains("war schneller");
        assertThat(good(api.get(at(breach, notice, ""))).json().getJsonArray("tellings"))
                .hasSize(1);
    }

    @Test
    void whatCannotBeIsRefusedWithItsReason() {
        String number = inForceByService("Zu spät");
        Instant aware = Instant.now().minus(Duration.ofHours(25));
        JsonObject breach = made(report("Zu spät", aware, "oculavis"));
        JsonObject notice = found(path(breach), number);
        String path = at(breach, notice, "/sent");

        assertThat(Agreements.fields(problem(
                        api.post(
                                path,
                                how("telephone", Instant.now().plusSeconds(600)).build()),
                        422)))
                .containsExactly("at");
        assertThat(Agreements.fields(problem(
                        api.post(path, how("telephone", aware.minusSeconds(60)).build()), 422)))
                .containsExactly("at");
        assertThat(Agreements.fields(problem(api.post(path, json(Map.of("channel", "pigeon"))), 422)))
                .containsExactly("channel");
        assertThat(Agreements.fields(problem(
                        api.post(
                                path,
                                Json.createObjectBuilder()
                                        .add("channel", "mail")
                                        .add("to", Json.createArrayBuilder(List.of("niemand")))
                                        .build()),
                        422)))
                .containsExactly("to");
        assertThat(Agreements.fields(problem(api.post(path, json(Map.of("channel", "telephone"))), 422)))
                .containsExactly("reason");
        problem(api.post(path(breach) + "/mailing"), 422);

        good(api.post(
                path,
                how("telephone", aware.plusSeconds(60)).add("recipient", "Kim").build()));
        assertThat(clock(breach, number).getString("state")).isEqualTo("met");
        problem(api.get(path(breach) + "/" + UUID.randomUUID()), 404);
        problem(api.get(path(breach) + "?state=sleeping"), 422);
    }

    @Test
    void lateIsLateWithItsReason() {
        String number = inForceByService("Zu spät");
        JsonObject breach = made(report("Zu spät", Instant.now().minus(Duration.ofHours(25)), "oculavis"));

        good(api.post(
                at(breach, found(path(breach), number), "/sent"),
                json(Map.of("channel", "telephone", "reason", "Niemand war zu erreichen."))));

        assertThat(clock(breach, number).getString("state")).isEqualTo("met-late");
    }

    @Test
    void oneThatCameBackIsToldInAnotherWay() throws Exception {
        JsonObject breach = reported("Kommt zurück", Instant.now());
        JsonObject notice = notice(breach);
        told(breach, notice, "mail", Instant.now());
        Patience.until(
                "the mail server's answer",
                PATIENCE,
                () -> telling(breach, notice).containsKey("messageId"));

        SharedApplication.legal().deliver(bounce(telling(breach, notice).getString("messageId")));
        Patience.until(
                "the notice came back",
                PATIENCE,
                () -> notice(breach).getString("state").equals("bounced"));

        JsonObject details = good(api.get(at(breach, notice, ""))).json();
        assertThat(details.getString("problem")).contains(contact, "550");
        assertThat(details.containsKey("to")).isFalse();
        assertThat(good(api.get("/api/v1/mails?limit=200")).text()).contains("kam zurück");
        problem(api.post(at(breach, notice, "/sent"), json(Map.of("channel", "mail"))), 409);
        assertThat(told(breach, notice, "telephone", Instant.now()).getString("state"))
                .isEqualTo("sent");

        // The address is of no use from then on, and that is said before anybody relies on it.
        JsonObject next = reported("Noch einmal", Instant.now());
        assertThat(notice(next).getString("state")).isEqualTo("unmailable");
        assertThat(api.post(path(next) + "/mailing").status()).isEqualTo(202);
        Patience.until(
                "it was looked at",
                PATIENCE,
                () -> notice(next).getString("state").equals("unmailable"));
    }

    @Test
    void manyAreMailedOneAfterTheOther() {
        List<String> numbers = Stream.of("Erste", "Zweite", "Dritte")
                .map(this::inForceByService)
                .toList();
        JsonObject breach = made(Json.createObjectBuilder()
                .add("title", "Alle")
                .add("processors", Json.createArrayBuilder(List.of("oculavis"))));
        String id = breach.getString("id");

        assertThat(api.post(path(breach) + "/mailing").status()).isEqualTo(202);
        Patience.until(
                "all are told", Duration.ofMinutes(2), () -> counts(breach).getInt("queued") == 0);

        JsonObject counts = counts(breach);
        assertThat(counts.getInt("draft")).isZero();
        assertThat(counts.getInt("sent")).isGreaterThanOrEqualTo(3);
        for (String number : numbers) {
            JsonObject notice = found(path(breach), number);
            assertThat(notice.getString("state")).isEqualTo("sent");
            assertThat(good(api.get(at(breach, notice, ""))).json().getJsonArray("tellings"))
                    .hasSize(1);
            JsonObject concern = found("/api/v1/breaches/" + id + "/controllers", number);
            assertThat(concern.getJsonArray("deadlines").getJsonObject(0).getString("state"))
                    .isEqualTo("met");
        }
        JsonObject record =
                good(api.get("/api/v1/breaches/" + id + "/record?language=de")).json();
        assertThat(record.getJsonArray("notices").getValuesAs(JsonObject.class))
                .filteredOn(one -> numbers.contains(one.getString("contract")))
                .hasSize(3)
                .allSatisfy(one -> {
                    assertThat(one.getString("channel")).isEqualTo("mail");
                    assertThat(one.getInt("phase")).isEqualTo(1);
                    assertThat(one.getString("letterSha256")).hasSize(64);
                });
    }

    /** The only one of that contract in a list. */
    /** What is there of that contract, as soon as the search has come to it. */
    private JsonObject found(String list, String number) {
        Patience.until(
                number + " is found", PATIENCE, () -> !items(list, number).isEmpty());
        return items(list, number).get(0);
    }

    private List<JsonObject> items(String list, String number) {
        return good(api.get(list + "?q=" + number)).json().getJsonArray("items").getValuesAs(JsonObject.class);
    }

    /** @return the number of a contract that nobody signs */
    private String inForceByService(String controller) {
        return Agreements.made(api.post(
                        "/api/v1/contracts",
                        Agreements.request("oculavis-dpa", controller + " " + UUID.randomUUID())
                                .add(
                                        "mainContractSignedOn",
                                        Agreements.today().minusDays(9).toString())
                                .build()))
                .getString("number");
    }

    @Test
    void thePersonsAreToldWhereWeAreTheController() {
        JsonObject breach = made(report("Eigene Daten", Instant.now()).add("ownController", true));
        JsonObject others = reported("Fremde Daten", Instant.now());
        JsonObject persons = json(Map.of("audience", "persons", "language", "en"));
        problem(api.post(path(others), persons), 409);

        assertThat(api.post(path(breach), persons).status()).isEqualTo(201);
        problem(api.post(path(breach), persons), 409);
        // Which are called by the sender's name.
        JsonObject notice = good(api.get(path(breach) + "?limit=200&q=okomo"))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(one -> one.getString("audience").equals("persons"))
                .findFirst()
                .orElseThrow();
        assertThat(good(api.get(at(breach, notice, ""))).json().getString("text"))
                .contains("What this may mean for you");
        assertThat(Agreements.fields(
                        problem(api.post(at(breach, notice, "/sent"), json(Map.of("channel", "mail"))), 422)))
                .containsExactly("to");
        good(api.post(
                at(breach, notice, "/sent"),
                Json.createObjectBuilder()
                        .add("channel", "mail")
                        .add("to", Json.createArrayBuilder(List.of("a" + contact, "b" + contact)))
                        .build()));
        assertThat(good(api.get(at(breach, notice, ""))).json().getJsonArray("tellings"))
                .hasSize(2);
    }

    private static JsonObject words(String subject, String text, JsonObject seen) {
        return Json.createObjectBuilder()
                .add("subject", subject)
                .add("text", text)
                .add("version", seen.getJsonNumber("version"))
                .build();
    }

    private static JsonObjectBuilder how(String channel, Instant at) {
        return Json.createObjectBuilder().add("channel", channel).add("at", at.toString());
    }

    private JsonObject told(JsonObject breach, JsonObject notice, String channel, Instant at) {
        return good(api.post(at(breach, notice, "/sent"), how(channel, at).build()))
                .json();
    }

    private void amended(JsonObject breach, String title, int persons) {
        JsonObject now =
                good(api.get("/api/v1/breaches/" + breach.getString("id"))).json();
        good(api.put(
                "/api/v1/breaches/" + breach.getString("id"),
                Json.createObjectBuilder()
                        .add("title", title)
                        .add(
                                "persons",
                                Json.createObjectBuilder().add("least", persons).add("most", persons))
                        .add("measures", "Abgeschaltet.")
                        .add("version", now.getJsonNumber("version"))
                        .build()));
    }

    private JsonObject reported(String title, Instant aware) {
        return made(report(title, aware));
    }

    private static JsonObjectBuilder report(String title, Instant aware) {
        return report(title, aware, "okomo");
    }

    private static JsonObjectBuilder report(String title, Instant aware, String processor) {
        return Json.createObjectBuilder()
                .add("title", title)
                .add("awareAt", aware.toString())
                .add("processors", Json.createArrayBuilder(List.of(processor)));
    }

    private JsonObject made(JsonObjectBuilder report) {
        return Agreements.made(api.post("/api/v1/breaches", report.build()));
    }

    private static String path(JsonObject breach) {
        return "/api/v1/breaches/" + breach.getString("id") + "/notices";
    }

    private static String at(JsonObject breach, JsonObject notice, String what) {
        return path(breach) + "/" + notice.getString("id") + what;
    }

    /** To this test's own controller. */
    private List<JsonObject> notices(JsonObject breach) {
        return good(api.get(path(breach) + "?q=" + contract))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    /** The one to this test's own controller. */
    private JsonObject notice(JsonObject breach) {
        return notices(breach).get(0);
    }

    private JsonObject counts(JsonObject breach) {
        return good(api.get(path(breach) + "?limit=1")).json().getJsonObject("counts");
    }

    private JsonObject telling(JsonObject breach, JsonObject notice) {
        return good(api.get(at(breach, notice, "")))
                .json()
                .getJsonArray("tellings")
                .getJsonObject(0);
    }

    private List<JsonObject> readings(JsonObject breach, JsonObject notice) {
        return good(api.get(at(breach, notice, "")))
                .json()
                .getJsonArray("readings")
                .getValuesAs(JsonObject.class);
    }

    private JsonObject clock(JsonObject breach) {
        return clock(breach, contract);
    }

    private JsonObject clock(JsonObject breach, String number) {
        return found("/api/v1/breaches/" + breach.getString("id") + "/controllers", number)
                .getJsonArray("deadlines")
                .getJsonObject(0);
    }

    private MimeMessage arrived(String subject) {
        Patience.until(
                "a mail to " + contact,
                PATIENCE,
                () -> mails(subject).findFirst().isPresent());
        return mails(subject).findFirst().orElseThrow();
    }

    private Stream<MimeMessage> mails(String subject) {
        return Arrays.stream(SharedApplication.mail().getReceivedMessages()).filter(mail -> {
            try {
                return mail.getRecipients(Message.RecipientType.TO)[0]
                                .toString()
                                .equals(contact)
                        && mail.getSubject().contains(subject);
            } catch (jakarta.mail.MessagingException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** What a mail server sends back (RFC 3464). */
    private static MimeMessage bounce(String messageId) throws Exception {
        MimeMessage bounce = new MimeMessage(Session.getInstance(new Properties()));
        bounce.setFrom(new InternetAddress("mailer-daemon@mail.example"));
        bounce.setRecipient(Message.RecipientType.TO, new InternetAddress(SharedApplication.LEGAL));
        bounce.setSubject("Undelivered Mail Returned to Sender " + UUID.randomUUID());
        MimeMultipart parts = new MimeMultipart("report; report-type=delivery-status");
        parts.addBodyPart(part("text/plain", "It could not be delivered."));
        parts.addBodyPart(part(
                "message/delivery-status",
                "Reporting-MTA: dns; mail.example\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n"
                        + "Diagnostic-Code: smtp; 550 5.1.1 no such user\r\n"));
        parts.addBodyPart(part("text/rfc822-headers", "Message-ID: " + messageId + "\r\n\r\n"));
        bounce.setContent(parts);
        bounce.saveChanges();
        return bounce;
    }

    private static MimeBodyPart part(String type, String content) throws Exception {
        jakarta.mail.internet.InternetHeaders headers = new jakarta.mail.internet.InternetHeaders();
        headers.setHeader("Content-Type", type);
        return new MimeBodyPart(headers, content.getBytes(StandardCharsets.US_ASCII));
    }

    /** @return the number of a contract that both have signed, with a contact of its own */
    private String inForce() {
        String name = "Notiz " + UUID.randomUUID().toString().substring(0, 8) + " AG";
        String id = Agreements.made(api.post(
                        "/api/v1/contracts",
                        Json.createObjectBuilder()
                                .add("template", "okomo-dpa")
                                .add(
                                        "controller",
                                        json(Map.of(
                                                "name",
                                                name,
                                                "address",
                                                "Seestrasse 12, 8002 Zürich",
                                                "country",
                                                "CH",
                                                "email",
                                                contact)))
                                .build()))
                .getString("id");
        good(api.put(Agreements.at(id, "/signature-page"), Agreements.page(name)));
        good(api.post(Agreements.at(id, "/acceptance")));
        good(api.post(Agreements.at(id, "/countersignature")));
        return agreements.whole(id).getString("number");
    }
}
