package app.countersign.mail;

import app.countersign.kernel.Secret;
import app.countersign.kernel.Settings;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.URLName;
import java.net.URI;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPStore;

/**
 * A mailbox on a mail server, as {@code imap://user:password@host:port/folder} (with STARTTLS, which only a server on
 * this machine may lack) or {@code imaps://…} (TLS from the start). Special characters in user and password are
 * percent-encoded; without a folder it is the inbox.
 */
record ImapServer(boolean tls, String host, int port, String user, Secret password, String folder) {

    private static final int STANDARD = 143;
    private static final int STANDARD_TLS = 993;
    private static final String CONNECT_MS = "20000";
    /** A server that says nothing for that long has hung. */
    private static final String ANSWER_MS = "20000";

    private static final String CHUNK = String.valueOf(256 * 1024);

    static ImapServer of(URI url) {
        boolean tls = "imaps".equals(url.getScheme());
        Credentials credentials = Credentials.in(url);
        int standard = tls ? STANDARD_TLS : STANDARD;
        String path = url.getPath() == null ? "" : url.getPath().replaceAll("^/+|/+$", "");
        return new ImapServer(
                tls,
                url.getHost(),
                url.getPort() > 0 ? url.getPort() : standard,
                credentials.user(),
                credentials.password(),
                path.isEmpty() ? "INBOX" : path);
    }

    Session session() {
        Properties settings = new Properties();
        settings.put("mail.store.protocol", "imap");
        settings.put("mail.imap.ssl.enable", String.valueOf(tls));
        settings.put("mail.imap.ssl.checkserveridentity", "true");
        settings.put("mail.imap.starttls.enable", "true");
        settings.put("mail.imap.starttls.required", String.valueOf(!tls && !Settings.isLoopback(host)));
        settings.put("mail.imap.connectiontimeout", CONNECT_MS);
        settings.put("mail.imap.timeout", ANSWER_MS);
        settings.put("mail.imap.writetimeout", ANSWER_MS);
        settings.put("mail.imap.connectionpooltimeout", ANSWER_MS);
        // A mail is fetched piece by piece, and stays unread for whoever looks into the mailbox, too.
        settings.put("mail.imap.partialfetch", "true");
        settings.put("mail.imap.fetchsize", CHUNK);
        settings.put("mail.imap.peek", "true");
        // The store forgets the password, and asks for it when it needs another connection.
        settings.put("mail.imap.forcepasswordrefresh", "true");
        return Session.getInstance(settings, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(user, password.text());
            }
        });
    }

    /** @throws jakarta.mail.AuthenticationFailedException if user or password are wrong */
    Store connect(Session session) throws MessagingException {
        Mailroom store = new Mailroom(session);
        store.connect(host, port, user, password.text());
        store.setPassword(null);
        return store;
    }

    /** Without user and password, which belong into no log. */
    @Override
    public String toString() {
        return (tls ? "imaps://" : "imap://") + host + ":" + port + "/" + folder;
    }

    /** The library notes with which password it has connected, and would keep the note while mails come in. */
    private static final class Mailroom extends IMAPStore {

        Mailroom(Session session) {
            super(session, new URLName("imap:"));
        }

        @Override
        protected void setURLName(URLName url) {
            super.setURLName(Credentials.without(url));
        }
    }
}
