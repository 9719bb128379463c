package app.countersign.mail;

import app.countersign.kernel.Secret;
import app.countersign.kernel.Settings;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.URLName;
import java.net.URI;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * The mail server, as {@code smtp://user:password@host:port} (with STARTTLS where the server offers it, and always
 * before a password is sent, unless to a server on this machine) or {@code smtps://…} (TLS from the start). Special
 * characters in user and password are percent-encoded.
 */
record SmtpServer(boolean tls, String host, int port, String user, Secret password) {

    private static final int SUBMISSION = 587;
    private static final int SUBMISSION_TLS = 465;
    private static final String TIMEOUT_MS = "20000";

    static SmtpServer of(URI url) {
        boolean tls = "smtps".equals(url.getScheme());
        Credentials credentials = Credentials.in(url);
        int standard = tls ? SUBMISSION_TLS : SUBMISSION;
        return new SmtpServer(
                tls,
                url.getHost(),
                url.getPort() > 0 ? url.getPort() : standard,
                credentials.user(),
                credentials.password());
    }

    Session session() {
        Properties settings = new Properties();
        settings.put("mail.transport.protocol", "smtp");
        settings.put("mail.smtp.ssl.enable", String.valueOf(tls));
        settings.put("mail.smtp.ssl.checkserveridentity", "true");
        settings.put("mail.smtp.starttls.enable", "true");
        settings.put("mail.smtp.starttls.required", String.valueOf(!tls && hasUser() && !Settings.isLoopback(host)));
        settings.put("mail.smtp.auth", String.valueOf(hasUser()));
        settings.put("mail.smtp.connectiontimeout", TIMEOUT_MS);
        settings.put("mail.smtp.timeout", TIMEOUT_MS);
        settings.put("mail.smtp.writetimeout", TIMEOUT_MS);
        return Session.getInstance(settings);
    }

    private boolean hasUser() {
        return !user.isEmpty();
    }

    Transport connect(Session session) throws MessagingException {
        Transport transport = new Line(session);
        transport.connect(host, port, hasUser() ? user : null, hasUser() ? password.text() : null);
        return transport;
    }

    /** Without user and password, which belong into no log. */
    @Override
    public String toString() {
        return (tls ? "smtps://" : "smtp://") + host + ":" + port;
    }

    /** The library notes with which password it has connected, and would keep the note while mails go out. */
    private static final class Line extends SMTPTransport {

        Line(Session session) {
            super(session, new URLName("smtp:"));
        }

        @Override
        protected void setURLName(URLName url) {
            super.setURLName(Credentials.without(url));
        }
    }
}
