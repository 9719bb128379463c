package app.countersign.bench;

import app.countersign.it.Agreements;
import app.countersign.it.ApiClient;
import app.countersign.it.FilledForm;
import app.countersign.it.RunningApplication;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.activation.DataHandler;
import jakarta.json.JsonObject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;

/**
 * A mailbox full of returns, worked off by the application in the 512 MB that it starts with, against judging as many in
 * a loop. It shows on the way how far it has come: the figure fails if it does not.
 */
final class ReturnMailbox implements Figure {

    private static final int MAILS = Integer.getInteger("bench.returns", 1_000);
    private static final int CONTRACTS = 25;
    private static final int JUDGED = 30;
    private static final Duration LONGEST = Duration.ofHours(2);
    private static final Session SESSION = Session.getInstance(new Properties());

    @Override
    public String name() {
        return "mailbox";
    }

    @Override
    public List<Line> measure() throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup[] {ServerSetup.IMAP.dynamicPort()});
        mail.start();
        GreenMailUser legal = mail.setUser("legal@okomo.example", "legal", "secret");
        Map<String, String> settings = Map.of(
                "imap.url", "imap://legal:secret@127.0.0.1:" + mail.getImap().getPort());
        try (RunningApplication application = RunningApplication.with(settings)) {
            fill(application.api(), legal);
            Instant start = Instant.now();
            int steps = workedOff(application.api());
            double millis = Duration.between(start, Instant.now()).toMillis();
            if (steps < MAILS / 50) {
                throw new IllegalStateException("only " + steps + " steps were seen");
            }
            return List.of(new Line(
                    "a mail with a return in a mailbox of " + MAILS + " : judging it in a loop",
                    "ms",
                    millis / MAILS,
                    alone(),
                    "<= 10"));
        } finally {
            mail.stop();
        }
    }

    /** While they are delivered, the application has begun; that makes it no faster than it is. */
    private static void fill(ApiClient api, GreenMailUser legal) throws MessagingException {
        Agreements agreements = new Agreements(api);
        List<FilledForm> forms = new ArrayList<>();
        for (int i = 0; i < CONTRACTS; i++) {
            JsonObject contract = agreements.issued("okomo-dpa", "Bench " + i);
            forms.add(new FilledForm(
                    Agreements.good(api.get(Agreements.at(contract.getString("id"), "/documents/issued")))
                            .body()));
        }
        for (int i = 0; i < MAILS; i++) {
            byte[] file = forms.get(i % CONTRACTS).honest(Map.of("controller.place", "Ort " + i));
            MimeMessage mail = new MimeMessage(SESSION);
            mail.setFrom(new InternetAddress("recht@kunde.example"));
            mail.setRecipient(Message.RecipientType.TO, new InternetAddress("legal@okomo.example"));
            mail.setSubject("Vertrag " + i);
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(file, "application/pdf")));
            part.setFileName("Vertrag " + i + ".pdf");
            mail.setContent(new MimeMultipart(part));
            mail.saveChanges();
            legal.deliver(mail);
        }
    }

    /** @return in how many steps it was seen to go on */
    private static int workedOff(ApiClient api) throws InterruptedException {
        Instant end = Instant.now().plus(LONGEST);
        TreeSet<Long> seen = new TreeSet<>();
        while (Instant.now().isBefore(end)) {
            JsonObject inbox = Agreements.good(api.get("/api/v1/inbox?state=filed&limit=1"))
                    .json();
            JsonObject box = inbox.getJsonArray("mailboxes").getJsonObject(0);
            if (box.containsKey("problem")) {
                throw new IllegalStateException(box.getString("problem"));
            }
            long left =
                    box.getInt("remaining") + inbox.getJsonNumber("unsorted").longValue();
            seen.add(left);
            if (left == 0 && filed(api)) {
                return seen.size();
            }
            Thread.sleep(500);
        }
        throw new IllegalStateException("not within " + LONGEST);
    }

    /** Page by page to the end. */
    private static boolean filed(ApiClient api) {
        int count = 0;
        String before = "";
        while (true) {
            List<JsonObject> items = Agreements.good(api.get("/api/v1/inbox?state=filed&limit=200" + before))
                    .json()
                    .getJsonArray("items")
                    .getValuesAs(JsonObject.class);
            count += items.size();
            if (items.size() < 200) {
                return count >= MAILS;
            }
            before = "&before=" + items.get(items.size() - 1).getString("arrivedAt");
        }
    }

    private static double alone() throws Exception {
        return ReturnJudging.millis(JUDGED);
    }
}
