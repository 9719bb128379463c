package app.countersign.it;

import app.countersign.measure.NameServer;
import app.countersign.measure.SecuredServer;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/**
 * The application on H2 that all integration tests share, with a mail server that takes whatever it sends and a virus scanner that finds the text made for trying scanners.
 */
public final class SharedApplication {

    /** Whose mailbox the application reads. */
    public static final String LEGAL = "legal@okomo.example";

    /** What the application is given to keep to itself, by what it is for. */
    public static final Map<String, String> PASSWORDS =
            Map.of("smtp", "Smtp-Wort/4711 geheim", "imap", "Imap-Wort/4712 geheim", "seal", "Siegel-Wort-4713-geheim");

    private static final String SENDER = "sender";

    private static final GreenMail MAIL =
            new GreenMail(new ServerSetup[] {ServerSetup.SMTP.dynamicPort(), ServerSetup.IMAP.dynamicPort()});
    private static final NameServer NAMES = NameServer.start();
    private static final EicarScanner SCANNER = EicarScanner.start();
    private static RunningApplication application;
    private static RuntimeException failure;
    private static GreenMailUser legal;

    /** Held: a socket that nobody refers to is closed when memory is tidied up. */
    private static ServerSocket silent;

    private SharedApplication() {}

    public static synchronized RunningApplication get() {
        if (failure != null) {
            throw failure;
        }
        if (application == null) {
            MAIL.start();
            legal = MAIL.setUser(LEGAL, "legal", PASSWORDS.get("imap"));
            MAIL.setUser("sender@okomo.example", SENDER, PASSWORDS.get("smtp"));
            try {
                application = RunningApplication.with(settings());
            } catch (RuntimeException e) {
                // What can't start now won't start for the next test either.
                failure = e;
                throw e;
            }
        }
        return application;
    }

    /** One mailbox that works, one whose password was changed, and one on a server that has hung. */
    private static Map<String, String> settings() {
        String imap = "@127.0.0.1:" + MAIL.getImap().getPort();
        return Map.of(
                "smtp.url",
                "smtp://" + SENDER + ":" + encoded("smtp") + "@127.0.0.1:"
                        + MAIL.getSmtp().getPort(),
                "imap.url",
                "imap://legal:" + encoded("imap") + imap,
                "imap.oculavis.url",
                "imap://legal:last-years" + imap,
                "imap.360dialog.url",
                "imap://legal:x@127.0.0.1:" + hanging(),
                "seal.password",
                PASSWORDS.get("seal"),
                // Tests listen on this machine.
                "webhook.networks",
                "127.0.0.1",
                "probe.networks",
                "127.0.0.1",
                "probe.resolver",
                NAMES.authority(),
                "virus.url",
                SCANNER.url(),
                "java.options",
                "-Djavax.net.ssl.trustStore=" + SecuredServer.store() + " -Djavax.net.ssl.trustStorePassword="
                        + SecuredServer.PASSWORD);
    }

    private static String encoded(String password) {
        return PASSWORDS.get(password).replace(" ", "%20").replace("/", "%2F");
    }

    /** A port that accepts connections, and never says a word. */
    private static int hanging() {
        try {
            silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            return silent.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The scanner to which every file is shown that somebody brings. */
    public static EicarScanner scanner() {
        return SCANNER;
    }

    /** What has been delivered so far. */
    public static GreenMail mail() {
        return MAIL;
    }

    /** The mailbox that the application reads. */
    public static GreenMailUser legal() {
        get();
        return legal;
    }
}
