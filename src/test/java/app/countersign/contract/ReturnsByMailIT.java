package app.countersign.contract;

import static app.countersign.it.Agreements.at;
import static app.countersign.it.Agreements.good;
import static app.countersign.it.Agreements.json;
import static app.countersign.it.Agreements.problem;
import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.it.Agreements;
import app.countersign.it.ApiClient;
import app.countersign.it.FilledForm;
import app.countersign.it.Patience;
import app.countersign.it.SharedApplication;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import jakarta.activation.DataHandler;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What comes back by mail, into the mailbox that the application reads. */
class ReturnsByMailIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int MB = 1024 * 1024;
    private static final Session SESSION = Session.getInstance(new Properties());

    private static final int STORM = 30;
    private static final String MARKED = " <script>alert(1)</script> & Vertrag";

    private static ApiClient api;
    private static Agreements agreements;
    private static Issued honest;
    private static byte[] honestFile;
    private static Issued foreign;
    private static Issued altered;
    private static Issued scanned;
    private static Issued packed;
    private static Issued withdrawn;
    private static Issued bounced;

    /** In the subjects of this run's mails. */
    private static String run;

    /** All at once, so that they are waited for together. */
    @BeforeAll
    static void deliverAll() throws Exception {
        api = SharedApplication.get().api();
        agreements = new Agreements(api);
        run = UUID.randomUUID().toString();
        bounced = issued();
        honest = issued();
        honestFile = form(honest).honest();
        deliver(with(mail(honest.contact(), "ehrlich " + run), "Vertrag.pdf", "application/pdf", honestFile));
        deliver(with(mail(honest.contact(), "nochmals " + run), "Kopie.pdf", "application/pdf", honestFile));
        foreign = issued();
        deliver(with(
                mail("jemand@anders.example", "Vertrag"),
                "x.pdf",
                "application/octet-stream",
                form(foreign).honest()));
        altered = issued();
        deliver(with(
                mail(altered.contact(), "Re: Vertrag"),
                "Vertrag.pdf",
                "application/pdf",
                form(altered).altered(4)));
        scanned = issued();
        deliver(with(
                mail(scanned.contact(), "Scan"),
                "scan.pdf",
                "application/pdf",
                form(scanned).scanned()));
        packed = issued();
        deliver(nested(form(packed).honest()));
        withdrawn = issued();
        byte[] late = form(withdrawn).honest();
        good(api.post(at(withdrawn.id(), "/withdrawal"), json(Map.of("reason", "Doch nicht"))));
        deliver(with(mail(withdrawn.contact(), "spät " + run), "Vertrag.pdf", "application/pdf", late));
        MimeMessage note = mail("abwesend@kunde.example", "Automatische Antwort " + run);
        note.setHeader("Auto-Submitted", "auto-replied");
        deliver(note);
        byte[] rubbish = "%PDF-1.4 was immer".getBytes();
        deliver(with(mail("x@fremd.example", run + MARKED), "a.pdf", "application/pdf", rubbish));
        deliver(with(mail("b@b.example", "Bombe " + run), "b.zip", "application/zip", bomb()));
        deliver(with(mail("g@g.example", "gross " + run), "g.bin", "application/x-any", new byte[40 * MB]));
        for (int i = 0; i < STORM; i++) {
            deliver(mail("sturm" + i + "@sturm.example", "Sturm " + run));
        }
    }

    private static MimeMessage nested(byte[] file) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("Ordner/Vertrag.pdf"));
            zip.write(file);
        }
        MimeMessage inner = with(mail("x@y.example", "innen"), "alles.zip", "application/zip", bytes.toByteArray());
        inner.saveChanges();
        MimeMessage outer = mail(packed.contact(), "WG: Vertrag");
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(inner, "message/rfc822");
        outer.setContent(new MimeMultipart(part));
        return outer;
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < 12; i++) {
                zip.putNextEntry(new ZipEntry(i + ".pdf"));
                zip.write(new byte[20 * MB]);
            }
        }
        return bytes.toByteArray();
    }

    /** A contract, and the address of its contact. */
    private record Issued(String id, String number, String contact) {}

    private static Issued issued() {
        String contact = "recht@" + UUID.randomUUID() + ".example";
        JsonObject controller = Json.createObjectBuilder()
                .add("name", "Brief " + UUID.randomUUID())
                .add("address", "Seestrasse 12, 8002 Zürich")
                .add("country", "CH")
                .add("email", contact)
                .build();
        JsonObject issued = api.post(
                        "/api/v1/contracts",
                        Json.createObjectBuilder()
                                .add("template", "okomo-dpa")
                                .add("controller", controller)
                                .build())
                .json();
        return new Issued(issued.getString("id"), issued.getString("number"), contact);
    }

    private static FilledForm form(Issued contract) {
        return new FilledForm(
                good(api.get(at(contract.id(), "/documents/issued"))).body());
    }

    private static MimeMessage mail(String from, String subject) throws MessagingException {
        MimeMessage mail = new MimeMessage(SESSION);
        mail.setFrom(new InternetAddress(from));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(SharedApplication.LEGAL));
        mail.setSubject(subject, "UTF-8");
        mail.setText("Guten Tag, anbei der Vertrag.", "UTF-8");
        return mail;
    }

    private static MimeMessage with(MimeMessage mail, String name, String type, byte[] file) throws MessagingException {
        MimeBodyPart words = new MimeBodyPart();
        words.setText("Guten Tag, anbei der Vertrag.", "UTF-8");
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(file, type)));
        part.setFileName(name);
        mail.setContent(new MimeMultipart(words, part));
        return mail;
    }

    private static void deliver(MimeMessage mail) throws MessagingException {
        mail.saveChanges();
        SharedApplication.legal().deliver(mail);
    }

    private List<JsonObject> returns(Issued contract) {
        try (var reader = Json.createReader(new java.io.ByteArrayInputStream(
                good(api.get(at(contract.id(), "/returned"))).body()))) {
            return reader.readArray().getValuesAs(JsonObject.class);
        }
    }

    private JsonObject only(Issued contract) {
        Patience.until(
                "a return for " + contract.number(),
                PATIENCE,
                () -> !returns(contract).isEmpty());
        assertThat(returns(contract)).hasSize(1);
        return returns(contract).get(0);
    }

    private List<JsonObject> inbox(String state, String subject) {
        return good(api.get("/api/v1/inbox?limit=200&state=" + state)).json().getJsonArray("items").stream()
                .map(item -> item.asJsonObject())
                .filter(item -> item.getString("subject").equals(subject))
                .toList();
    }

    private JsonObject inInbox(String state, String subject) {
        Patience.until(
                subject + " " + state, PATIENCE, () -> !inbox(state, subject).isEmpty());
        return inbox(state, subject).get(0);
    }

    @Test
    void anHonestReturnOfTheContactIsTakenAndItsMailFiled() {
        JsonObject one = only(honest);

        assertThat(one.getString("verdict")).isEqualTo("honest");
        assertThat(one.getString("outcome")).isEqualTo("taken");
        assertThat(one.getString("door")).isEqualTo("mail");
        assertThat(agreements.whole(honest.id()).getString("state")).isEqualTo("returned");
        assertThat(good(api.get(at(honest.id(), "/documents/returned"))).body()).isEqualTo(honestFile);
        Patience.until("the mail lies in the folder for what is filed", PATIENCE, () -> filed("ehrlich " + run));
    }

    @Test
    void theSameFileInASecondMailIsOneReturnAndBothMailsAreFiled() {
        Patience.until("the second mail is filed", PATIENCE, () -> filed("nochmals " + run));

        assertThat(only(honest).getString("outcome")).isEqualTo("taken");
    }

    private static boolean filed(String subject) {
        try {
            MailFolder inbox =
                    SharedApplication.mail().getManagers().getImapHostManager().getInbox(SharedApplication.legal());
            MailFolder folder = SharedApplication.mail()
                    .getManagers()
                    .getImapHostManager()
                    .getFolder(SharedApplication.legal(), "Countersign.Filed");
            return folder != null && holds(folder, subject) && !holds(inbox, subject);
        } catch (FolderException e) {
            return false;
        }
    }

    private static boolean holds(MailFolder folder, String subject) {
        // A copy, since the application moves mails meanwhile.
        return new ArrayList<>(folder.getMessages()).stream().anyMatch(stored -> {
            try {
                return subject.equals(stored.getMimeMessage().getSubject());
            } catch (MessagingException e) {
                return false;
            }
        });
    }

    @Test
    void aStrangersReturnIsLeftToAPerson() {
        JsonObject one = only(foreign);

        assertThat(one.getString("outcome")).isEqualTo("waiting");
        assertThat(good(api.get(at(foreign.id(), "/returned/" + one.getString("id"))))
                        .json()
                        .getJsonArray("reasons")
                        .toString())
                .contains("nicht der Kontakt");
        assertThat(agreements.whole(foreign.id()).getString("state")).isEqualTo("issued");
    }

    @Test
    void anAlteredReturnIsAnsweredWithPageAndPlace() {
        assertThat(only(altered).getString("outcome")).isEqualTo("refused");
        assertThat(agreements.whole(altered.id()).getString("remark", "")).contains("Seite 4");
        Patience.until("the letter", PATIENCE, () -> letter(altered.contact(), "verändert"));
    }

    @Test
    void whatComesTooLateIsKeptAndItsSenderTold() {
        assertThat(only(withdrawn).getString("outcome")).isEqualTo("kept");
        assertThat(agreements.whole(withdrawn.id()).getString("state")).isEqualTo("withdrawn");
        assertThat(agreements.mails(withdrawn.id()))
                .anyMatch(mail -> mail.getString("subject").contains("Ihre Datei zum Vertrag"));
    }

    private static boolean letter(String to, String word) {
        for (MimeMessage sent : SharedApplication.mail().getReceivedMessages()) {
            try {
                if (sent.getRecipients(Message.RecipientType.TO)[0].toString().equals(to)
                        && sent.getSubject().contains(word)
                        && sent.getContent() instanceof MimeMultipart parts) {
                    return String.valueOf(parts.getBodyPart(0).getContent()).contains("Seite 4")
                            && parts.getBodyPart(1).getFileName().endsWith(".pdf");
                }
            } catch (MessagingException | IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return false;
    }

    @Test
    void aScanIsRecognisedByThePrintedCode() {
        JsonObject one = only(scanned);
        assertThat(one.getString("verdict")).isEqualTo("doubtful");
        assertThat(one.getString("outcome")).isEqualTo("waiting");
    }

    @Test
    void aFileInAZipInAForwardedMailIsFound() {
        assertThat(only(packed).getString("verdict")).isEqualTo("honest");
    }

    @Test
    void aBounceMarksTheMailThatCameBack() throws Exception {
        Patience.until("the invitation is out", PATIENCE, () -> sentTo(bounced.contact()) != null);
        deliver(bounce(bounced.contact(), sentTo(bounced.contact())));

        Patience.until(
                "the mail counts as come back",
                PATIENCE,
                () -> agreements.mails(bounced.id()).stream()
                        .anyMatch(mail -> mail.getString("state").equals("bounced")
                                && mail.getString("hint").contains("User unknown")));
        assertThat(agreements.history(bounced.id())).contains("mail-bounced");
    }

    private static String sentTo(String address) {
        for (MimeMessage sent : SharedApplication.mail().getReceivedMessages()) {
            try {
                if (sent.getRecipients(Message.RecipientType.TO)[0].toString().equals(address)) {
                    return sent.getMessageID();
                }
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
        return null;
    }

    /** As mail servers write it (RFC 3464). */
    private static MimeMessage bounce(String to, String messageId) throws MessagingException {
        MimeMessage mail = mail("MAILER-DAEMON@mx.example", "Undelivered Mail Returned to Sender");
        MimeBodyPart words = new MimeBodyPart();
        words.setText("Your mail could not be delivered.");
        MimeBodyPart status = new MimeBodyPart();
        status.setDataHandler(new DataHandler(new ByteArrayDataSource(
                ("Reporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; " + to
                                + "\r\nAction: failed\r\nStatus: 5.1.1\r\n"
                                + "Diagnostic-Code: smtp; 550 5.1.1 User unknown\r\n")
                        .getBytes(),
                "message/delivery-status")));
        MimeBodyPart original = new MimeBodyPart();
        original.setDataHandler(new DataHandler(new ByteArrayDataSource(
                ("Message-ID: " + messageId + "\r\nSubject: x\r\n\r\n").getBytes(), "text/rfc822-headers")));
        MimeMultipart report = new MimeMultipart("report; report-type=delivery-status", words, status, original);
        mail.setContent(report);
        return mail;
    }

    @Test
    void anAbsenceNoteIsNotedAndNotAnswered() {
        assertThat(inInbox("noted", "Automatische Antwort " + run).getString("kind"))
                .isEqualTo("auto-reply");
    }

    @Test
    void whatFitsNothingIsKeptForAPersonWhoAssignsOrDismissesIt() {
        Issued contract = issued();
        String subject = run + MARKED;

        String id = inInbox("waiting", subject).getString("id");
        problem(api.post("/api/v1/inbox/" + id + "/assignment", json(Map.of("number", "OKO-1999-000001"))), 422);
        problem(api.post("/api/v1/inbox/" + id + "/dismissal", json(Map.of("remark", " "))), 422);
        assertThat(api.post("/api/v1/inbox/" + id + "/assignment", json(Map.of("number", contract.number())))
                        .status())
                .isEqualTo(204);

        assertThat(only(contract).getString("verdict")).isEqualTo("unreadable");
        assertThat(inbox("filed", subject)).hasSize(1);
        problem(api.post("/api/v1/inbox/" + id + "/dismissal", json(Map.of("remark", "Werbung"))), 409);
    }

    @Test
    void aBombIsNotOpenedAndWaits() {
        assertThat(inInbox("waiting", "Bombe " + run).getString("reason")).isNotBlank();
    }

    @Test
    void aMailThatIsTooLargeIsShownButNotFetched() {
        JsonObject mail = inInbox("waiting", "gross " + run);

        assertThat(mail.getString("reason")).contains("50 MB");
        assertThat(mail.getJsonArray("files")).isEmpty();
    }

    @Test
    void aStormOfMailsIsWorkedOffInBatchesAndEachMailKeptOnce() {
        String subject = "Sturm " + run;
        Patience.until(
                "all mails of the storm",
                PATIENCE,
                () -> inbox("waiting", subject).size() >= STORM);

        assertThat(inbox("waiting", subject)).hasSize(STORM);
        assertThat(inbox("waiting", subject))
                .extracting(mail -> mail.getString("from"))
                .doesNotHaveDuplicates();
    }

    @Test
    void aChangedPasswordAndAServerThatHangsAreToldAndStopNothing() {
        Patience.until(
                "both mailboxes say what is the matter",
                PATIENCE,
                () -> problemOf("oculavis").contains("Passwort")
                        && problemOf("360dialog").contains("antwortet aber nicht"));
    }

    private String problemOf(String mailbox) {
        return good(api.get("/api/v1/inbox")).json().getJsonArray("mailboxes").stream()
                .map(box -> box.asJsonObject())
                .filter(box -> box.getString("name").equals(mailbox))
                .map(box -> box.getString("problem", ""))
                .findFirst()
                .orElse("");
    }
}
