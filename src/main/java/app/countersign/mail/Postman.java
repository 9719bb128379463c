package app.countersign.mail;

import app.countersign.document.StoredFiles;
import app.countersign.kernel.Refused;
import app.countersign.kernel.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Hands one mail to the mail server and says what came of it. */
@ApplicationScoped
class Postman {

    private String from;
    private Optional<SmtpServer> server = Optional.empty();
    private AttachedFiles files;
    private Clock clock;

    protected Postman() {}

    @Inject
    Postman(Settings settings, StoredFiles files, Clock clock) {
        this(settings, files::open, clock);
    }

    Postman(Settings settings, AttachedFiles files, Clock clock) {
        this.from = settings.mailFrom();
        this.server = settings.smtp().map(url -> SmtpServer.of(URI.create(url.text())));
        this.files = files;
        this.clock = clock;
    }

    /** @param lasting whether it is of no use to try again */
    record Problem(String text, boolean lasting) {}

    /**
     * What came of it.
     *
     * @param answer with which words the server took the mail over; empty if it did not
     */
    record Handed(String answer, Optional<Problem> problem) {

        static Handed failed(String text, boolean lasting) {
            return new Handed("", Optional.of(new Problem(text, lasting)));
        }
    }

    boolean hasServer() {
        return server.isPresent();
    }

    Handed hand(OutboxMail mail) {
        SmtpServer to = server.orElseThrow();
        Session session = to.session();
        try {
            MimeMessage letter = new Letter(session, from, files).write(mail, clock.instant());
            return new Handed(Letter.oneLine(transported(to, session, letter)), Optional.empty());
        } catch (MessagingException | IOException e) {
            return Handed.failed(said(e), isLasting(e));
        } catch (Refused e) {
            // A file that is not there; a person has to look at it.
            return Handed.failed(Letter.oneLine(e.getMessage()), false);
        }
    }

    /** @return what the server answered to the mail's last line: it has taken the mail over */
    private static String transported(SmtpServer to, Session session, MimeMessage letter) throws MessagingException {
        try (Transport transport = to.connect(session)) {
            transport.sendMessage(letter, letter.getAllRecipients());
            return transport instanceof SMTPTransport smtp ? String.valueOf(smtp.getLastServerResponse()) : "";
        }
    }

    /** The innermost message tells what happened; the outer ones only that something did. */
    private static String said(Exception problem) {
        String text = String.valueOf(problem.getMessage());
        Throwable inner = problem instanceof MessagingException mail && mail.getNextException() != null
                ? mail.getNextException()
                : problem.getCause();
        if (inner != null && inner.getMessage() != null && !text.contains(inner.getMessage())) {
            text = text + ": " + inner.getMessage();
        }
        return Letter.oneLine(text);
    }

    /** An address that can't be, or one that the server rejects with a 5xx answer. */
    private static boolean isLasting(Exception problem) {
        return problem instanceof AddressException
                || problem instanceof SendFailedException rejected
                        && rejected.getInvalidAddresses() != null
                        && rejected.getInvalidAddresses().length > 0
                        && saysForGood(rejected);
    }

    private static boolean saysForGood(MessagingException rejected) {
        for (Exception e = rejected; e instanceof MessagingException m; e = m.getNextException()) {
            if (String.valueOf(m.getMessage()).strip().startsWith("5")) {
                return true;
            }
        }
        return false;
    }
}
