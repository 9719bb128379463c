package app.countersign.mail;

import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * The mail server, as {@code smtp://user:password@host:port} (with STARTTLS where the server offers it, and always
 * before a password is sent) or {@code smtps://…} (TLS from the start). Special characters in user and password are
 * percent-encoded.
 */
record SmtpServer(boolean tls, String host, int port, String user, String password) {

    private static final int SUBMISSION = 587;
    private static final int SUBMISSION_TLS = 465;
    private static final String TIMEOUT_MS = "20000";

    static SmtpServer of(URI url) {
        boolean tls = "smtps".equals(url.getScheme());
        String[] credentials =
                url.getRawUserInfo() == null ? new String[] {"", ""} : (url.getRawUserInfo() + ":").split(":", -1);
        int standard = tls ? SUBMISSION_TLS : SUBMISSION;
        return new SmtpServer(
                tls,
                url.getHost(),
                url.getPort() > 0 ? url.getPort() : standard,
                decoded(credentials[0]),
                decoded(credentials[1]));
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    Session session() {
        Properties settings = new Properties();
        settings.put("mail.transport.protocol", "smtp");
        settings.put("mail.smtp.host", host);
        settings.put("mail.smtp.port", String.valueOf(port));
        settings.put("mail.smtp.ssl.enable", String.valueOf(tls));
        settings.put("mail.smtp.ssl.checkserveridentity", "true");
        settings.put("mail.smtp.starttls.enable", "true");
        settings.put("mail.smtp.starttls.required", String.valueOf(!tls && hasUser()));
        settings.put("mail.smtp.auth", String.valueOf(hasUser()));
        settings.put("mail.smtp.connectiontimeout", TIMEOUT_MS);
        settings.put("mail.smtp.timeout", TIMEOUT_MS);
        settings.put("mail.smtp.writetimeout", TIMEOUT_MS);
        return Session.getInstance(settings, hasUser() ? credentials() : null);
    }

    private boolean hasUser() {
        return !user.isEmpty();
    }

    private Authenticator credentials() {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(user, password);
            }
        };
    }

    /** Without user and password, which belong into no log. */
    @Override
    public String toString() {
        return (tls ? "smtps://" : "smtp://") + host + ":" + port;
    }
}
