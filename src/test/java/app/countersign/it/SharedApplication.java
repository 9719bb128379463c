package app.countersign.it;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.Map;

/** The application on H2 that all integration tests share, with a mail server that takes whatever it sends. */
public final class SharedApplication {

    private static final GreenMail MAIL = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private static RunningApplication application;
    private static RuntimeException failure;

    private SharedApplication() {}

    public static synchronized RunningApplication get() {
        if (failure != null) {
            throw failure;
        }
        if (application == null) {
            MAIL.start();
            try {
                application = RunningApplication.with(
                        Map.of("smtp.url", "smtp://127.0.0.1:" + MAIL.getSmtp().getPort()));
            } catch (RuntimeException e) {
                // What can't start now won't start for the next test either.
                failure = e;
                throw e;
            }
        }
        return application;
    }

    /** What has been delivered so far. */
    public static GreenMail mail() {
        return MAIL;
    }
}
